package plots

import (
	"math"

	"gonum.org/v1/plot/vg"
)

const (
	trialGap  = 0.35 // between groups, in widths of a comparison
	trialHead = 20
	errorRow  = 12.5 // height of a line of the table of errors
)

// panels returns the chart of a metric and, under it, the table of errors.
func (v verdicts) panels(on *page) []panel {
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
	main := panel{unit: v.title(on), height: 104, x: x, y: on.valueAxis(top, 4), named: true}
	rows := axis{max: float64(len(forecasters))}
	for i, f := range forecasters {
		middle := rows.max - float64(i) - 0.5
		rows.ticks = append(rows.ticks, tick{at: middle, labelAt: middle, label: on.say(f.label)})
	}
	errors := panel{unit: on.say("Error, % of actual; the least in bold"), height: errorRow * vg.Length(len(forecasters)), least: errorRow * vg.Length(len(forecasters)), x: x, y: rows, bare: true}
	main.labels = errors.labelWidth()
	names := v.names(on, x.max, margin+main.labelWidth(), on.width-margin)
	for _, n := range names {
		main.head = max(main.head, trialHead+vg.Length(trialText.pitch()*vg.Length(n.row)))
	}
	main.under = func(a plane) {
		v.backgrounds(a, main.head, axisHeight+panelGap+errors.total())
		for _, n := range v.names(on, x.max, a.Min.X, a.Max.X) {
			base := a.Max.Y + 7 + vg.Length(trialText.pitch()*vg.Length(n.row))
			trialText.write(a, n.left, min(base, a.Max.Y+main.head-13), fromLeft, n.text)
		}
	}
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

var trialText = boldText

// trialName is the name of a group over its comparisons.
type trialName struct {
	text string
	left vg.Length
	row  int // from the lowest upwards
}

// names places the names of the groups between two edges, each in the lowest row in
// which it keeps clear of the one before.
func (v verdicts) names(on *page, slots float64, left, right vg.Length) []trialName {
	var out []trialName
	var ends []vg.Length // of the last name, by row
	at := 0.0
	for _, t := range v.trials {
		end := at + float64(len(t.forecasts))
		middle := left + vg.Length((at+end)/2/slots*float64(right-left))
		at = end + trialGap
		n := trialName{text: trialText.fit(t.title(on), right-left)}
		width := trialText.width(n.text)
		n.left = min(max(middle-half(width), left), right-width)
		for n.row < len(ends) && n.left < ends[n.row]+headGap/2 {
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
func (v verdicts) backgrounds(p plane, above, below vg.Length) {
	at := 0.0
	for _, t := range v.trials {
		end := at + float64(len(t.forecasts))
		left, right := p.atX(at), p.atX(end)
		if t.holdOut {
			p.FillPolygon(paleYellow, corners(vg.Rectangle{
				Min: vg.Point{X: left, Y: p.Min.Y - below}, Max: vg.Point{X: right, Y: p.Max.Y + above},
			}))
		}
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
				aside := float64(2*i+1)/float64(len(forecasters)) - 1 // from -1 to 1
				place := p.point(at+float64(0.9*half*aside), value)
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
			y := p.atY(p.y.max-float64(i)-0.5) - half(l.height())
			l.write(p, p.atX(at), y, centred, p.on.signedPercent(errorPercent(c.said[i], c.actual)))
		}
	})
}
