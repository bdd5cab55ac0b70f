package ensemble

import (
	"cmp"
	"math"
	"slices"

	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Columns names the numbers of a kept draw: what was drawn for each uncertainty, with what
// a sample sets, and every metric at the end of each year, such as throughput_mt_2030.
func (e *Ensemble) Columns() []string {
	var names []string
	for _, c := range e.DrawsSchema().Columns[1:] {
		names = append(names, c.Name)
	}
	return names
}

// DrawsSchema describes kept draws: the number of each, and [Ensemble.Columns] with their units.
func (e *Ensemble) DrawsSchema() *tables.Schema {
	a := &e.Alternatives[0]
	columns := []tables.Column{tables.Inputs.Draw.Column}
	drawn := func(name, title, path string) {
		columns = append(columns, tables.Column{Name: name, Type: tables.Number, Description: "drawn: " + cmp.Or(title, path, name)})
	}
	for i := range a.Uncertainties {
		u := &a.Uncertainties[i]
		drawn(u.Name, u.Title, u.Path)
		for j := range u.Sample {
			drawn(u.Sample[j].Name, u.Sample[j].Title, u.Sample[j].Path)
		}
	}
	start, years := a.Corridor.Years()
	for _, metric := range tables.MetricColumns() {
		for _, year := range periods(start, years) {
			c := metric.Column
			c.Name, c.Description = c.Name+"_"+year, "in "+year+": "+c.Description
			columns = append(columns, c)
		}
	}
	return &tables.Schema{Name: "draws", Title: "Every draw", Description: "a row for each future, with what was drawn for it and what came of it", Columns: columns}
}

// keep appends the draw that was simulated last: NaN where there is no value, for one
// that failed in all figures.
func (s *simulator) keep(rows []float64, failed bool) []float64 {
	rows = append(rows, s.inputs.values...)
	if !failed {
		return append(rows, s.values...)
	}
	for range s.values {
		rows = append(rows, math.NaN())
	}
	return rows
}

// ExactQuantiles returns quantiles.csv of kept draws, whose columns are read one at a
// time: exact in every quantile, and otherwise the same as from the tally.
func (e *Ensemble) ExactQuantiles(t *Tally, column func(name string) ([]float64, error)) (*tables.Table, error) {
	quantiles := t.Alternatives[0].Metrics.Quantiles(e.Alternatives[0].Name)
	for row, metric := range tables.Quantiles.Metric.Of(quantiles) {
		values, err := column(metric + "_" + tables.Quantiles.Period.Of(quantiles)[row])
		if err != nil {
			return nil, err
		}
		values = slices.DeleteFunc(values, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
		slices.Sort(values)
		for _, q := range stats.Quantiles {
			quantiles.Numbers(q.Column)[row] = stats.Quantile(values, q.P)
		}
	}
	return quantiles, nil
}
