package evidence

import (
	"math"
	"slices"
	"strconv"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/tables"
)

// Headline is a figure that summaries lead with: what a target asks for, or a metric of a year.
type Headline struct {
	tables.Target
	Judged bool // it is a target, with a verdict
}

// metrics are asked of each year.
var metrics = []tables.MetricColumn{tables.Annual.ThroughputMt, tables.Annual.ContainersKTEU, tables.Annual.ComparableCapacityMt}

// Headlines lists the targets of a run, and the metrics of some years that no target asks for.
func Headlines(r *sim.Run, years []int) (list []Headline) {
	for _, t := range r.Targets {
		list = append(list, Headline{t, true})
	}
	for _, year := range years {
		at := tables.Period{Month: calendar.NewMonth(year, calendar.MonthsPerYear), Yearly: true}
		for _, m := range metrics {
			same := func(h Headline) bool {
				yearly := h.At.Yearly || m.Name == tables.Annual.ComparableCapacityMt.Name // which is December's
				return h.Metric.String() == m.Name && h.At.Month == at.Month && yearly
			}
			if slices.ContainsFunc(list, same) {
				continue
			}
			metric, err := tables.ParseExpression(m.Name, nil)
			if err != nil {
				panic(err) // the name of a column is an expression
			}
			list = append(list, Headline{Target: tables.Target{
				Name: m.Name + "-" + strconv.Itoa(year), Title: m.Label + " in " + strconv.Itoa(year), Metric: metric, At: at, Threshold: math.NaN(),
			}})
		}
	}
	return list
}

// Years are those that the targets of a run are set for and the middle one simulated, which
// summaries show.
func Years(r *sim.Run) []int {
	start, n := r.Corridor.Years()
	years := []int{start + n/2}
	for i := range r.Targets {
		years = append(years, r.Targets[i].At.Year())
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// targets are what is asked of every future.
func targets(list []Headline) []tables.Target {
	out := make([]tables.Target, len(list))
	for i := range list {
		out[i] = list[i].Target
	}
	return out
}
