package random

import (
	"math"

	"corridor/model/portable"
)

// betaTable is the quantile of a beta tail as a table. With t = p^(1/a) the ratio
// x/t is a smooth function of t from 0, where it is (a·B)^(1/a), up to the next
// singularity at t = 1 (x^a·(1 + c₁x + …) = a·B·p has the root x = t·(d₀ + d₁t + …)).
// It is cut into pieces of equal width and interpolated on each by a polynomial of
// degree 13 in the Chebyshev nodes (L. N. Trefethen, Approximation Theory and
// Approximation Practice, 2013, ch. 8: the error of a piece of width h at the distance
// ρ from the singularity falls like (h/4ρ)^14).
type betaTable struct {
	a       float64
	perUnit float64 // pieces in a unit of t
	pieces  []betaPiece
}

// betaPiece holds the coefficients of a polynomial in z, the place in the piece from
// −½ to ½: of its even powers and of its odd ones.
type betaPiece struct{ even, odd [len(betaNodes)]float64 }

// betaNodes are the positive ones of the 14 Chebyshev nodes, ½ cos((2j+1)π/28).
var betaNodes = [...]float64{
	0.4968561049466213, 0.4719416651541838, 0.42336209961414206, 0.3535533905932738,
	0.2660160382576683, 0.16513953097758366, 0.055982238051653845,
}

const (
	// widest is the width of a piece over the distance of its end from t = 1.
	widest = 0.34
	// mostPieces bounds a table; tails of large shapes, which are steep, are solved for.
	mostPieces = 64
)

// newBetaTable tabulates a tail; the table is empty where it would be too long.
func newBetaTable(tail *betaTail) betaTable {
	end := portable.Exp(portable.Log(tail.probability) / tail.a)
	count := math.Ceil(end / float64(widest*(1-end)))
	if !(count <= mostPieces) {
		return betaTable{}
	}
	table := betaTable{a: tail.a, perUnit: count / end, pieces: make([]betaPiece, int(count))}
	logRatio := tail.norm / tail.a // at t = 0
	for i := range table.pieces {
		var below, above [len(betaNodes)]float64
		middle := float64(i) + 0.5
		for j, z := range betaNodes {
			below[j], logRatio = tail.ratio((middle-z)/table.perUnit, logRatio)
		}
		for j := range betaNodes {
			k := len(betaNodes) - 1 - j
			above[k], logRatio = tail.ratio((middle+betaNodes[k])/table.perUnit, logRatio)
		}
		table.pieces[i] = newBetaPiece(below, above)
	}
	return table
}

// newBetaPiece interpolates values at −z and z of each node: their mean is the even
// part of the polynomial, half their difference over z the odd part, each of degree 6
// in z².
func newBetaPiece(below, above [len(betaNodes)]float64) betaPiece {
	var p betaPiece
	for j, z := range betaNodes {
		p.even[j] = float64(0.5 * (above[j] + below[j]))
		p.odd[j] = float64(0.5*(above[j]-below[j])) / z
	}
	interpolateSquares(&p.even)
	interpolateSquares(&p.odd)
	return p
}

// interpolateSquares turns the values of a polynomial in z² at the nodes into its
// coefficients: Newton's divided differences, multiplied out.
func interpolateSquares(values *[len(betaNodes)]float64) {
	const last = len(betaNodes) - 1
	var squares [len(betaNodes)]float64
	for j, z := range betaNodes {
		squares[j] = float64(z * z)
	}
	for order := 1; order <= last; order++ {
		for j := last; j >= order; j-- {
			values[j] = (values[j] - values[j-1]) / (squares[j] - squares[j-order])
		}
	}
	for from := last - 1; from >= 0; from-- {
		for j := from; j < last; j++ {
			values[j] -= float64(values[j+1] * squares[from])
		}
	}
}

// quantile returns the x of a tail for which I_x(a, b) = p.
func (t *betaTable) quantile(p float64) float64 {
	root := p
	if t.a != 1 {
		root = portable.Exp(portable.Log(p) / t.a)
	}
	at := float64(root * t.perUnit)
	i := min(int(at), len(t.pieces)-1)
	piece := &t.pieces[i]
	z := at - (float64(i) + 0.5)
	square := float64(z * z)
	even, odd := piece.even[len(betaNodes)-1], piece.odd[len(betaNodes)-1]
	for j := len(betaNodes) - 2; j >= 0; j-- {
		even = piece.even[j] + float64(even*square)
		odd = piece.odd[j] + float64(odd*square)
	}
	return float64(root * (even + float64(odd*z)))
}
