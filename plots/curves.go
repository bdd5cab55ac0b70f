package plots

import (
	"cmp"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

// chanceCurve is a probability by year with its interval, in percent.
type chanceCurve struct {
	label     string
	list      []int
	value     []float64
	low, high []float64
	look
}

// newCurves reads probabilities by year, one for each kind of row; two kinds may have
// one name. Years returns those of rows, and which rows they are.
func newCurves(t *tables.Table, of tables.ShareColumns, years func(rows []int) (list, kept []int, err error), kind, name func(row int) string) ([]chanceCurve, int, error) {
	all, err := readShares(t, of)
	if err != nil {
		return nil, 0, err
	}
	if !series.AnyNumber(all.value) {
		return nil, 0, series.AllEmpty(t, of.Share)
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
		list, kept, err := years(rows[n])
		if err != nil {
			return nil, 0, err
		}
		c := all.at(kept)
		c.label, c.list = name(rows[n][0]), list
		c.look = looks[len(out)]
		out = append(out, c)
	}
	return out, len(order), nil
}

// readShares reads a probability and its interval of all rows.
func readShares(t *tables.Table, of tables.ShareColumns) (c chanceCurve, err error) {
	if c.value, err = series.Shares(t, of.Share); err != nil {
		return c, err
	}
	if c.low, err = series.Shares(t, of.Low); err != nil {
		return c, err
	}
	c.high, err = series.Shares(t, of.High)
	return c, err
}

// at returns the curve at some rows.
func (c chanceCurve) at(rows []int) chanceCurve {
	c.value, c.low, c.high = series.Pick(c.value, rows), series.Pick(c.low, rows), series.Pick(c.high, rows)
	return c
}

func (c chanceCurve) style() draw.LineStyle { return c.line(1.8) }

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

// describeCurves says the last values for readers who cannot see them.
func describeCurves(s *page.Sheet, curves []chanceCurve) {
	for _, c := range curves {
		last := len(c.list) - 1
		s.Describe("%[1]s, %[2]d: %[3]s.", c.label, c.list[last], s.On.Percent(c.value[last]))
	}
}

// chancesOverYears draws curves of shares of the futures, of as many as there are.
func chancesOverYears(on *page.Page, s page.Sheet, curves []chanceCurve, all int) *page.Figure {
	s.Legend = curveLegend(curves)
	s.Panels = []page.Panel{curvesPanel(on, on.Say("% of futures"), 240, curves)}
	s.Note = cmp.Or(s.Note, shownOf(on, len(curves), all))
	describeCurves(&s, curves)
	return s.Figure()
}
