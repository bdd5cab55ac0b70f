package random

import "math/bits"

// sobol is the design of that name, with the direction numbers of S. Joe and F.
// Y. Kuo, "Constructing Sobol sequences with better two-dimensional
// projections", SIAM Journal on Scientific Computing 30 (2008) 2635–2654, and
// the nested uniform scrambling of A. B. Owen, "Randomly permuted (t,m,s)-nets
// and (t,s)-sequences" (1995). Of any 2^k draws of a replicate from a multiple of 2^k
// on, each interval of width 2^-k has one, in every dimension.
type sobol struct {
	within []directions
	keys   [][]uint64 // of the scrambling, by replicate and dimension
	beyond monteCarlo
}

// directions are the numbers that the binary digits of a draw stand for, from
// the last digit up. A point is the exclusive or of those of the digits that
// are 1.
type directions [32]uint32

func newSobol(seed, replicates uint64, names []string) *sobol {
	names, beyond := split(seed, names, len(joeKuo)+1)
	d := &sobol{keys: make([][]uint64, replicates), beyond: beyond}
	for i, name := range names {
		d.within = append(d.within, newDirections(i))
		for replicate := range d.keys {
			numbers := designNumbers(Sobol, seed, uint64(replicate), name)
			d.keys[replicate] = append(d.keys[replicate], numbers.Uint64())
		}
	}
	return d
}

// newDirections returns the direction numbers of a dimension, from 0 up, by the
// recurrence of P. Bratley and B. L. Fox, "Algorithm 659: implementing Sobol's
// quasirandom sequence generator", ACM Transactions on Mathematical Software 14
// (1988) 88–100.
func newDirections(dimension int) directions {
	var v directions
	if dimension == 0 {
		for k := range v {
			v[k] = 1 << (31 - k)
		}
		return v
	}
	row := joeKuo[dimension-1]
	degree := len(row.initial)
	for k := range v {
		if k < degree {
			v[k] = uint32(row.initial[k]) << (31 - k)
			continue
		}
		v[k] = v[k-degree] ^ v[k-degree]>>degree
		for j := 1; j < degree; j++ {
			if row.coefficients>>(degree-1-j)&1 == 1 {
				v[k] ^= v[k-j]
			}
		}
	}
	return v
}

// at returns the 32 binary digits of the point of a draw before scrambling.
func (v *directions) at(draw uint32) uint32 {
	var digits uint32
	for ; draw != 0; draw &= draw - 1 {
		digits ^= v[bits.TrailingZeros32(draw)&31]
	}
	return digits
}

// Point implements [Design].
func (d *sobol) Point(draw uint64, u []float64) {
	replicates := uint64(len(d.keys))
	keys, place := d.keys[draw%replicates], uint32(draw/replicates)
	for i := range d.within {
		u[i] = scramble(keys[i], d.within[i].at(place))
	}
	d.beyond.Point(draw, u[len(d.within):])
}
