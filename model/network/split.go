package network

import (
	"math"

	"corridor/model/portable"
)

// SplitShare divides the base share of ways that were not observed apart among them
// by the choice model, exp(−θ g) in proportion (the multinomial logit: McFadden 1974,
// in Zarembka, Frontiers in Econometrics, 105–142), where g is the generalised cost of
// each in the base year, USD/t, and theta θ, per USD/t: of ways in a nest, θ/λ. The first
// way, of at least one, is the one the others are measured against. A way counts for its
// size, 1 where it is all by itself (PathSizes). The parts are in the order of g.
func SplitShare(share, theta float64, g, sizes []float64) []float64 {
	shares := make([]float64, len(g))
	sum := 0.0
	for i := range g {
		shares[i] = float64(sizes[i] * portable.Exp(-(theta * (g[i] - g[0]))))
		sum += shares[i]
	}
	for i := range shares {
		shares[i] *= share / sum
	}
	return shares
}

// LaterShare is the base share that a way which was not there would have drawn beside
// one that was, of the given share and at cost g0, by the same model, were both of one
// size. It is bounded by the numbers there are.
func LaterShare(share, theta, g0, g float64) float64 {
	return min(math.MaxFloat64, share*portable.Exp(-(theta*(g-g0))))
}
