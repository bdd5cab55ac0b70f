package scenarios

import (
	"math"

	"corridor/sim/random"
)

// central returns the row of a sample nearest its mean by Mahalanobis' distance (P. C.
// Mahalanobis, 1936), in which every number counts by its spread and what numbers have in
// common counts once; the first of several. With R the correlations of the numbers, L Lᵀ = R
// and z a row less the mean, by standard deviations, it is |L⁻¹ z|.
//
// Where there are too few rows to tell the correlations, or some numbers follow from others,
// as much is taken off these as makes R positive definite.
func central(rows [][]float64) int {
	scores := standardised(rows)
	factor := whitener(scores)
	n := len(rows[0])
	nearest, least := 0, math.Inf(1)
	for i, z := range scores {
		random.Forward(factor, n, z)
		distance := 0.0
		for _, white := range z {
			distance += float64(white * white)
		}
		if distance < least {
			nearest, least = i, distance
		}
	}
	return nearest
}

// standardised returns the rows less their mean by standard deviations; 0 for what does not
// differ.
func standardised(rows [][]float64) [][]float64 {
	n, count := len(rows[0]), float64(len(rows))
	mean, sd := make([]float64, n), make([]float64, n)
	for _, row := range rows {
		for d, v := range row {
			mean[d] += v / count
		}
	}
	for _, row := range rows {
		for d, v := range row {
			sd[d] += float64((v-mean[d])*(v-mean[d])) / count
		}
	}
	out := make([][]float64, len(rows))
	for i, row := range rows {
		out[i] = make([]float64, n)
		for d, v := range row {
			if sd[d] > 0 {
				out[i][d] = (v - mean[d]) / math.Sqrt(sd[d])
			}
		}
	}
	return out
}

// whitener returns L of the correlations of standardised rows, row by row.
func whitener(scores [][]float64) []float64 {
	n := len(scores[0])
	r := make([]float64, n*n)
	for _, z := range scores {
		for d := range n {
			for e := range d {
				r[d*n+e] += float64(z[d]*z[e]) / float64(len(scores))
			}
		}
	}
	for _, kept := range []float64{1, 0.999, 0.99, 0.9, 0} {
		factor := make([]float64, n*n)
		for d := range n {
			for e := range d {
				factor[d*n+e] = float64(kept * r[d*n+e])
			}
			factor[d*n+d] = 1
		}
		if random.Cholesky(factor, n) < 0 {
			return factor
		}
	}
	panic("independent numbers have a positive definite matrix")
}
