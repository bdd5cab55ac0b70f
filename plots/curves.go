package plots

import (
	"image/color"
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
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
	curveColours = []color.Color{page.Blue, page.Vermillion, page.Green, page.Purple, page.Orange, page.DarkGrey}
	curveDashes  = [][]vg.Length{nil, {7, 2}, {2, 2}, {9, 2, 2, 2}, {4, 4}, {1, 2}}
)

// newCurves reads probabilities by year, one for each kind of row; two kinds may have
// one name. The columns are the probability and both ends of its interval.
func newCurves(t *tables.Table, period string, kind, name func(row int) string, columns [3]string) ([]chanceCurve, int, error) {
	var read [3][]float64
	for i, column := range columns {
		var err error
		if read[i], err = series.Shares(t, column); err != nil {
			return nil, 0, err
		}
	}
	if !series.AnyNumber(read[0]) {
		return nil, 0, series.AllEmpty(t, columns[0])
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
		list, kept, err := series.YearsOf(t, rows[n], period)
		if err != nil {
			return nil, 0, err
		}
		i := len(out)
		out = append(out, chanceCurve{
			label: name(rows[n][0]), list: list, value: series.Pick(read[0], kept), low: series.Pick(read[1], kept), high: series.Pick(read[2], kept),
			colour: curveColours[i], dashes: curveDashes[i],
		})
	}
	return out, len(order), nil
}

func (c chanceCurve) style() draw.LineStyle { return ink.Line(c.colour, 1.8, c.dashes...) }

// curvesPanel draws probabilities by year over an axis from 0 to 100 %, with the
// intervals as thin bars and the last values beside their ends.
func curvesPanel(on *page.Page, unit string, height vg.Length, curves []chanceCurve) page.Panel {
	first, last := curves[0].list[0], curves[0].list[0]
	for _, c := range curves {
		first, last = min(first, c.list[0]), max(last, c.list[len(c.list)-1])
	}
	p := page.Panel{Unit: unit, Height: height, X: page.YearAxis(first, last, on.Inner()-30), Named: true, Y: on.ValueAxis(100, 5)}
	ends := chanceEndings(on, curves)
	p.Tail = max(page.EndingWidth(ends), page.LabelText.Width(on.Percent(99.9))+6)
	p.Over = func(a page.Plane) {
		for _, c := range curves {
			paintIntervals(a, c)
		}
		for _, c := range curves {
			a.Curve(c.style(), series.Positions(c.list), c.value)
			a.Dots(c.colour, series.Positions(c.list), c.value)
		}
		a.Endings(ends)
	}
	return p
}

// paintIntervals draws the interval of every year.
func paintIntervals(p page.Plane, c chanceCurve) {
	for i, year := range c.list {
		if math.IsNaN(c.low[i] + c.high[i]) {
			continue
		}
		x := p.AtX(float64(year))
		p.StrokeLine2(ink.Line(c.colour, 0.9), x, p.AtY(c.low[i]), x, p.AtY(c.high[i]))
		for _, v := range []float64{c.low[i], c.high[i]} {
			p.StrokeLine2(ink.Line(c.colour, 0.9), x-2, p.AtY(v), x+2, p.AtY(v))
		}
	}
}

// chanceEndings are the last values of the curves.
func chanceEndings(on *page.Page, curves []chanceCurve) []page.Ending {
	var out []page.Ending
	for _, c := range curves {
		v := c.value[len(c.value)-1]
		out = append(out, page.Ending{Value: v, Text: on.Percent(v), Name: "", Colour: c.colour})
	}
	return out
}

// curveLegend names the curves.
func curveLegend(curves []chanceCurve) page.Legend {
	var out page.Legend
	for _, c := range curves {
		out = append(out, page.MarkedKey(c.label, c.style()))
	}
	return out
}
