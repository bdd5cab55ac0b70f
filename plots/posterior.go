package plots

import (
	"cmp"
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
	posteriorTitle = "What the observations tell about each parameter"
	mostLearnt     = 24
)

var heldOutLine = ink.Line(page.Vermillion, 1.3)

// posteriorFits reports whether any fit knows a year.
func posteriorFits(p *tables.Package) bool {
	return lastFit(tables.Parameters.Fit.Of(p.Table(tables.Parameters))) != ""
}

// drawPosterior shows each parameter before and after calibration, on a scale of its own, and
// by how much it became narrower and moved.
func drawPosterior(on *page.Page, p *tables.Package) (*page.Figure, error) {
	all, used, before, err := readLearnt(p)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 || used == "" {
		return nil, series.Nothing{Text: words.Text("No parameter was calibrated.")}
	}
	identified, atBound := 0, 0
	for _, l := range all {
		if l.identified {
			identified++
		}
		if l.atBound {
			atBound++
		}
	}
	shown := all[:min(on.Most(mostLearnt), len(all))]
	s := page.NewSheet(on, p, posteriorTitle, on.Say("Of %[1]d parameters the observations of %[2]s identify %[3]d; about the others they say nothing.", len(all), used, identified))
	s.Legend = posteriorLegend(on, used, before)
	s.Panels = []page.Panel{posteriorPanel(on, shown)}
	note := []string{
		on.Say("Values are in the unit of the number of the scenario, each row on its own scale."),
		on.Say("Narrower: the interval of 90 %. Moved: the part of what was assumed before that lies between the medians. Both are counted in ranks of what was assumed."),
	}
	if atBound > 0 {
		note = append(note, on.Say("At its bound: a tenth or more of what is left lies in the last hundredth of what was assumed."))
	}
	if len(shown) < len(all) {
		note = append(note, on.Say("Parameters shown, those most was learnt about: %[1]d of %[2]d.", len(shown), len(all)))
	}
	s.Note = cmp.Or(s.Note, strings.Join(note, " "))
	for _, l := range shown {
		s.Tell(l.spoken(on))
	}
	return s.Figure(), nil
}

func posteriorLegend(on *page.Page, used, before string) page.Legend {
	out := page.Legend{page.AreaKey(on.Say("Before calibration, 90 %"), priorColour), twoToned(on.Say("Calibrated on %s: 90 %%, dark 50 %%, median", used), judgedBar)}
	stroke := out[1].Sample
	out[1].Sample = func(c draw.Canvas, at vg.Rectangle) {
		stroke(c, at)
		x := (at.Min.X + at.Max.X) / 2
		c.StrokeLine2(medianLine, x, at.Min.Y, x, at.Max.Y)
	}
	if before != "" {
		key := page.LineKey(on.Say("On %s alone: 90 %%, median", before), heldOutLine)
		line := key.Sample
		key.Sample = func(c draw.Canvas, at vg.Rectangle) {
			line(c, at)
			x := (at.Min.X + at.Max.X) / 2
			c.StrokeLine2(heldOutLine, x, at.Min.Y+1, x, at.Max.Y-1)
		}
		out = append(out, key)
	}
	return out
}

// spoken says what was learnt for readers who cannot see it.
func (l learnt) spoken(on *page.Page) string {
	if !l.identified {
		return l.title + ": " + on.Say("not identified") + "."
	}
	parts := []string{on.Say("narrower by %s", narrowerText(on, l)), on.Say("moved by %s", movedText(on, l))}
	if l.atBound {
		parts = append(parts, on.Say("at its bound"))
	}
	return l.title + ": " + strings.Join(parts, ", ") + "."
}

func narrowerText(on *page.Page, l learnt) string { return percentText(on, l.narrower, false) }

func movedText(on *page.Page, l learnt) string { return percentText(on, l.moved, true) }

// percentText writes a ratio as a percentage, a dash where there is none.
func percentText(on *page.Page, ratio float64, signed bool) string {
	text := on.ChangePercent(float64(100 * ratio))
	if signed {
		return text
	}
	return strings.TrimPrefix(text, "+")
}
