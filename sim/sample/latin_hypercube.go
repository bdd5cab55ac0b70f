package sample

import "math/bits"

// latinHypercube is the design of that name: in every dimension the draws take
// the strata in a random order of their own.
type latinHypercube struct {
	draws   uint64
	digits  int // binary digits of the place within a stratum
	orders  []permutation
	offsets []uint64 // keys of the places within strata
}

func newLatinHypercube(seed, draws uint64, names []string) *latinHypercube {
	// With 52 digits in all the sum of stratum and place within is exact.
	d := &latinHypercube{draws: draws, digits: 52 - bits.Len64(draws-1)}
	for _, name := range names {
		numbers := designNumbers(LatinHypercube, seed, name)
		d.orders = append(d.orders, newPermutation(draws, numbers.Uint64()))
		d.offsets = append(d.offsets, numbers.Uint64())
	}
	return d
}

// Point implements [Design].
func (d *latinHypercube) Point(draw uint64, u []float64) {
	if draw >= d.draws {
		panic("sample: a draw beyond the last of a Latin hypercube")
	}
	u = u[:len(d.orders)]
	unit := 1 / float64(uint64(1)<<d.digits)
	for i := range u {
		stratum := float64(d.orders[i].at(draw))
		within := float64((float64(mix(d.offsets[i], draw)>>(64-d.digits)) + 0.5) * unit)
		u[i] = (stratum + within) / float64(d.draws)
	}
}
