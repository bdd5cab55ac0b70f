package runs

import (
	"maps"
	"math"
	"slices"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// Asked reads what is asked of the futures of a scenario: the name of one of its targets, or a
// metric with a year or month as kept draws have it, throughput_mt_2030 or transit_days_2028-12.
// The metric is a column of annual.csv, or one that the scenario defines; it has no threshold,
// which is NaN. One that the scenario has no value for is refused.
func Asked(s *scenarios.Scenario, what string) (tables.Target, error) {
	for _, t := range s.Targets {
		if t.Name == what {
			return t, nil
		}
	}
	metrics := slices.Concat(tables.Metrics(), slices.Sorted(maps.Keys(s.Metrics)))
	start, years := s.Corridor.Years()
	name, when, dated := cutPeriod(what)
	if !dated || !slices.Contains(metrics, name) {
		list := make([]string, 0, len(s.Targets)+len(metrics))
		for _, t := range s.Targets {
			list = append(list, t.Name)
		}
		if !dated {
			name, when = what, tables.Period{Month: calendar.NewMonth(start+years/2, calendar.MonthsPerYear), Yearly: true}
		}
		for _, m := range metrics {
			list = append(list, m+"_"+when.String())
		}
		return tables.Target{}, invalidf("%q is neither a target of %s nor a metric with a year or month such as %s_%s%s",
			text.Short(what), s.Name, tables.Annual.ThroughputMt.Name, when, text.DidYouMean(name+"_"+when.String(), list))
	}
	end := s.Corridor.Start + calendar.Month(s.Corridor.Months) - 1
	if when.Month < s.Corridor.Start || when.Month > end {
		return tables.Target{}, invalidf("%s is asked for %s, outside the months simulated, %v to %v", name, when, s.Corridor.Start, end)
	}
	metric := s.Metrics[name]
	if metric == nil {
		var err error
		if metric, err = tables.ParseExpression(name, nil); err != nil {
			return tables.Target{}, err
		}
	}
	for _, column := range tables.Metrics() {
		if lack := s.Lack(column); metric.Uses(column) && lack != "" {
			return tables.Target{}, invalidf("%s: %s", s.Name, lack)
		}
	}
	t := tables.Target{Name: what, Title: what, Metric: metric, At: when, Threshold: math.NaN()}
	if column, found := tables.Metric(name); found {
		t.Title = column.Label + " in " + when.Name()
	}
	return t, nil
}

// isNPV reports whether what is asked for is a net present value, which is of no year.
func isNPV(what string) bool { return what == tables.NPV || what == PlanNPV }

// inMoney returns an error where a scenario does not say what things are worth.
func inMoney(s *scenarios.Scenario, what string) error {
	if s.Corridor.Economics.Given {
		if lack := s.Lack(tables.Annual.NetBenefitMUSD.Name); lack != "" {
			return invalidf("%s is about money: %s", what, lack)
		}
		return nil
	}
	return invalidf("%s is about money, and %s does not say what things are worth: it has no economics section", what, s.Name)
}

// cutPeriod cuts throughput_mt_2030 into its metric and its period.
func cutPeriod(what string) (metric string, when tables.Period, found bool) {
	i := strings.LastIndexByte(what, '_')
	if i < 0 {
		return what, when, false
	}
	when, err := tables.ParsePeriod(what[i+1:])
	return what[:i], when, err == nil
}
