package plots

import (
	"fmt"
	"image/color"
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const experimentHeight vg.Length = 27

const mostExperiments = 12

// experiment is an event that shows how the corridor responds: by how much
// something changed, and by how much the model says. In percent.
type experiment struct {
	title, metric        string
	low, high, model     float64
	signRight, sizeRight bool
}

// readExperiments returns the natural experiments in their order.
func readExperiments(p *tables.Package) ([]experiment, error) {
	t, err := series.RowsOf(p, tables.Experiments)
	if err != nil {
		return nil, err
	}
	var out []experiment
	for row, name := range tables.Experiments.Experiment.Of(t) {
		e := experiment{
			title: titleOr(tables.Experiments.Title.Of(t)[row], name), metric: tables.Experiments.Metric.Of(t)[row],
			signRight: tables.Experiments.SignRight.True(t, row), sizeRight: tables.Experiments.SizeRight.True(t, row),
		}
		for _, part := range []struct {
			to     *float64
			column tables.NumberColumn
		}{{&e.low, tables.Experiments.ObservedLow}, {&e.high, tables.Experiments.ObservedHigh}, {&e.model, tables.Experiments.Model}} {
			v := part.column.Of(t)[row]
			if math.Abs(v) > largestChange {
				return nil, series.TooLarge(t, part.column)
			}
			*part.to = float64(100 * v)
		}
		if e.low > e.high {
			return nil, fmt.Errorf("%s: observed_low is above observed_high", t.Place(row))
		}
		out = append(out, e)
	}
	return out, nil
}

// largestChange is the largest change, as a ratio, that a chart draws.
const largestChange = 1e6

// experimentsPanel draws the range observed as a bar and the model as a dot.
func experimentsPanel(on *page.Page, all []experiment) page.Panel {
	shown := all[:min(on.Most(mostExperiments), len(all))]
	low, high := 0.0, 0.0
	for _, e := range shown {
		for _, v := range []float64{e.low, e.high, e.model} {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	n := len(shown)
	unit := on.Say("Natural experiments, change in %: the range observed as a bar, the model as a dot")
	if n < len(all) {
		unit = fmt.Sprintf("%s (%d/%d)", unit, n, len(all))
	}
	p := page.Panel{Unit: unit, Height: experimentHeight * vg.Length(n), Least: experimentHeight * vg.Length(n), X: on.SignedAxis(low, high, 8), Y: page.Axis{Max: float64(n)}, Named: true}
	p.Under = page.Plane.Uprights
	p.Over = func(a page.Plane) {
		for i, e := range shown {
			paintExperiment(a, e, a.Max.Y-vg.Length(experimentHeight*vg.Length(i)))
		}
	}
	return p
}

// paintExperiment draws one line of text with the range and the dot below it.
func paintExperiment(p page.Plane, e experiment, top vg.Length) {
	verdict, colour := e.verdict(p.On)
	if !math.IsNaN(e.model) {
		verdict = p.On.ChangePercent(e.model) + ", " + verdict
	}
	result := page.BoldText.In(colour)
	base := top - 11
	p.Patch(p.Max.X-result.Width(verdict), p.Max.X, base)
	result.Write(p, p.Max.X, base, ink.FromRight, verdict)
	title := page.LabelText.Fit(e.title, p.Max.X-p.Min.X-result.Width(verdict)-16)
	p.Patch(p.Min.X+2, p.Min.X+2+page.LabelText.Width(title), base)
	page.LabelText.Write(p, p.Min.X+2, base, ink.FromLeft, title)

	y := top - 19
	if !math.IsNaN(e.low + e.high) {
		left, right := p.AtX(e.low), p.AtX(e.high)
		p.FillPolygon(actualColour, ink.Corners(vg.Rectangle{
			Min: vg.Point{X: min(left, ink.Half(left+right)-1), Y: y - 4}, Max: vg.Point{X: max(right, ink.Half(left+right)+1), Y: y + 4},
		}))
	}
	if !math.IsNaN(e.model) {
		at := vg.Point{X: p.AtX(e.model), Y: y}
		ink.Dot(p.Canvas, page.White, at, 4.6)
		ink.Dot(p.Canvas, page.Blue, at, 3.6)
	}
}

// verdict says whether the model agrees, and in which colour.
func (e experiment) verdict(on *page.Page) (string, color.Color) {
	switch {
	case math.IsNaN(e.model):
		return on.Say("not run"), page.MidGrey
	case !e.signRight:
		return on.Say("wrong direction"), page.Vermillion
	case !e.sizeRight:
		return on.Say("right direction, wrong size"), page.Ink
	}
	return on.Say("within the range"), page.DarkGreen
}
