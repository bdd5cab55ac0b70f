package appraisal

import (
	"strconv"

	"corridor/sim"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// measure is a metric of annual.csv that projects change.
type measure struct {
	tables.MetricColumn
	sums bool // the years simulated add up
}

// measures are those that an appraisal looks at.
var measures = []measure{
	{tables.Annual.ThroughputMt, true},
	{tables.Annual.ContainersKTEU, true},
	{tables.Annual.TransitDays, false},
	{tables.Annual.QueueMt, false},
	{tables.Annual.DivertedMt, true},
	{tables.Annual.CostUSDPerT, false},
	{tables.Annual.EmissionsKt, true},
	{tables.Annual.CapexMUSD, true},
}

// figure is a measure in a year, or summed over all.
type figure struct {
	of   measure
	year int // since the first simulated, −1 for all
}

// figures lists what is looked at: each measure in the years asked for, and in all.
func (q *Question) figures() (list []figure) {
	start, _ := q.Run.Corridor.Years()
	for _, m := range measures {
		for _, year := range q.Years {
			list = append(list, figure{m, year - start})
		}
		if m.sums {
			list = append(list, figure{m, -1})
		}
	}
	return list
}

// period names the year of a figure.
func (f *figure) period(start int) string {
	if f.year < 0 {
		return tables.Total
	}
	return strconv.Itoa(start + f.year)
}

// value reads a figure from the years of a future.
func (f *figure) value(years []sim.Figures) float64 {
	place := sim.MetricPlace(f.of.MetricColumn)
	if f.year >= 0 {
		return years[f.year][place]
	}
	var sum stats.Sum
	for i := range years {
		sum.Add(years[i][place])
	}
	return sum.Value()
}
