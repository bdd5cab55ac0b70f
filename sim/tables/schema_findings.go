package tables

// FindingsColumns are the columns of findings.csv.
type FindingsColumns struct {
	*Schema
	Scenario, Baseline, Finding, Subject, Title, Period TextColumn
	Draws                                               NumberColumn
	Holds                                               ShareColumns
	Verdict                                             TextColumn
	Open                                                BooleanColumn
}

// Findings is findings.csv: what is said of the futures of a scenario, or of two scenarios
// in the same futures, with the share in which it holds.
var Findings = define(FindingsColumns{
	Schema: &Schema{
		Name:        "findings",
		Title:       "What holds, and in which share of the futures",
		Description: "A sentence holds when it does so in 90 % of the futures or more, fails when it does so in 10 % or less, and is undecided between. Intervals are Wilson's score intervals" + effective + ".",
	},
	Scenario: scenarioColumn,
	Baseline: text("baseline", "scenario that it is compared with in the same futures; empty where it is compared with none"),
	Finding: text("finding", "what is said: target-met; target-reached, in or before the year; target-in-reach, it would be met if no segment ever limited; limits-capacity, that of the year's end; holds-back-most, of the cargo that came in the year; "+
		"holds-nothing-back; carries-as-much, at least 95 % of the baseline's tonnes of the year; carries-more; spends-less, from the first year simulated to the end of this; "+
		"costs-less-per-tonne, what it spent until then over what it carried until then, where that can be said"),
	Subject: text("subject", "target or segment; empty for the scenario itself"),
	Title:   text("title", "target with its date, or segment, for readers"),
	Period:  text("period", "year or month"),
	Draws:   integer("draws", "futures, or pairs of them"),
	Holds:   shareColumns("holds", "share of them in which it holds"),
	Verdict: text("verdict", "holds, fails or undecided"),
	Open:    boolean("open", "whether the draws are too few for the verdict: the interval of the share has another at one of its ends"),
})
