package random

import "math/bits"

// halton is the design of that name: in base b the digits of the draw, from the
// last up, each exchanged by a random permutation for its place, are the digits
// of the number behind the point. Any b^k draws of a replicate whose number in it
// differs in the last k digits only are in b^k different intervals of equal width.
type halton struct {
	within [][]radix // by replicate and dimension
	beyond monteCarlo
}

// haltonDimensions is how many primes are used. In the largest base, 719, a
// thousand draws are hardly more evenly spread than chance would have it.
const haltonDimensions = 128

func newHalton(seed, replicates uint64, names []string) *halton {
	names, beyond := split(seed, names, haltonDimensions)
	d := &halton{within: make([][]radix, replicates), beyond: beyond}
	prime := uint64(1)
	for _, name := range names {
		prime = nextPrime(prime)
		for replicate := range d.within {
			numbers := designNumbers(Halton, seed, uint64(replicate), name)
			d.within[replicate] = append(d.within[replicate], newRadix(prime, numbers))
		}
	}
	return d
}

// Point implements [Design].
func (d *halton) Point(draw uint64, u []float64) {
	replicates := uint64(len(d.within))
	within, place := d.within[draw%replicates], draw/replicates
	for i := range within {
		u[i] = within[i].inverse(place)
	}
	d.beyond.Point(draw, u[len(within):])
}

// nextPrime returns the first prime above n.
func nextPrime(n uint64) uint64 {
	for n++; ; n++ {
		factor := uint64(2)
		for factor*factor <= n && n%factor != 0 {
			factor++
		}
		if factor*factor > n {
			return n
		}
	}
}

// radix is the radical inverse in one base, with as many digits as make at most
// 2^52 numbers and a random permutation for each.
type radix struct {
	base uint64
	// digits holds the permutation of the first digit, then of the second …
	digits []uint16
	// powers and rest are, for each number of leading digits of the draw that
	// are not 0, the base to the power of the other digits, and the number that
	// the permutations make of these, all 0.
	powers, rest []uint64
}

func newRadix(base uint64, numbers Numbers) radix {
	r := radix{base: base}
	places := 0
	for power := base; power <= 1<<52; power *= base {
		places++
		r.digits = append(r.digits, shuffled(base, &numbers)...)
	}
	r.powers, r.rest = make([]uint64, places+1), make([]uint64, places+1)
	r.powers[places] = 1
	for place := places - 1; place >= 0; place-- {
		zero := uint64(r.digits[place*int(base)])
		r.rest[place] = zero*r.powers[place+1] + r.rest[place+1]
		r.powers[place] = r.powers[place+1] * base
	}
	return r
}

// shuffled returns the numbers below n in random order: R. A. Fisher and F.
// Yates, Statistical Tables (1938), as in D. E. Knuth, The Art of Computer
// Programming, vol. 2, algorithm 3.4.2P.
func shuffled(n uint64, numbers *Numbers) []uint16 {
	order := make([]uint16, n)
	for i := range order {
		order[i] = uint16(i)
	}
	for i := n - 1; i > 0; i-- {
		j, _ := bits.Mul64(numbers.Uint64(), i+1)
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// inverse returns the middle of the interval in which a draw is.
func (r *radix) inverse(draw uint64) float64 {
	var value uint64
	place := 0
	for from := 0; draw > 0; from += int(r.base) {
		value = value*r.base + uint64(r.digits[from+int(draw%r.base)])
		draw /= r.base
		place++
	}
	value = value*r.powers[place] + r.rest[place]
	return (float64(value) + 0.5) / float64(r.powers[0])
}
