package portable

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"
)

// TestGolden holds the bits of 100 000 results of each function, the same on
// every processor. Code that changes a hash changes every published result.
func TestGolden(t *testing.T) {
	const results = 100_000
	for _, c := range []struct {
		name string
		want uint64
		next func(points) float64
	}{
		{"Exp", 0x7fcfd6f1f3572a52, func(at points) float64 { return Exp(at.between(-746, 710)) }},
		{"Exp of any bits", 0x7016cf0a6d8899da, func(at points) float64 { return Exp(at.any()) }},
		{"Log", 0x55aea18cefe9fd02, func(at points) float64 { return Log(at.between(0, 4)) }},
		{"Log of any bits", 0x61a0e532b0511bbb, func(at points) float64 { return Log(at.any()) }},
		{"Pow", 0x32de8dd812f168c2, func(at points) float64 { return Pow(at.between(0, 10), at.between(-300, 300)) }},
		{"Pow of any bits", 0x37f2459dbf5c1ed9, func(at points) float64 { return Pow(at.any(), at.between(-1, 1)) }},
		{"NormCDF", 0x08cd9ba159b0339e, func(at points) float64 { return NormCDF(at.between(-39, 9)) }},
		{"NormQuantile", 0xcec45f3f2db56c9e, func(at points) float64 { return NormQuantile(at.Float64()) }},
		{"NormQuantile of any bits", 0x71ca44c71ebadea3, func(at points) float64 { return NormQuantile(min(1, at.positive())) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := newPoints(2026)
			hash := fnv.New64a()
			for range results {
				var word [8]byte
				binary.LittleEndian.PutUint64(word[:], math.Float64bits(c.next(at)))
				hash.Write(word[:])
			}
			if got := hash.Sum64(); got != c.want {
				t.Errorf("hash %#016x, want %#016x", got, c.want)
			}
		})
	}
}
