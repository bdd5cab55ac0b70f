package plots

import (
	"math"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/findings"
	"gonum.org/v1/plot/vg"
)

// utilisationScale has a class for what is tight and one for what is full.
var utilisationScale = page.ColourScale{
	Bounds:  []float64{0, 50, 70, 85, 95, 100 * findings.FullFrom},
	Labels:  []string{"< 50", "50–70", "70–85", "85–95", "95–100", "100"},
	Colours: page.Heat(6),
}

// stripLabels is the most room for the names of strips.
const stripLabels vg.Length = 215

// stripPanel draws one strip of months for each segment, coloured by how full
// it is. One sees where the bottleneck is and where it moves.
func stripPanel(x page.Axis, first words.Month, segments []series.ByMonth) page.Panel {
	names := make([]string, len(segments))
	for i, s := range segments {
		names[i] = s.Name
	}
	p := page.RowPanel(x, names, stripLabels-page.TickGap, stripHeight, 11)
	p.Named = true
	p.Under = func(a page.Plane) {
		for i, s := range segments {
			low := stripFoot(a, i)
			a.Bar(page.PaleGrey, x.Min, x.Max, low, low+0.88)
			for _, run := range sameColour(s.Values) {
				from := float64(first) + float64(run.From)
				a.Bar(utilisationScale.Of(s.Values[run.From]), from, from+float64(run.To-run.From), low, low+0.88)
			}
		}
	}
	return p
}

// stripFoot is the lower edge of a strip, which is 0.88 of its row high.
func stripFoot(p page.Plane, row int) float64 { return p.Y.RowTop(row) - 0.94 }

// sameColour joins neighbouring months that look the same.
func sameColour(percent []float64) []page.Span {
	var out []page.Span
	for i, v := range percent {
		switch {
		case math.IsNaN(v):
		case i > 0 && !math.IsNaN(percent[i-1]) && utilisationScale.Class(v) == utilisationScale.Class(percent[i-1]):
			out[len(out)-1].To = i + 1
		default:
			out = append(out, page.Span{From: i, To: i + 1})
		}
	}
	return out
}
