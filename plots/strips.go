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
const stripLabels vg.Length = 165

// stripPanel draws one strip of months for each segment, coloured by how full
// it is. One sees where the bottleneck is and where it moves.
func stripPanel(x page.Axis, first words.Month, segments []series.ByMonth) page.Panel {
	n := len(segments)
	y := page.Axis{Max: float64(n)}
	for i, s := range segments {
		middle := float64(n-i) - 0.5
		y.Ticks = append(y.Ticks, page.Tick{At: middle, LabelAt: middle, Label: page.AxisText.Fit(s.Name, stripLabels-page.TickGap)})
	}
	p := page.Panel{Height: stripHeight * vg.Length(n), Least: 11 * vg.Length(n), X: x, Y: y, Named: true}
	p.Under = func(a page.Plane) {
		for i, s := range segments {
			low := float64(n-i) - 0.94
			a.Bar(page.PaleGrey, x.Min, x.Max, low, low+0.88)
			for _, run := range sameColour(s.Values) {
				from := float64(first) + float64(run.From)
				a.Bar(utilisationScale.Of(s.Values[run.From]), from, from+float64(run.To-run.From), low, low+0.88)
			}
		}
	}
	return p
}

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
