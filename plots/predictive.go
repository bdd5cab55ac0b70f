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
	predictiveTitle    = "What was observed, and what the calibrated model says of it"
	mostObservations   = 6  // of a series
	fewestObservations = 3  // of it where there is little room
	mostPredicted      = 12 // series
)

// Bars of what fits say, each with a pale part of 90 % and a dark one of 50 %.
var (
	judgedBar = [2]color.Color{page.PaleBlue, page.Blue}
	forUseBar = [2]color.Color{page.PaleGreen, page.Green}
)

// predictiveFits reports whether any observation is compared.
func predictiveFits(p *tables.Package) bool {
	return series.AnyNumber(tables.Predictive.Observed.Of(p.Table(tables.Predictive)))
}

// drawPredictive sets each observation on what the fits say of it, series by series: before
// calibration, by the fit that does not know it, and by the fit for use.
func drawPredictive(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Predictive)
	if err != nil {
		return nil, err
	}
	kind := kindOf(tables.Predictive.Kind.Of(t))
	all, used, err := readObservations(t, kind)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, series.Nothing{Text: words.Text("Nothing that was observed is compared.")}
	}
	s := page.NewSheet(on, p, predictiveTitle, conditionOf(on, kind)+". "+on.Say("Bars: 90 % of what the model says, their dark parts 50 %."))
	shown := all[:min(on.Most(mostPredicted), len(all))]
	rows := max(fewestObservations, on.Most(mostObservations))
	s.Legend = predictiveLegend(on, shown, used)
	s.Panels = []page.Panel{predictiveGrid(on, shown, rows)}
	s.Note = cmp.Or(s.Note, predictiveNote(on, shown, rows, len(all)))
	for _, o := range shown {
		s.Tell(o.spoken(on))
	}
	return s.Figure(), nil
}

// predictiveLegend explains the bars from the top of a row down, and the dot.
func predictiveLegend(on *page.Page, shown []observedSeries, used string) page.Legend {
	out := page.Legend{
		{Label: on.Say("Observed, with 90 % of its error; its number at the right"), Width: page.KeyWidth, Sample: func(c draw.Canvas, at vg.Rectangle) {
			y := (at.Min.Y + at.Max.Y) / 2
			paintObserved(c, vg.Point{X: (at.Min.X + at.Max.X) / 2, Y: y}, at.Min.X+2, at.Max.X-2, true)
		}},
	}
	if unfitted(shown) {
		out = append(out, page.Key{Label: on.Say("The same, used by no fit"), Width: 8, Sample: func(c draw.Canvas, at vg.Rectangle) {
			middle := at.Min.Add(at.Max).Scale(0.5)
			paintObserved(c, middle, middle.X, middle.X, false)
		}})
	}
	out = append(out, twoToned(on.Say("Upper bar: calibrated on the years before it alone"), judgedBar))
	if used != "" {
		out = append(out, twoToned(on.Say("Lower bar: calibrated on %s, for use", used), forUseBar))
	}
	return append(out, page.AreaKey(on.Say("Before calibration, 90 %"), priorColour))
}

// twoToned explains a bar of 90 % with a dark part of 50 %.
func twoToned(label string, colours [2]color.Color) page.Key {
	return page.Key{Label: label, Width: page.KeyWidth, Sample: func(c draw.Canvas, at vg.Rectangle) {
		at.Min.Y, at.Max.Y = at.Min.Y+2, at.Max.Y-2
		c.FillPolygon(colours[0], ink.Corners(at))
		at.Min.X, at.Max.X = at.Min.X+7, at.Max.X-7
		c.FillPolygon(colours[1], ink.Corners(at))
	}}
}

// unfitted reports whether some observations, but not all, were used by no fit.
func unfitted(shown []observedSeries) bool {
	for _, s := range shown {
		for _, o := range s.all {
			if !o.fitted {
				return true
			}
		}
	}
	return false
}

// predictiveNote counts the yearly figures that the upper bars hold.
func predictiveNote(on *page.Page, shown []observedSeries, rows, all int) string {
	judged, half, nine := 0, 0, 0
	for _, s := range shown {
		for _, o := range s.all {
			if !o.judged.said() || !o.wholeYear() {
				continue
			}
			judged++
			inHalf, inNine := o.judged.within(o.observed)
			if inHalf {
				half++
			}
			if inNine {
				nine++
			}
		}
	}
	var out []string
	if judged > 0 {
		out = append(out, on.Say("Of %[1]d yearly figures the upper bar, which did not know them, holds %[2]d, and its dark part %[3]d.", judged, nine, half))
	}
	if slices.ContainsFunc(shown, func(s observedSeries) bool { return len(s.all) > rows }) {
		out = append(out, on.Say("Of each series %d are shown: whole years and what a fit used first, then the latest.", rows))
	}
	if all > len(shown) {
		out = append(out, on.Say("Series shown: the first %[1]d of %[2]d.", len(shown), all))
	}
	return strings.Join(out, " ")
}

// spoken says the latest observation of the series and what was said of it.
func (s observedSeries) spoken(on *page.Page) string {
	o := s.all[len(s.all)-1]
	unit, factor := s.unitOf(on)
	decimals := decimalsFor(float64(o.observed*factor), 3)
	text := fmt.Sprintf("%s, %s: %s", unit, o.title(on), on.Amount(float64(o.observed*factor), decimals))
	if q := o.judged.times(factor); q.said() {
		text += " (" + on.Amount(q.p05, decimals) + "–" + on.Amount(q.p95, decimals) + ")"
	}
	return text + "."
}

// unitOf returns the name of the series with its unit, and the factor to it.
func (s observedSeries) unitOf(on *page.Page) (text string, factor float64) {
	unit, factor := on.Unit(s.unit), 1.0
	highest := 0.0
	for _, o := range s.all {
		highest = max(highest, o.observed)
	}
	if highest >= 10_000 {
		unit, factor = on.Say("thousand %s", unit), 0.001
	}
	return on.Say(s.title) + ", " + unit, factor
}

// decimalsFor is how many decimals give a number so many figures.
func decimalsFor(v float64, figures int) int {
	least := 0.995
	for range figures - 1 {
		least = float64(least * 10)
	}
	decimals := 0
	for ; decimals < 8 && v < least && v > 0; decimals++ {
		v = float64(v * 10)
	}
	return decimals
}
