package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

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
	{"model", text("Model"), blue, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) { dot(c, colour, at, 3.6+edge) }},
	{"last_value", text("Last value"), orange, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, corners(grow(vg.Rectangle{Min: at, Max: at}, 2.9+edge)))
	}},
	{"last_growth", text("Last growth"), vermillion, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, triangle(at, 3.6+vg.Length(2*edge)))
	}},
	{"official_plan", text("Official plan"), purple, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
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

// scopeTitles name the official series for readers.
var scopeTitles = map[string]string{tables.LikeForLike: text("like-for-like"), headline: text("headline")}

// metricTitles name the metrics for readers.
var metricTitles = map[string]string{
	"throughput_mt":   text("Throughput, Mt per year"),
	"containers_kteu": text("Containers, thousand TEU per year"),
}

// hindcastFits reports whether there is anything to compare with.
func hindcastFits(p *tables.Package) bool {
	t, err := rowsOf(p, tables.Hindcast)
	return err != nil || anyNumber(t.Numbers("actual"))
}

// drawHindcast sets what happened beside what the model and plain rules would
// have said, with their errors, and the natural experiments below.
func drawHindcast(on *page, p *tables.Package) (*Figure, error) {
	metrics, err := readVerdicts(p, mostForecasts)
	if err != nil {
		return nil, err
	}
	scopes := p.Table(tables.Hindcast).Text("scope")
	series := on.say("Series compared with: %s.", on.say(cmp.Or(scopeTitles[scopes[0]], text("not said"))))
	if slices.Contains(scopes, tables.LikeForLike) && scopes[0] != tables.LikeForLike {
		series += " " + on.say("(L): like-for-like.")
	}
	s := newSheet(on, p, hindcastTitle, series)
	s.legend = legend{{on.say("Actual"), 14, func(c draw.Canvas, at vg.Rectangle) {
		c.FillPolygon(actualColour, corners(at))
		c.StrokeLine2(actualLine, at.Min.X, at.Max.Y, at.Max.X, at.Max.Y)
	}}}
	for _, f := range forecasters {
		s.legend = append(s.legend, key{on.say(f.label), 8, func(c draw.Canvas, at vg.Rectangle) {
			f.mark(c, f.colour, at.Min.Add(at.Max).Scale(0.5), 0)
		}})
	}
	if slices.ContainsFunc(metrics, verdicts.heldOut) {
		s.legend = append(s.legend, areaKey(on.say("Hold-out: not used to fit"), paleYellow))
	}
	for _, v := range metrics[:min(on.most(mostMetrics), len(metrics))] {
		s.panels = append(s.panels, v.panels(on)...)
		s.tell(v.spoken(on) + ".")
		if v.shown < v.of {
			s.note = cmp.Or(s.note, on.say("Comparisons shown of each metric: the first %d.", mostForecasts))
		}
	}
	if t := p.Table(tables.Experiments); t != nil && t.Len() > 0 {
		e, err := readExperiments(p)
		if err != nil {
			return nil, err
		}
		below := experimentsPanel(on, e)
		below.labels = s.panels[0].labels
		s.panels = append(s.panels, below)
	}
	return s.figure(), nil
}

// spoken says the errors of the model for readers who cannot see the chart.
func (v verdicts) spoken(on *page) string {
	var out []string
	for _, t := range v.trials {
		for _, f := range t.forecasts {
			out = append(out, fmt.Sprintf("%s %s ", t.title(on), f.label)+on.say("%s %%", on.signedPercent(errorPercent(f.said[0], f.actual))))
		}
	}
	return on.say("Error of the model, %s:", v.title(on)) + " " + strings.Join(out, "; ")
}

// title names the metric for readers.
func (v verdicts) title(on *page) string {
	return on.say(cmp.Or(metricTitles[v.metric], v.metric))
}
