package sensitivity

import (
	"math"
	"slices"
)

// pawnSlices is how many slices an input is cut into, that of F. Pianosi and T. Wagener,
// "Distribution-based sensitivity analysis from a generic input-output sample", Environmental
// Modelling & Software 108 (2018) 197–207.
const pawnSlices = 10

// pawn is the median, over the slices of an input, of the greatest distance between the
// distribution of what comes out within the slice and among all draws (Kolmogorov–Smirnov): F.
// Pianosi and T. Wagener, "A simple and efficient method for global sensitivity analysis based on
// cumulative distribution functions", Environmental Modelling & Software 67 (2015) 1–11. Each
// draw counts as often as times says, nil for once.
func (g *Given) pawn(c classes, times []uint8) float64 {
	distance := make([]float64, len(c.n))
	within, total := make([]float64, len(c.n)), make([]float64, len(c.n))
	count := func(draw int) float64 {
		if times == nil {
			return 1
		}
		return float64(times[draw])
	}
	all := 0.0
	for draw, class := range c.of {
		total[class] += count(draw)
		all += count(draw)
	}
	// The distance is greatest just before or after a value of the class.
	far := func(class int, below float64) {
		if total[class] > 0 {
			distance[class] = max(distance[class], math.Abs(within[class]/total[class]-below/all))
		}
	}
	below := 0.0
	for i := 0; i < len(g.order); {
		end := i + 1
		for end < len(g.order) && g.y[g.order[end]] == g.y[g.order[i]] {
			end++
		}
		for _, draw := range g.order[i:end] {
			far(c.of[draw], below)
		}
		after := below
		for _, draw := range g.order[i:end] {
			after += count(draw)
		}
		for _, draw := range g.order[i:end] {
			within[c.of[draw]] += count(draw)
		}
		for _, draw := range g.order[i:end] {
			far(c.of[draw], after)
		}
		below, i = after, end
	}
	return median(distance)
}

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	return float64(values[(n-1)/2]+values[n/2]) / 2
}
