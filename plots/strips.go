package plots

import (
	"math"

	"corridor/sim/findings"
	"gonum.org/v1/plot/vg"
)

// utilisationScale has a class for what is tight and one for what is full.
var utilisationScale = colourScale{
	bounds:  []float64{0, 50, 70, 85, 95, 100 * findings.FullFrom},
	labels:  []string{"< 50", "50–70", "70–85", "85–95", "95–100", "100"},
	colours: heat(6),
}

// stripLabels is the most room for the names of strips.
const stripLabels vg.Length = 165

// stripPanel draws one strip of months for each segment, coloured by how full
// it is. One sees where the bottleneck is and where it moves.
func stripPanel(x axis, first month, segments []byMonth) panel {
	n := len(segments)
	y := axis{max: float64(n)}
	for i, s := range segments {
		middle := float64(n-i) - 0.5
		y.ticks = append(y.ticks, tick{at: middle, labelAt: middle, label: axisText.fit(s.name, stripLabels-tickGap)})
	}
	p := panel{height: stripHeight * vg.Length(n), least: 11 * vg.Length(n), x: x, y: y, named: true}
	p.under = func(a plane) {
		for i, s := range segments {
			low := float64(n-i) - 0.94
			a.bar(paleGrey, x.min, x.max, low, low+0.88)
			for _, run := range sameColour(s.values) {
				from := float64(first) + float64(run.from)
				a.bar(utilisationScale.of(s.values[run.from]), from, from+float64(run.to-run.from), low, low+0.88)
			}
		}
	}
	return p
}

// sameColour joins neighbouring months that look the same.
func sameColour(percent []float64) []span {
	var out []span
	for i, v := range percent {
		switch {
		case math.IsNaN(v):
		case i > 0 && !math.IsNaN(percent[i-1]) && utilisationScale.class(v) == utilisationScale.class(percent[i-1]):
			out[len(out)-1].to = i + 1
		default:
			out = append(out, span{i, i + 1})
		}
	}
	return out
}
