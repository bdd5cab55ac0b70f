package sim

import (
	"math"
	"slices"

	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Columns names the numbers of a kept draw: what was drawn for each uncertainty, and
// every metric at the end of each year, such as throughput_mt_2030.
func (e *Ensemble) Columns() []string {
	a := &e.Alternatives[0]
	var list []string
	for _, u := range a.Uncertainties {
		list = append(list, u.Name)
	}
	start, years := a.Corridor.Years()
	for _, metric := range tables.Metrics() {
		for _, year := range periods(start, years) {
			list = append(list, metric+"_"+year)
		}
	}
	return list
}

// keep appends the draw that was simulated last: NaN where there is no value, for one
// that failed in all figures.
func (f *future) keep(rows []float64, failed bool) []float64 {
	rows = append(rows, f.inputs.values...)
	if !failed {
		return append(rows, f.values...)
	}
	for range f.values {
		rows = append(rows, math.NaN())
	}
	return rows
}

// ExactQuantiles returns quantiles.csv of kept draws, whose columns are read one at a
// time: exact in every quantile, and otherwise the same as from the summary.
func (e *Ensemble) ExactQuantiles(f *Futures, column func(name string) ([]float64, error)) (*tables.Table, error) {
	t := f.Summaries[0].Metrics.Quantiles(e.Alternatives[0].Name)
	for row, metric := range t.Text("metric") {
		values, err := column(metric + "_" + t.Text("period")[row])
		if err != nil {
			return nil, err
		}
		values = slices.DeleteFunc(values, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
		slices.Sort(values)
		for _, q := range stats.Quantiles {
			t.Numbers(q.Column)[row] = stats.Quantile(values, q.P)
		}
	}
	return t, nil
}
