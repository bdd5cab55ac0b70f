package bitset

import (
	"iter"
	"math/bits"
)

// Set is a set of the numbers from 0 to below the one it was made for.
type Set []uint64

const word = 64 // bits

// New returns an empty set of numbers below n.
func New(n int) Set { return make(Set, (n+word-1)/word) }

// Several returns so many empty sets of numbers below n.
func Several(sets, n int) []Set {
	words := len(New(n))
	all, out := make(Set, sets*words), make([]Set, sets)
	for i := range out {
		out[i] = all[i*words:][:words:words]
	}
	return out
}

// Add puts a number in.
func (s Set) Add(i int) { s[i/word] |= 1 << (i % word) }

// Has reports whether a number is in the set.
func (s Set) Has(i int) bool { return s[i/word]>>(i%word)&1 != 0 }

// All goes through the numbers in the set, the least first.
func (s Set) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, has := range s {
			for ; has != 0; has &= has - 1 {
				if !yield(i*word + bits.TrailingZeros64(has)) {
					return
				}
			}
		}
	}
}

// Drain takes the numbers out, the least first, and goes through them. What is put in
// meanwhile stays.
func (s Set) Drain() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, has := range s {
			for ; has != 0; has &= has - 1 {
				s[i] &^= has & -has
				if !yield(i*word + bits.TrailingZeros64(has)) {
					return
				}
			}
		}
	}
}
