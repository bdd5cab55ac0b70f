package random

import (
	"math/bits"
	"testing"
)

// Scrambling keeps what two numbers have in common, and every flip is a fair
// coin of its own: over keys the digits of any given number are even, and those
// of two numbers are independent from where they differ.
func TestScramble(t *testing.T) {
	keys := uint64(many(1 << 16))
	numbers := NewStream(8, "digits").At(0)
	for split := range 32 {
		x := uint32(numbers.Uint64())
		y := x ^ 1<<31>>split ^ uint32(numbers.Uint64())&(1<<31>>split-1)
		counts := make([]float64, 4*256)
		for key := range keys {
			a, b := scramble(mix(3, key), x), scramble(mix(3, key), y)
			ia, ib := uint32(a*0x1p32), uint32(b*0x1p32)
			if common := bits.LeadingZeros32(ia ^ ib); common != split {
				t.Fatalf("%032b and %032b agree in %d digits, scrambled in %d", x, y, split, common)
			}
			// Four digits from the split on of both, the first of b being forced.
			counts[ia<<split>>28<<3|ib<<split<<1>>29]++
		}
		if split > 28 {
			continue
		}
		if score := chiSquareScore(counts[:128]); score > 4 || score < -4 {
			t.Errorf("digits after %d common ones: uneven, %.1f standard deviations", split, score)
		}
	}
}
