// Package expect reads and judges what a planner expects of results: checks with names, such
// as "throughput_mt 2030 >= 5", that stand in a scenario.
//
// A check is a condition of package sim/tables whose names are result columns with a period,
// a part of the corridor, or neither, and phrases around it:
//
//	check     = condition [ when ] [ "of" part ] [ "in" ["at least" | "at most"] number "%" "of futures" ]
//	condition = as in corridor discover --where; also: a within number ["%"] of (b | scenario)
//	name      = metric [ "of" part ] [ ["in"] period ] | metric_period | target
//	when      = "in" period | "in" period "to" period
//	          | "in" ("every" | "some") ("month" | "year") [ "of" period [ "to" period ] ]
//	part      = [ "segment" | "cargo" | "market" ] name
//
// A phrase may stand wherever it reads well. What has a period of its own keeps it; all else is
// looked at in each period that the phrase names. A year has annual results, a month yearly
// rates of that month, as targets have.
//
// It imports sim, whose runs it observes, sim/tables and sim/stats. The main entry points are
// Parse, Observer and Expectation.Judge.
package expect
