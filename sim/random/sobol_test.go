package random

import (
	"math/bits"
	"testing"
)

// Of any 2^k draws from a multiple of 2^k on, every interval of width 2^-k has
// one, in every dimension, before and after scrambling.
func TestSobolStratifies(t *testing.T) {
	const dimensions = 128
	draws := many(1 << 12)
	d := newSobol(5, 1, dimensionNames(dimensions))
	for i := range dimensions {
		for k := range bits.Len(uint(draws)) {
			plain, scrambled := make([]int, draws), make([]int, draws)
			for draw := range draws {
				digits := d.within[i].at(uint32(draw))
				block := draw >> k << k
				plain[block+int(uint64(digits)>>(32-k))]++
				scrambled[block+int(scramble(d.keys[0][i], digits)*float64(int(1)<<k))]++
			}
			for place := range draws {
				if plain[place] != 1 || scrambled[place] != 1 {
					t.Fatalf("dimension %d, blocks of 2^%d: interval %d has %d draws, %d when scrambled", i, k, place, plain[place], scrambled[place])
				}
			}
		}
	}
}

// What the program of S. Joe and F. Y. Kuo, sobol.cc (2008), gives for ten points
// in three dimensions, which come in the order of the Gray code.
func TestSobolPointsOfJoeAndKuo(t *testing.T) {
	want := [][3]float64{
		{0, 0, 0},
		{0.5, 0.5, 0.5},
		{0.75, 0.25, 0.25},
		{0.25, 0.75, 0.75},
		{0.375, 0.375, 0.625},
		{0.875, 0.875, 0.125},
		{0.625, 0.125, 0.875},
		{0.125, 0.625, 0.375},
		{0.1875, 0.3125, 0.9375},
		{0.6875, 0.8125, 0.4375},
	}
	for n, point := range want {
		gray := uint32(n ^ n>>1)
		for i, x := range point {
			v := newDirections(i)
			if got := float64(v.at(gray)) * 0x1p-32; got != x {
				t.Errorf("point %d, dimension %d: %v, want %v", n, i, got, x)
			}
		}
	}
}

// Two dimensions whose polynomials have degrees p and q make a (t, m, 2)-net
// with t = p + q − 2, for every m (H. Niederreiter, Random Number Generation and
// Quasi-Monte Carlo Methods (1992), 4.5): each box of 2^-k by 2^-(m-t-k) has 2^t
// of the first 2^m draws. The first dimension has degree 1 for this.
func TestSobolPairsAreNets(t *testing.T) {
	const most = 12
	for i := range 20 {
		for j := range i {
			a, b := newDirections(i), newDirections(j)
			for m := 1; m <= most; m++ {
				if got, bound := pairT(&a, &b, m), degree(i)+degree(j)-2; got > bound {
					t.Errorf("dimensions %d and %d, 2^%d draws: t = %d, want at most %d", j, i, m, got, bound)
				}
			}
		}
	}
}

func degree(dimension int) int {
	if dimension == 0 {
		return 1
	}
	return len(joeKuo[dimension-1].initial)
}

// pairT returns the t of the net of 2^m draws in two dimensions: m less the
// largest s for which the first k digits of one and s − k of the other are
// linearly independent functions of the draw, for every k.
func pairT(a, b *directions, m int) int {
	for s := m; s > 0; s-- {
		independent := true
		for k := 0; k <= s && independent; k++ {
			rows := append(digitRows(a, k, m), digitRows(b, s-k, m)...)
			independent = rankOverTwo(rows) == s
		}
		if independent {
			return m - s
		}
	}
	return m
}

// digitRows returns, for each of the first k digits of a point, which of the
// last m digits of the draw it is the sum of.
func digitRows(v *directions, k, m int) []uint64 {
	rows := make([]uint64, k)
	for digit := range rows {
		for column := range m {
			rows[digit] |= uint64(v[column]>>(31-digit)&1) << column
		}
	}
	return rows
}

// rankOverTwo returns the rank of a matrix of binary digits.
func rankOverTwo(rows []uint64) int {
	rank := 0
	for bit := range 64 {
		for i := rank; i < len(rows); i++ {
			if rows[i]>>bit&1 == 0 {
				continue
			}
			rows[rank], rows[i] = rows[i], rows[rank]
			for j := rank + 1; j < len(rows); j++ {
				if rows[j]>>bit&1 == 1 {
					rows[j] ^= rows[rank]
				}
			}
			rank++
			break
		}
	}
	return rank
}
