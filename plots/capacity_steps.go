package plots

import (
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// capacityPath is a line of the capacity of the corridor over years, each of which has a
// slot of width one around its number.
type capacityPath struct {
	xs, ys []float64
	steps  bool // it holds its value until it changes; else it is known in Decembers alone
}

// capacityOverTime draws the capacity of a corridor without seasons as it is month by month,
// so that each step stands in its month. With seasons the months say more of the weather
// than of what is built: then the value of a year, which is what its December could pass in
// mean weather, stands at the December, and a line joins them.
func capacityOverTime(p *tables.Package, list []int, capacity []float64) (capacityPath, error) {
	decembers := capacityPath{xs: decembers(list), ys: capacity}
	t := p.Table(tables.Monthly)
	if t == nil || t.Len() == 0 {
		return decembers, nil
	}
	first, last, err := series.MonthRange(t)
	if err != nil {
		return decembers, err
	}
	months, err := series.ValuesByMonth(t, tables.Monthly.CapacityMt.NumberColumn, nil, first, last, 12)
	if err != nil {
		return decembers, err
	}
	values := months[0].Values
	for i, year := range list {
		at := words.Month(year*12+11) - first
		if at < 0 || int(at) >= len(values) || !(math.Abs(values[at]-capacity[i]) <= 1e-6*capacity[i]) {
			return decembers, nil
		}
	}
	steps := capacityPath{steps: true}
	for i, v := range values {
		m := first + words.Month(i)
		if m < words.Month(list[0]*12) || m > words.Month(list[len(list)-1]*12+11) {
			continue
		}
		steps.xs = append(steps.xs, monthAt(m), monthAt(m+1))
		steps.ys = append(steps.ys, v, v)
	}
	return steps, nil
}

// end is the point to write the first or the last value at.
func (c capacityPath) end(last bool) int {
	switch {
	case last && c.steps:
		return max(0, len(c.xs)-7) // in the middle of the last year
	case last:
		return len(c.xs) - 1
	case c.steps:
		return min(6, len(c.xs)-1)
	}
	return 0
}

func (c capacityPath) paint(p page.Plane) {
	p.Curve(capacityLine, c.xs, c.ys)
	if !c.steps {
		for i, v := range c.ys {
			if !math.IsNaN(v) {
				ink.Dot(p.Canvas, page.Green, p.Point(c.xs[i], v), 1.8)
			}
		}
	}
}

// key explains the line.
func (c capacityPath) key(on *page.Page) page.Key {
	if c.steps {
		return page.LineKey(on.Say("Capacity"), capacityLine)
	}
	return page.MarkedKey(on.Say("Capacity in December"), capacityLine)
}

// decembers are the middles of the last months of years.
func decembers(list []int) []float64 {
	out := make([]float64, len(list))
	for i, year := range list {
		out[i] = monthAt(words.Month(year*12+11)) + 0.5/12
	}
	return out
}

// monthAt is where a month begins on an axis of years.
func monthAt(m words.Month) float64 { return float64(m)/12 - 0.5 }
