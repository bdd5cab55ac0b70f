package plots

import (
	"cmp"
	"fmt"
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
	missesTitle           = "What the misses of the model come from"
	mostMisses            = 24
	missRow     vg.Length = 13
	missNames   vg.Length = 190
	mostMissed            = 150 // percent, on the axis
)

// noForecasts is said where no forecast can be judged.
var noForecasts = words.Text("No forecast can be compared with what happened.")

// miss is how far the model was off in a year of a series, in percent: as a forecast, told the
// rates, water and closures of the year, and fitted to other years.
type miss struct {
	series, year             string
	forecast, given, heldOut float64
}

func (m miss) known() bool {
	return !math.IsNaN(m.forecast) || !math.IsNaN(m.given) || !math.IsNaN(m.heldOut)
}

// missesFit reports whether more is known than the forecasts.
func missesFit(p *tables.Package) bool {
	past, err := readPast(p)
	if series.Unreadable(err) {
		return true
	}
	t := p.Table(tables.Experiments)
	return t != nil && t.Len() > 0 || slices.ContainsFunc(past, pastSeries.isExplained)
}

// drawMisses shows for each series and year by how much the model was off, as a forecast and told
// what could not be known, and below what natural experiments say of how it responds.
func drawMisses(on *page.Page, p *tables.Package) (*page.Figure, error) {
	past, err := readPast(p)
	if err != nil {
		return nil, err
	}
	var tried []experiment
	if t := p.Table(tables.Experiments); t != nil && t.Len() > 0 {
		if tried, err = readExperiments(p); err != nil {
			return nil, err
		}
	}
	all := missesOf(on, past)
	if len(all)+len(tried) == 0 {
		return nil, series.Nothing{Text: noForecasts}
	}
	shown := all[:min(on.Most(mostMisses), len(all))]
	s := page.NewSheet(on, p, missesTitle, on.Say("Error of the model, % of what happened: as a forecast, told the rates, water and closures of the year, and fitted to other years."))
	s.Find(missesFinding(on, all, tried))
	if len(shown) > 0 {
		s.Legend = missLegend(on, shown)
		s.Panels = append(s.Panels, missesPanel(on, shown))
	}
	if len(tried) > 0 {
		below := experimentsPanel(on, tried)
		if len(s.Panels) > 0 {
			below.Labels = s.Panels[0].LabelWidth()
		}
		s.Panels = append(s.Panels, below)
	}
	if len(shown) < len(all) {
		s.Note = cmp.Or(s.Note, on.Say("Years of series shown: the first %[1]d of %[2]d.", len(shown), len(all)))
	}
	for _, m := range shown {
		s.Tell(fmt.Sprintf("%s %s: %s, %s.", m.series, m.year, on.ChangePercent(m.forecast), on.ChangePercent(m.given)))
	}
	return s.Figure(), nil
}

// missesOf returns the years of which something was said, series by series.
func missesOf(on *page.Page, past []pastSeries) []miss {
	var out []miss
	for _, s := range past {
		for _, y := range s.years {
			m := miss{s.name(on), fmt.Sprint(y.year), errorPercent(y.forecast[byModel], y.actual), errorPercent(y.given, y.actual), math.NaN()}
			if y.heldOut {
				m.heldOut = errorPercent(y.fitted, y.actual)
			}
			if m.known() {
				out = append(out, m)
			}
		}
	}
	return out
}

// missesFinding says how much nearer the model is once it is told what could not be known, or else
// what experiments say.
func missesFinding(on *page.Page, all []miss, tried []experiment) string {
	var forecast, given []float64
	for _, m := range all {
		if !math.IsNaN(m.forecast + m.given) {
			forecast, given = append(forecast, m.forecast), append(given, m.given)
		}
	}
	if before, n := meanError(forecast); n > 0 {
		after, _ := meanError(given)
		return on.Say("Told the rates, water and closures of the year, the model is off by %[1]s in the mean instead of %[2]s", on.Percent(after), on.Percent(before))
	}
	right, run := 0, 0
	for _, e := range tried {
		if math.IsNaN(e.model) {
			continue
		}
		run++
		if e.signRight {
			right++
		}
	}
	if run == 0 {
		return ""
	}
	return on.Say("The model has the right direction in %[1]d of %[2]d natural experiments", right, run)
}

// missMarks are those of a forecast, of what was said with more known, and of a year held out.
var missMarks = []struct {
	label string
	of    func(m miss) float64
	paint func(c draw.Canvas, at vg.Point)
}{
	{words.Text("Forecast a year ahead"), func(m miss) float64 { return m.forecast }, func(c draw.Canvas, at vg.Point) { markForecaster(c, byModel, at) }},
	{words.Text("Rates, water and closures given"), func(m miss) float64 { return m.given }, func(c draw.Canvas, at vg.Point) {
		ink.Dot(c, page.Blue, at, 3.6)
		ink.Dot(c, page.White, at, 2.2)
	}},
	{words.Text("Fitted to other years"), func(m miss) float64 { return m.heldOut }, func(c draw.Canvas, at vg.Point) {
		c.FillPolygon(page.White, ink.Diamond(at, 4.6))
		c.FillPolygon(page.Green, ink.Diamond(at, 3.6))
	}},
}

func missLegend(on *page.Page, shown []miss) page.Legend {
	var out page.Legend
	for _, mark := range missMarks {
		if slices.ContainsFunc(shown, func(m miss) bool { return !math.IsNaN(mark.of(m)) }) {
			out = append(out, page.Key{Label: on.Say(mark.label), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
				mark.paint(c, at.Min.Add(at.Max).Scale(0.5))
			}})
		}
	}
	return out
}

// missesPanel has a row for each year of a series.
func missesPanel(on *page.Page, shown []miss) page.Panel {
	low, high := 0.0, 0.0
	names := make([]string, len(shown))
	for i, m := range shown {
		names[i] = m.series + ", " + m.year
		for _, mark := range missMarks {
			if v := mark.of(m); !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	p := page.RowPanel(on.SignedAxis(low, min(high, mostMissed), 8), names, missNames, missRow, missRow)
	p.Unit, p.Named = on.Say("Error of the model, %"), true
	p.Under = page.Plane.Uprights
	p.Over = func(a page.Plane) {
		for i, m := range shown {
			y := a.AtY(a.Y.RowTop(i) - 0.5)
			place := func(v float64) vg.Point { return vg.Point{X: a.AtX(min(v, a.X.Max)), Y: y} }
			if i > 0 && m.series != shown[i-1].series {
				a.StrokeLine2(page.GridLine, page.Margin, a.AtY(a.Y.RowTop(i)), a.Max.X, a.AtY(a.Y.RowTop(i)))
			}
			if !math.IsNaN(m.forecast + m.given) {
				a.StrokeLine2(ink.Line(page.Blue, 1), place(m.forecast).X, y, place(m.given).X, y)
			}
			for _, mark := range slices.Backward(missMarks) {
				if v := mark.of(m); !math.IsNaN(v) {
					mark.paint(a.Canvas, place(v))
				}
			}
		}
	}
	return p
}
