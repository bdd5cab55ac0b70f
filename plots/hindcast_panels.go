package plots

import (
	"math"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"gonum.org/v1/plot/vg"
)

const (
	trialGap  = 0.35 // between groups, in widths of a comparison
	trialHead = 20
	errorRow  = 12.5 // height of a line of the table of errors
)

// panels returns the chart of a metric and, under it, the table of errors.
func (v verdicts) panels(on *page.Page) []page.Panel {
	x := page.Axis{}
	top := 0.0
	for i, t := range v.trials {
		if i > 0 {
			x.Max += trialGap
		}
		for _, f := range t.forecasts {
			x.Ticks = append(x.Ticks, page.Tick{At: x.Max + 0.5, LabelAt: x.Max + 0.5, Label: f.label, Unmark: true})
			x.Max++
			top = max(top, series.Highest([]float64{f.actual}, f.said))
		}
	}
	main := page.Panel{Unit: v.title(on), Height: 104, X: x, Y: on.ValueAxis(top, 4), Named: true}
	labels := make([]string, len(forecasters))
	for i, f := range forecasters {
		labels[i] = on.Say(f.label)
	}
	errors := page.RowPanel(x, labels, on.Width, errorRow, errorRow)
	errors.Unit, errors.Bare = on.Say("Error, % of actual; the least in bold"), true
	main.Labels = errors.LabelWidth()
	names := v.names(on, x.Max, page.Margin+main.LabelWidth(), on.Width-page.Margin)
	for _, n := range names {
		main.Head = max(main.Head, trialHead+vg.Length(trialText.Pitch()*vg.Length(n.row)))
	}
	main.Under = func(a page.Plane) {
		v.backgrounds(a, main.Head, page.AxisHeight+page.PanelGap+errors.Total())
		for _, n := range v.names(on, x.Max, a.Min.X, a.Max.X) {
			base := a.Max.Y + 7 + vg.Length(trialText.Pitch()*vg.Length(n.row))
			trialText.Write(a, n.left, min(base, a.Max.Y+main.Head-13), ink.FromLeft, n.text)
		}
	}
	main.Over = v.compare
	errors.Over = v.errors
	return []page.Panel{main, errors}
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

var trialText = page.BoldText

// trialName is the name of a group over its comparisons.
type trialName struct {
	text string
	left vg.Length
	row  int // from the lowest upwards
}

// names places the names of the groups between two edges, each in the lowest row in
// which it keeps clear of the one before.
func (v verdicts) names(on *page.Page, slots float64, left, right vg.Length) []trialName {
	var out []trialName
	var ends []vg.Length // of the last name, by row
	at := 0.0
	for _, t := range v.trials {
		end := at + float64(len(t.forecasts))
		middle := left + vg.Length((at+end)/2/slots*float64(right-left))
		at = end + trialGap
		n := trialName{text: trialText.Fit(t.title(on), right-left)}
		width := trialText.Width(n.text)
		n.left = min(max(middle-ink.Half(width), left), right-width)
		for n.row < len(ends) && n.left < ends[n.row]+page.HeadGap/2 {
			n.row++
		}
		if n.row == len(ends) {
			ends = append(ends, 0)
		}
		ends[n.row] = n.left + width
		out = append(out, n)
	}
	return out
}

// backgrounds sets the hold-out apart, from the names down to the table.
func (v verdicts) backgrounds(p page.Plane, above, below vg.Length) {
	at := 0.0
	for _, t := range v.trials {
		end := at + float64(len(t.forecasts))
		left, right := p.AtX(at), p.AtX(end)
		if t.holdOut {
			p.FillPolygon(page.PaleYellow, ink.Corners(vg.Rectangle{
				Min: vg.Point{X: left, Y: p.Min.Y - below}, Max: vg.Point{X: right, Y: p.Max.Y + above},
			}))
		}
		at = end + trialGap
	}
}

// compare draws what happened as a wide bar and forecasts as marks on it.
func (v verdicts) compare(p page.Plane) {
	v.each(func(at float64, c forecast) {
		half := min(0.42, float64(36/(p.AtX(1)-p.AtX(0))))
		if c.actual >= 0 {
			p.Bar(actualColour, at-half, at+half, 0, c.actual)
			y := p.AtY(c.actual)
			p.StrokeLine2(actualLine, p.AtX(at-half), y, p.AtX(at+half), y)
		}
		for i, f := range forecasters {
			if value := c.said[i]; !math.IsNaN(value) {
				aside := float64(2*i+1)/float64(len(forecasters)) - 1 // from -1 to 1
				place := p.Point(at+float64(0.9*half*aside), value)
				f.mark(p.Canvas, page.White, place, 0.9)
				f.mark(p.Canvas, f.colour, place, 0)
			}
		}
	})
}

// errors writes the table of errors.
func (v verdicts) errors(p page.Plane) {
	v.each(func(at float64, c forecast) {
		best := c.best()
		for i := range forecasters {
			if c.alone() && math.IsNaN(c.said[i]) {
				continue // the others are no matter for this case
			}
			l := page.AxisText
			if i == best {
				l = ink.Lettering{Face: ink.Bold(page.AxisText.Size()), Colour: page.Ink}
			}
			y := p.AtY(p.Y.Max-float64(i)-0.5) - ink.Half(l.Height())
			l.Write(p, p.AtX(at), y, ink.Centred, p.On.SignedPercent(errorPercent(c.said[i], c.actual)))
		}
	})
}
