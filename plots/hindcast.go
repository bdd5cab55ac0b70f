package plots

import (
	"fmt"
	"image/color"
	"slices"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

const (
	hindcastTitle = "What the model would have said, against what happened"
	mostForecasts = 18 // side by side
	mostMetrics   = 3
)

// forecasters are those whose forecasts are compared, each with its mark.
var forecasters = []struct {
	column, label string
	colour        color.Color
	mark          func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length)
}{
	{"model", "Model", blue, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) { dot(c, colour, at, 3.6+edge) }},
	{"last_value", "Last value", orange, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, corners(grow(vg.Rectangle{Min: at, Max: at}, 2.9+edge)))
	}},
	{"last_growth", "Last growth", vermillion, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, triangle(at, 3.6+vg.Length(2*edge)))
	}},
	{"official_plan", "Official plan", purple, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, diamond(at, 4.2+vg.Length(1.4*edge)))
	}},
}

// triangle is one that points up.
func triangle(at vg.Point, r vg.Length) []vg.Point {
	foot := at.Y - vg.Length(0.75*r)
	return []vg.Point{{X: at.X - r, Y: foot}, {X: at.X + r, Y: foot}, {X: at.X, Y: at.Y + r}}
}

func forecastColumns() []string {
	var out []string
	for _, f := range forecasters {
		out = append(out, f.column)
	}
	return out
}

var (
	actualColour = rgb(0xc4c4c4)
	actualLine   = line(darkGrey, 1.2)
)

// metricTitles name the metrics for readers.
var metricTitles = map[string]string{
	"throughput_mt":   "Throughput, Mt per year",
	"containers_kteu": "Containers, thousand TEU per year",
}

// hindcastFits reports whether there is anything to compare with.
func hindcastFits(p *tables.Package) bool {
	t, err := rowsOf(p, tables.Hindcast)
	return err != nil || anyNumber(t.Numbers("actual"))
}

// drawHindcast sets what happened beside what the model and plain rules would
// have said, with their errors, and the natural experiments below.
func drawHindcast(p *tables.Package) (*Figure, error) {
	metrics, err := readVerdicts(p, mostForecasts)
	if err != nil {
		return nil, err
	}
	scopes := p.Table(tables.Hindcast).Text("scope")
	series := fmt.Sprintf("Series compared with: %s", titleOr(scopes[0], "not said"))
	if slices.Contains(scopes, tables.LikeForLike) && scopes[0] != tables.LikeForLike {
		series += "; (L): like-for-like"
	}
	s := newSheet(p, hindcastTitle, series+".")
	s.legend = legend{{"Actual", 14, func(c draw.Canvas, at vg.Rectangle) {
		c.FillPolygon(actualColour, corners(at))
		c.StrokeLine2(actualLine, at.Min.X, at.Max.Y, at.Max.X, at.Max.Y)
	}}}
	for _, f := range forecasters {
		s.legend = append(s.legend, key{f.label, 8, func(c draw.Canvas, at vg.Rectangle) {
			f.mark(c, f.colour, at.Min.Add(at.Max).Scale(0.5), 0)
		}})
	}
	if slices.ContainsFunc(metrics, verdicts.heldOut) {
		s.legend = append(s.legend, areaKey("Hold-out: not used to fit", paleYellow))
	}
	for _, v := range metrics[:min(mostMetrics, len(metrics))] {
		s.panels = append(s.panels, v.panels()...)
		s.description += " " + v.spoken()
		if v.shown < v.of {
			s.note = fmt.Sprintf("The first %d comparisons of each metric are shown.", mostForecasts)
		}
	}
	if t := p.Table(tables.Experiments); t != nil && t.Len() > 0 {
		e, err := readExperiments(p)
		if err != nil {
			return nil, err
		}
		below := experimentsPanel(e)
		below.labels = s.panels[0].labels
		s.panels = append(s.panels, below)
	}
	return s.figure(), nil
}

// spoken says the errors of the model for readers who cannot see the chart.
func (v verdicts) spoken() string {
	out := fmt.Sprintf("Error of the model, %s:", v.metric)
	for _, t := range v.trials {
		for _, f := range t.forecasts {
			out += fmt.Sprintf(" %s %s %s %%;", t.name, f.label, signedPercent(errorPercent(f.said[0], f.actual)))
		}
	}
	return out[:len(out)-1] + "."
}
