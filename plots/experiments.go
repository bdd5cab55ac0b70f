package plots

import (
	"fmt"
	"image/color"
	"math"

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
	t, err := rowsOf(p, tables.Experiments)
	if err != nil {
		return nil, err
	}
	var out []experiment
	for row, name := range t.Text("experiment") {
		e := experiment{
			title: titleOr(t.Text("title")[row], name), metric: t.Text("metric")[row],
			signRight: t.Text("sign_right")[row] == "true", sizeRight: t.Text("size_right")[row] == "true",
		}
		for i, to := range []*float64{&e.low, &e.high, &e.model} {
			column := []string{"observed_low", "observed_high", "model"}[i]
			v := t.Numbers(column)[row]
			if math.Abs(v) > largestChange {
				return nil, tooLarge(t, column)
			}
			*to = float64(100 * v)
		}
		if e.low > e.high {
			return nil, fmt.Errorf("%s row %d: observed_low is above observed_high", t.Schema.File(), row+1)
		}
		out = append(out, e)
	}
	return out, nil
}

// largestChange is the largest change, as a ratio, that a chart draws.
const largestChange = 1e6

// experimentsPanel draws the range observed as a bar and the model as a dot.
func experimentsPanel(on *page, all []experiment) panel {
	shown := all[:min(on.most(mostExperiments), len(all))]
	low, high := 0.0, 0.0
	for _, e := range shown {
		for _, v := range []float64{e.low, e.high, e.model} {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	n := len(shown)
	unit := on.say("Natural experiments, change in %: the range observed as a bar, the model as a dot")
	if n < len(all) {
		unit = fmt.Sprintf("%s (%d/%d)", unit, n, len(all))
	}
	p := panel{unit: unit, height: experimentHeight * vg.Length(n), least: experimentHeight * vg.Length(n), x: on.signedAxis(low, high, 8), y: axis{max: float64(n)}, named: true}
	p.under = func(a plane) {
		for _, t := range p.x.ticks {
			style := gridLine
			if t.at == 0 {
				style = axisLine
			}
			a.StrokeLine2(style, a.atX(t.at), a.Min.Y, a.atX(t.at), a.Max.Y)
		}
	}
	p.over = func(a plane) {
		for i, e := range shown {
			a.experiment(e, a.Max.Y-vg.Length(experimentHeight*vg.Length(i)))
		}
	}
	return p
}

// experiment draws one line of text with the range and the dot below it.
func (p plane) experiment(e experiment, top vg.Length) {
	verdict, colour := e.verdict(p.on)
	if !math.IsNaN(e.model) {
		verdict = p.on.say("%s %%", p.on.signedPercent(e.model)) + ", " + verdict
	}
	result := boldText.in(colour)
	base := top - 11
	p.patch(p.Max.X-result.width(verdict), p.Max.X, base)
	result.write(p, p.Max.X, base, fromRight, verdict)
	title := labelText.fit(e.title, p.Max.X-p.Min.X-result.width(verdict)-16)
	p.patch(p.Min.X+2, p.Min.X+2+labelText.width(title), base)
	labelText.write(p, p.Min.X+2, base, fromLeft, title)

	y := top - 19
	if !math.IsNaN(e.low + e.high) {
		left, right := p.atX(e.low), p.atX(e.high)
		p.FillPolygon(actualColour, corners(vg.Rectangle{
			Min: vg.Point{X: min(left, half(left+right)-1), Y: y - 4}, Max: vg.Point{X: max(right, half(left+right)+1), Y: y + 4},
		}))
	}
	if !math.IsNaN(e.model) {
		at := vg.Point{X: p.atX(e.model), Y: y}
		dot(p.Canvas, white, at, 4.6)
		dot(p.Canvas, blue, at, 3.6)
	}
}

// patch clears the grid behind a line of text.
func (p plane) patch(from, to, base vg.Length) {
	p.FillPolygon(white, corners(vg.Rectangle{
		Min: vg.Point{X: from - 2, Y: base - 2}, Max: vg.Point{X: to + 2, Y: base + labelText.height() + 2},
	}))
}

// verdict says whether the model agrees, and in which colour.
func (e experiment) verdict(on *page) (string, color.Color) {
	switch {
	case math.IsNaN(e.model):
		return on.say("not run"), midGrey
	case !e.signRight:
		return on.say("wrong direction"), vermillion
	case !e.sizeRight:
		return on.say("right direction, wrong size"), ink
	}
	return on.say("within the range"), darkGreen
}
