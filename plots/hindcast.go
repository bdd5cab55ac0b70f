package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
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
	column tables.NumberColumn
	label  string
	colour color.Color
	mark   func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length)
}{
	{tables.Hindcast.Model, words.Text("Model"), page.Blue, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) { ink.Dot(c, colour, at, 3.6+edge) }},
	{tables.Hindcast.LastValue, words.Text("Last value"), page.Orange, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, ink.Corners(ink.Grow(vg.Rectangle{Min: at, Max: at}, 2.9+edge)))
	}},
	{tables.Hindcast.Drift, words.Text("Mean change"), page.Vermillion, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, ink.Triangle(at, 3.6+vg.Length(2*edge)))
	}},
	{tables.Hindcast.OfficialPlan, words.Text("Official plan"), page.Purple, func(c draw.Canvas, colour color.Color, at vg.Point, edge vg.Length) {
		c.FillPolygon(colour, ink.Diamond(at, 4.2+vg.Length(1.4*edge)))
	}},
}

func forecastColumns() []tables.NumberColumn {
	var out []tables.NumberColumn
	for _, f := range forecasters {
		out = append(out, f.column)
	}
	return out
}

var (
	actualColour = ink.RGB(0xc4c4c4)
	actualLine   = ink.Line(page.DarkGrey, 1.2)
)

// scopeTitles name the official series for readers.
var scopeTitles = map[string]string{tables.LikeForLike: words.Text("like-for-like"), tables.Headline: words.Text("headline")}

// hindcastFits reports whether there is anything to compare with.
func hindcastFits(p *tables.Package) bool {
	t, err := series.RowsOf(p, tables.Hindcast)
	return err != nil || series.AnyNumber(tables.Hindcast.Actual.Of(t))
}

// drawHindcast sets what happened beside what the model and plain rules would
// have said, with their errors, and the natural experiments below.
func drawHindcast(on *page.Page, p *tables.Package) (*page.Figure, error) {
	metrics, err := readVerdicts(p, mostForecasts)
	if err != nil {
		return nil, err
	}
	scopes := tables.Hindcast.Scope.Of(p.Table(tables.Hindcast))
	series := on.Say("Series compared with: %s.", on.Say(cmp.Or(scopeTitles[scopes[0]], words.Text("not said"))))
	if slices.Contains(scopes, tables.LikeForLike) && scopes[0] != tables.LikeForLike {
		series += " " + on.Say("(L): like-for-like.")
	}
	s := page.NewSheet(on, p, hindcastTitle, series)
	s.Legend = page.Legend{{Label: on.Say("Actual"), Width: 14, Sample: func(c draw.Canvas, at vg.Rectangle) {
		c.FillPolygon(actualColour, ink.Corners(at))
		c.StrokeLine2(actualLine, at.Min.X, at.Max.Y, at.Max.X, at.Max.Y)
	}}}
	for _, f := range forecasters {
		s.Legend = append(s.Legend, page.Key{Label: on.Say(f.label), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
			f.mark(c, f.colour, at.Min.Add(at.Max).Scale(0.5), 0)
		}})
	}
	if slices.ContainsFunc(metrics, verdicts.heldOut) {
		s.Legend = append(s.Legend, page.AreaKey(on.Say("Hold-out: not used to fit"), page.PaleYellow))
	}
	for _, v := range metrics[:min(on.Most(mostMetrics), len(metrics))] {
		s.Panels = append(s.Panels, v.panels(on)...)
		s.Tell(v.spoken(on) + ".")
		if v.shown < v.of {
			s.Note = cmp.Or(s.Note, on.Say("Comparisons shown of each metric: the first %d.", mostForecasts))
		}
	}
	if t := p.Table(tables.Experiments); t != nil && t.Len() > 0 {
		e, err := readExperiments(p)
		if err != nil {
			return nil, err
		}
		below := experimentsPanel(on, e)
		below.Labels = s.Panels[0].Labels
		s.Panels = append(s.Panels, below)
	}
	return s.Figure(), nil
}

// spoken says the errors of the model for readers who cannot see the chart.
func (v verdicts) spoken(on *page.Page) string {
	var out []string
	for _, t := range v.trials {
		for _, f := range t.forecasts {
			out = append(out, fmt.Sprintf("%s %s ", t.title(on), f.label)+on.ChangePercent(errorPercent(f.said[0], f.actual)))
		}
	}
	return on.Say("Error of the model, %s:", v.title(on)) + " " + strings.Join(out, "; ")
}

// title names the metric for readers.
func (v verdicts) title(on *page.Page) string {
	if v.metric == oilByBTC {
		return on.Say(words.Text("Oil to the BTC pipeline, Mt per year"))
	}
	return on.Say(metricOf(v.metric).axis)
}

// oilByBTC is a metric of hindcast.csv that other tables do not have.
const oilByBTC = "oil_mt"
