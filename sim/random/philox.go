package random

import "math/bits"

// Multipliers of the two halves of a block, and what a round adds to the two
// halves of the key: the golden ratio and √3 − 1 as binary fractions.
const (
	philoxM0 = 0xd2e7470ee14c6c93
	philoxM1 = 0xca5a826395121157
	philoxW0 = 0x9e3779b97f4a7c15
	philoxW1 = 0xbb67ae8584caa73b
)

// philox returns the four random words at counter c under key k: Philox4x64-10 of J. K.
// Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as
// easy as 1, 2, 3", Proceedings of SC11 (2011). Under one key no two counters
// give the same block.
//
// Words go in and out one by one because that keeps them in registers.
func philox(c0, c1, c2, c3, k0, k1 uint64) (w0, w1, w2, w3 uint64) {
	for range 10 {
		hi0, lo0 := bits.Mul64(philoxM0, c0)
		hi1, lo1 := bits.Mul64(philoxM1, c2)
		c0, c1, c2, c3 = hi1^c1^k0, lo1, hi0^c3^k1, lo0
		k0 += philoxW0
		k1 += philoxW1
	}
	return c0, c1, c2, c3
}
