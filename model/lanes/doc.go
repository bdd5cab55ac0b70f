// Package lanes has the numbers of several futures side by side: a Vec has one number for each
// lane, and a Mask says for which lanes something is done. It is there where the toolchain is
// built with GOEXPERIMENT=simd, on amd64, and used where the processor has AVX2.
//
// Each operation rounds as that of a float64 does, so that a lane has the bits of the same
// computation by itself.
package lanes
