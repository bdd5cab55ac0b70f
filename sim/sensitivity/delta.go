package sensitivity

import (
	"math"

	"corridor/model/portable"
)

// delta is half the mean, over classes of an input, of the area between the density of what comes
// out within the class and among all draws: E. Borgonovo, "A new uncertainty importance measure",
// Reliability Engineering & System Safety 92 (2007) 771–784, as E. Plischke, E. Borgonovo and C.
// L. Smith estimate it, "Global sensitivity measures from given data", European Journal of
// Operational Research 226 (2013) 536–550, eq. 26. It is 0 where what comes out does not depend
// on the input at all, whatever its variance does, and 1 at most. A class with one value only has
// no density to overlap with, and all its area.
func (g *Given) delta(c classes, times []uint8) float64 {
	within := make([]masses, len(c.n))
	g.grid.collect(g.y, c.of, times, within)
	var every masses
	for class := range within {
		every.add(&within[class])
	}
	var all, some [gridPoints]float64
	if !g.grid.density(&every, all[:]) {
		return 0 // a resample of one value
	}
	sum := 0.0
	for class := range within {
		switch m := &within[class]; {
		case m.n == 0:
		case g.grid.density(m, some[:]):
			sum += float64(m.n * g.grid.apart(all[:], some[:]) / 2)
		default:
			sum += m.n
		}
	}
	return sum / every.n
}

// densityClasses is how many classes so many draws are cut into, as Plischke et al. (2013) do:
// n^(2 / (7 + tanh((1500 − n) / 500))), at most 48.
func densityClasses(n int) int {
	return min(48, int(math.Ceil(portable.Pow(float64(n), 2/(7+tanh((1500-float64(n))/500))))))
}

// corrected is delta less its bias, which small classes have upwards, as far as resamples show
// it: twice the estimate, less their mean (Plischke et al. 2013, eq. 30).
func (g *Given) corrected(c classes) GivenIndex {
	value := g.delta(c, nil)
	replicates := g.again(c, len(g.times))
	bias := mean(replicates) - value
	const resampled = 20
	return GivenIndex{within(value-bias, replicates), g.chanceOf(c, "delta",
		func(c classes) float64 { return g.delta(c, nil) },
		func(c classes) float64 { return mean(g.again(c, resampled)) - g.delta(c, nil) })}
}

// again returns delta of some resamples.
func (g *Given) again(c classes, n int) []float64 {
	out := make([]float64, n)
	for i, times := range g.times[:n] {
		out[i] = g.delta(c, times)
	}
	return out
}
