package random

import (
	"slices"
	"testing"
)

func TestPrimes(t *testing.T) {
	var primes []uint64
	prime := uint64(1)
	for range haltonDimensions {
		prime = nextPrime(prime)
		primes = append(primes, prime)
	}
	if want := []uint64{2, 3, 5, 7, 11, 13, 17, 19, 23, 29}; !slices.Equal(primes[:10], want) || prime != 719 {
		t.Errorf("primes %v to %d", primes[:10], prime)
	}
}

// In base b, any b^k draws from a multiple of b^k on are in different intervals
// of width b^-k.
func TestHaltonStratifies(t *testing.T) {
	const draws = 5000
	u := points(newHalton(7, 1, dimensionNames(haltonDimensions)), draws, haltonDimensions)
	prime := uint64(1)
	for i := range u {
		prime = nextPrime(prime)
		for block := int(prime); block <= draws; block *= int(prime) {
			for first := 0; first+block <= draws; first += block {
				hit := make([]bool, block)
				for _, x := range u[i][first : first+block] {
					// The points are in the middle of intervals b^-K wide.
					interval := int(x * float64(block))
					if hit[interval] {
						t.Fatalf("base %d: two of draws %d to %d in interval %d", prime, first, first+block-1, interval)
					}
					hit[interval] = true
				}
			}
		}
	}
}

// With all permutations the identity the points are those of Halton.
func TestRadicalInverse(t *testing.T) {
	r := newRadix(3, NewStream(1, "").At(0))
	places := len(r.powers) - 1
	for place := range places {
		for digit := range uint16(3) {
			r.digits[place*3+int(digit)] = digit
		}
		r.rest[place] = 0
	}
	for draw, want := range []float64{0, 1. / 3, 2. / 3, 1. / 9, 4. / 9, 7. / 9, 2. / 9} {
		if got := r.inverse(uint64(draw)); relative(got, want) > 1e-15 {
			t.Errorf("draw %d: %v, want %v", draw, got, want)
		}
	}
}
