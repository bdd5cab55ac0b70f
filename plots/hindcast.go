package plots

import (
	"fmt"
	"image/color"
	"math"
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
		c.FillPolygon(colour, triangle(at, 3.6+2*edge))
	}},
	{"official_plan", "Official plan", purple, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, diamond(at, 4.2+1.4*edge))
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
	scope := p.Table(tables.Hindcast).Text("scope")[0]
	s := newSheet(p, hindcastTitle, fmt.Sprintf("Series compared with: %s.", titleOr(scope, "not said")))
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

const (
	trialGap  = 0.35 // between groups, in widths of a comparison
	trialHead = 20
	errorRow  = 12.5 // height of a line of the table of errors
)

// panels returns the chart of a metric and, under it, the table of errors.
func (v verdicts) panels() []panel {
	x := axis{}
	top := 0.0
	for i, t := range v.trials {
		if i > 0 {
			x.max += trialGap
		}
		for _, f := range t.forecasts {
			x.ticks = append(x.ticks, tick{at: x.max + 0.5, labelAt: x.max + 0.5, label: f.label, unmark: true})
			x.max++
			top = max(top, highest([]float64{f.actual}, f.said))
		}
	}
	title := metricTitles[v.metric]
	if title == "" {
		title = v.metric
	}
	main := panel{unit: title, head: trialHead, height: 104, x: x, y: valueAxis(top, 4), named: true}
	rows := axis{max: float64(len(forecasters))}
	for i, f := range forecasters {
		middle := rows.max - float64(i) - 0.5
		rows.ticks = append(rows.ticks, tick{at: middle, labelAt: middle, label: f.label})
	}
	errors := panel{unit: "Error, % of actual; the least in bold", height: errorRow * vg.Length(len(forecasters)), x: x, y: rows, bare: true}
	main.labels = errors.labelWidth()
	main.under = func(a plane) { v.backgrounds(a, axisHeight+panelGap+errors.total()) }
	main.over = v.compare
	errors.over = v.errors
	return []panel{main, errors}
}

// each calls f for every comparison with the place of its slot.
func (v verdicts) each(f func(at float64, c forecast)) {
	at := 0.5
	for _, t := range v.trials {
		for _, c := range t.forecasts {
			f(at, c)
			at++
		}
		at += trialGap
	}
}

// backgrounds names the groups and sets the hold-out apart, down to the table.
func (v verdicts) backgrounds(p plane, below vg.Length) {
	at := 0.0
	for _, t := range v.trials {
		end := at + float64(len(t.forecasts))
		left, right := p.atX(at), p.atX(end)
		if t.holdOut {
			p.FillPolygon(paleYellow, corners(vg.Rectangle{
				Min: vg.Point{X: left, Y: p.Min.Y - below}, Max: vg.Point{X: right, Y: p.Max.Y + trialHead},
			}))
		}
		name := lettering{bold(labelText.size()), ink}
		name.write(p, (left+right)/2, p.Max.Y+7, centred, name.fit(t.name, right-left+16))
		at = end + trialGap
	}
}

// compare draws what happened as a wide bar and forecasts as marks on it.
func (v verdicts) compare(p plane) {
	v.each(func(at float64, c forecast) {
		half := min(0.42, float64(36/(p.atX(1)-p.atX(0))))
		if c.actual >= 0 {
			p.bar(actualColour, at-half, at+half, 0, c.actual)
			y := p.atY(c.actual)
			p.StrokeLine2(actualLine, p.atX(at-half), y, p.atX(at+half), y)
		}
		for i, f := range forecasters {
			if value := c.said[i]; !math.IsNaN(value) {
				aside := float64(half*(float64(2*i+1)/float64(len(forecasters))-1)) * 0.9
				place := p.point(at+aside, value)
				f.mark(p.Canvas, white, place, 0.9)
				f.mark(p.Canvas, f.colour, place, 0)
			}
		}
	})
}

// errors writes the table of errors.
func (v verdicts) errors(p plane) {
	v.each(func(at float64, c forecast) {
		best := c.best()
		for i := range forecasters {
			l := axisText
			if i == best {
				l = lettering{bold(axisText.size()), ink}
			}
			y := p.atY(p.y.max-float64(i)-0.5) - l.height()/2
			l.write(p, p.atX(at), y, centred, signedPercent(errorPercent(c.said[i], c.actual)))
		}
	})
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
