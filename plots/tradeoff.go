package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	tradeoffTitle            = "The trade-off between how much a box explains and how surely"
	tradeoffHeight vg.Length = 300
)

var heldOutCurve = ink.Line(page.MidGrey, 1, 3, 2)

// limitColours are by the number of limits; the last is of all above.
var limitColours = []color.Color{page.MidGrey, page.SkyBlue, page.Blue, page.Orange, page.Vermillion, page.Purple}

// passed is a box that peeling passes.
type passed struct {
	coverage, density, judgedCoverage, judgedDensity float64 // %
	limits                                           int
	chosen                                           bool
}

// tradeoffFits reports whether peeling passed any box.
func tradeoffFits(p *tables.Package) bool {
	steps, err := readTrajectory(p)
	return series.Unreadable(err) || len(steps) > 1
}

// drawTradeoff shows the boxes that peeling passes: how much of what meets the condition they
// have, and how much of what they have meets it (Bryant & Lempert 2010, figure 4).
func drawTradeoff(on *page.Page, p *tables.Package) (*page.Figure, error) {
	steps, err := readTrajectory(p)
	if err != nil {
		return nil, err
	}
	if len(steps) < 2 {
		return nil, series.Nothing{Text: words.Text("No limits tell these futures from the others.")}
	}
	s := page.NewSheet(on, p, tradeoffTitle, conditionIn(on, p)+on.Say("Each dot is a box on the way from all futures, at the right, to few of them."))
	if i := slices.IndexFunc(steps, func(q passed) bool { return q.chosen }); i >= 0 {
		s.Title = cmp.Or(on.Title, on.Say("The box chosen holds %[1]s of the futures that meet it; of those inside %[2]s do", on.Percent(steps[i].coverage), on.Percent(steps[i].density)))
	}
	most := 0
	for _, q := range steps {
		most = max(most, q.limits)
	}
	s.Legend = tradeoffLegend(on, most)
	s.Panels = []page.Panel{tradeoffPanel(on, steps)}
	for _, q := range steps {
		if q.chosen {
			s.Tell(on.Say("Limits: %s", fmt.Sprint(q.limits)) + ". " + s.Title + ".")
		}
	}
	return s.Figure(), nil
}

// conditionIn says what is asked of the futures, where the package has it.
func conditionIn(on *page.Page, p *tables.Package) string {
	t := p.Table(tables.Boxes)
	if t == nil || t.Len() == 0 {
		return ""
	}
	return on.Say("Condition: %s.", tables.Boxes.Condition.Of(t)[0]) + " "
}

// readTrajectory returns the boxes on the way to the first one.
func readTrajectory(p *tables.Package) (steps []passed, err error) {
	t, err := series.RowsOf(p, tables.Trajectory)
	if err != nil {
		return nil, err
	}
	of := &tables.Trajectory
	var columns [4][]float64
	for i, c := range []tables.NumberColumn{of.Coverage, of.Density, of.JudgedCoverage, of.JudgedDensity} {
		if columns[i], err = series.Shares(t, c); err != nil {
			return nil, err
		}
	}
	for row := range t.Len() {
		if of.Box.Of(t)[row] != 1 || math.IsNaN(columns[0][row]+columns[1][row]) {
			continue
		}
		limits := of.Limits.Of(t)[row]
		if !(limits >= 0 && limits <= series.Largest) {
			return nil, fmt.Errorf("%s: limits is %v, expected a number of at least 0", t.Place(row), limits)
		}
		steps = append(steps, passed{columns[0][row], columns[1][row], columns[2][row], columns[3][row], int(limits), of.Chosen.True(t, row)})
	}
	return steps, nil
}

func tradeoffLegend(on *page.Page, most int) (out page.Legend) {
	for n := range min(most, len(limitColours)-1) + 1 {
		label := on.Say("Limits: %s", fmt.Sprint(n))
		if n == len(limitColours)-1 && most > n {
			label = on.Say("Limits: %s", on.Say("%d or more", n))
		}
		out = append(out, page.Key{Label: label, Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
			passedMark(c, limitColours[n], at.Min.Add(at.Max).Scale(0.5))
		}})
	}
	ring := page.Key{Label: on.Say("Chosen"), Width: 10, Sample: func(c draw.Canvas, at vg.Rectangle) { chosenRing(c, page.White, at.Min.Add(at.Max).Scale(0.5)) }}
	return append(out, ring, page.LineKey(on.Say("Among futures held out"), heldOutCurve))
}

func tradeoffPanel(on *page.Page, steps []passed) page.Panel {
	x, y := percentAxis(on), percentAxis(on)
	y.Lines = true
	p := page.Panel{Unit: on.Say("Density: share of the futures inside that meet it, %"), Height: tradeoffHeight, X: x, Y: y, Named: true}
	p.Over = func(a page.Plane) {
		xs, ys := make([]float64, len(steps)), make([]float64, len(steps))
		for i, q := range steps {
			xs[i], ys[i] = q.judgedCoverage, q.judgedDensity
		}
		a.Curve(heldOutCurve, xs, ys)
		for _, q := range steps {
			at := a.Point(q.coverage, q.density)
			if q.chosen {
				chosenRing(a.Canvas, page.White, at)
			}
			passedMark(a.Canvas, limitColours[min(q.limits, len(limitColours)-1)], at)
		}
		page.UnitText.Write(a, a.Max.X, a.Min.Y+6, ink.FromRight, page.UnitText.Fit(on.Say("Coverage: share of the futures that meet it which are inside, %"), a.Max.X-a.Min.X))
	}
	return p
}

// percentAxis runs from 0 to 100 %.
func percentAxis(on *page.Page) page.Axis {
	a := page.Axis{Max: 100}
	for v := 0.0; v <= 100; v += 20 {
		a.Ticks = append(a.Ticks, page.Tick{At: v, LabelAt: v, Label: on.Amount(v, 0)})
	}
	return a
}

func passedMark(c draw.Canvas, colour color.Color, at vg.Point) {
	ink.Dot(c, page.White, at, 3.6)
	ink.Dot(c, colour, at, 3)
}

// chosenRing is drawn around the box that was chosen.
func chosenRing(c draw.Canvas, inner color.Color, at vg.Point) {
	ink.Dot(c, page.Ink, at, 6)
	ink.Dot(c, inner, at, 4.6)
}
