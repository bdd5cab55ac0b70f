package random

import (
	"math"
	"testing"
)

func TestPermutationsHitEveryNumberOnce(t *testing.T) {
	for n := uint64(1); n < 700; n++ {
		hitOnce(t, n, n*7+1)
	}
	for _, n := range []uint64{1000, 1024, 4095, 4096, 4097, 65537, 100_000} {
		hitOnce(t, n, 5)
	}
}

func hitOnce(t *testing.T, n, key uint64) {
	t.Helper()
	p, hit := newPermutation(n, key), make([]bool, n)
	for place := range n {
		number := p.at(place)
		if number >= n || hit[number] {
			t.Fatalf("of %d, place %d has %d, which is out of range or taken", n, place, number)
		}
		hit[number] = true
	}
}

func TestPermutationOfTheMost(t *testing.T) {
	p, seen := newPermutation(mostDraws, 1), map[uint64]bool{}
	for place := uint64(mostDraws) - 1000; place < mostDraws; place++ {
		number := p.at(place)
		if number >= mostDraws || seen[number] {
			t.Fatalf("place %d has %d", place, number)
		}
		seen[number] = true
	}
}

// Over keys, every ordered pair of different numbers is equally likely at any
// two places.
func TestPermutationsAreRandom(t *testing.T) {
	keys := uint64(many(50_000))
	for _, n := range []uint64{2, 3, 4, 5, 9, 12, 25, 60} {
		for _, places := range [][2]uint64{{0, 1}, {0, n - 1}, {n / 2, n/2 - 1}} {
			pairs := make([]float64, n*n)
			for key := range keys {
				p := newPermutation(n, mix(99, key))
				pairs[p.at(places[0])*n+p.at(places[1])]++
			}
			var possible []float64
			for i, count := range pairs {
				if i/int(n) != i%int(n) {
					possible = append(possible, count)
				}
			}
			if score := chiSquareScore(possible); math.Abs(score) > 3.5 {
				t.Errorf("places %v of %d: uneven, %.1f standard deviations", places, n, score)
			}
		}
	}
}
