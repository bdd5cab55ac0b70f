package random

import "math/bits"

// latinHypercube is the design of that name: in every dimension the draws of a
// replicate take its strata in a random order of their own.
type latinHypercube struct {
	draws      uint64
	replicates []hypercube
}

// hypercube is one replicate.
type hypercube struct {
	draws   uint64
	digits  int // binary digits of the place within a stratum
	orders  []permutation
	offsets []uint64 // keys of the places within strata
}

func newLatinHypercube(seed, draws, replicates uint64, names []string) *latinHypercube {
	d := &latinHypercube{draws: draws}
	for replicate := range min(replicates, draws) {
		own := (draws - replicate + replicates - 1) / replicates
		// With 52 digits in all the sum of stratum and place within is exact.
		h := hypercube{draws: own, digits: 52 - bits.Len64(own-1)}
		for _, name := range names {
			numbers := designNumbers(LatinHypercube, seed, replicate, name)
			h.orders = append(h.orders, newPermutation(own, numbers.Uint64()))
			h.offsets = append(h.offsets, numbers.Uint64())
		}
		d.replicates = append(d.replicates, h)
	}
	return d
}

// Point implements [Design].
func (d *latinHypercube) Point(draw uint64, u []float64) {
	if draw >= d.draws {
		panic("random: a draw beyond the last of a Latin hypercube")
	}
	replicates := uint64(len(d.replicates)) // or as many as there are draws, each with one
	d.replicates[draw%replicates].point(draw/replicates, u)
}

func (h *hypercube) point(draw uint64, u []float64) {
	u = u[:len(h.orders)]
	unit := 1 / float64(uint64(1)<<h.digits)
	for i := range u {
		stratum := float64(h.orders[i].at(draw))
		within := float64((float64(mix(h.offsets[i], draw)>>(64-h.digits)) + 0.5) * unit)
		u[i] = (stratum + within) / float64(h.draws)
	}
}
