package plots

import (
	"fmt"
	"image/color"
	"math"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// chanceCurve is a probability by year with its interval, in percent.
type chanceCurve struct {
	label     string
	list      []int
	value     []float64
	low, high []float64
	colour    color.Color
	dashes    []vg.Length
}

// mostCurves is how many probabilities one panel holds.
const mostCurves = 6

var (
	curveColours = []color.Color{blue, vermillion, green, purple, orange, darkGrey}
	curveDashes  = [][]vg.Length{nil, {7, 2}, {2, 2}, {9, 2, 2, 2}, {4, 4}, {1, 2}}
)

// newCurves reads probabilities by year, one for each kind of row; two kinds may have
// one name. The columns are the probability and both ends of its interval.
func newCurves(t *tables.Table, period string, kind, name func(row int) string, columns [3]string) ([]chanceCurve, int, error) {
	var read [3][]float64
	for i, column := range columns {
		var err error
		if read[i], err = shares(t, column); err != nil {
			return nil, 0, err
		}
	}
	if !anyNumber(read[0]) {
		return nil, 0, allEmpty(t, columns[0])
	}
	var order []string
	rows := map[string][]int{}
	for row := range t.Len() {
		n := kind(row)
		if rows[n] == nil {
			order = append(order, n)
		}
		rows[n] = append(rows[n], row)
	}
	var out []chanceCurve
	for _, n := range order[:min(mostCurves, len(order))] {
		list, kept, err := yearsOf(t, rows[n], period)
		if err != nil {
			return nil, 0, err
		}
		i := len(out)
		out = append(out, chanceCurve{
			label: name(rows[n][0]), list: list, value: pick(read[0], kept), low: pick(read[1], kept), high: pick(read[2], kept),
			colour: curveColours[i], dashes: curveDashes[i],
		})
	}
	return out, len(order), nil
}

// yearsOf returns the years of rows, from a column of periods or of numbers.
func yearsOf(t *tables.Table, rows []int, period string) (list, kept []int, err error) {
	if period != "year" {
		return byYear(t, rows, period)
	}
	all := t.Numbers(period)
	for _, row := range rows {
		y := int(all[row])
		if float64(y) != all[row] || y < 1800 || y > 2200 || len(list) > 0 && y <= list[len(list)-1] {
			return nil, nil, fmt.Errorf("%s row %d: %g is not a year after the one before", t.Schema.File(), row+1, all[row])
		}
		list, kept = append(list, y), append(kept, row)
	}
	return list, kept, nil
}

func (c chanceCurve) style() draw.LineStyle { return line(c.colour, 1.8, c.dashes...) }

// curvesPanel draws probabilities by year over an axis from 0 to 100 %, with the
// intervals as thin bars and the last values beside their ends.
func curvesPanel(on *page, unit string, height vg.Length, curves []chanceCurve) panel {
	first, last := curves[0].list[0], curves[0].list[0]
	for _, c := range curves {
		first, last = min(first, c.list[0]), max(last, c.list[len(c.list)-1])
	}
	p := panel{unit: unit, height: height, x: yearAxis(first, last, on.inner()-30), named: true, y: on.valueAxis(100, 5)}
	ends := on.chanceEndings(curves)
	p.tail = max(endingWidth(ends), labelText.width(on.percentValue(99.9))+6)
	p.over = func(a plane) {
		for _, c := range curves {
			a.intervals(c)
		}
		for _, c := range curves {
			a.curve(c.style(), positions(c.list), c.value)
			a.dots(c.colour, positions(c.list), c.value)
		}
		a.endings(ends)
	}
	return p
}

// intervals draws the interval of every year.
func (p plane) intervals(c chanceCurve) {
	for i, year := range c.list {
		if math.IsNaN(c.low[i] + c.high[i]) {
			continue
		}
		x := p.atX(float64(year))
		p.StrokeLine2(line(c.colour, 0.9), x, p.atY(c.low[i]), x, p.atY(c.high[i]))
		for _, v := range []float64{c.low[i], c.high[i]} {
			p.StrokeLine2(line(c.colour, 0.9), x-2, p.atY(v), x+2, p.atY(v))
		}
	}
}

// chanceEndings are the last values of the curves.
func (on *page) chanceEndings(curves []chanceCurve) []ending {
	var out []ending
	for _, c := range curves {
		v := c.value[len(c.value)-1]
		out = append(out, ending{v, on.percentValue(v), "", c.colour})
	}
	return out
}

// percentValue writes a percentage, with a decimal where it is close to 0 or 100.
func (w *words) percentValue(v float64) string {
	switch {
	case v > 0 && v < 0.05:
		return "< " + w.say("%s %%", w.amount(0.1, 1))
	case v > 99.95 && v < 100:
		return "> " + w.say("%s %%", w.amount(99.9, 1))
	case v == 0 || v >= 1 && v <= 99 || v == 100:
		return w.say("%s %%", w.amount(v, 0))
	}
	return w.say("%s %%", w.amount(v, 1))
}

// curveLegend names the curves.
func curveLegend(curves []chanceCurve) legend {
	var out legend
	for _, c := range curves {
		out = append(out, markedKey(c.label, c.style()))
	}
	return out
}
