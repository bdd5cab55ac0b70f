package model

import "math/bits"

// marks are a set of things, by number, such as those that have changed and are to be
// looked at: a bit for each.
type marks []uint64

func newMarks(n int) marks { return make(marks, (n+63)/64) }

func (k marks) add(i int) { k[i/64] |= 1 << (i % 64) }

// addAll adds the things of a set of as many.
func (k marks) addAll(others marks) {
	for i, word := range others {
		k[i] |= word
	}
}

// take returns the first thing of the set and takes it out, −1 when there is none.
func (k marks) take() int {
	for i, word := range k {
		if word != 0 {
			k[i] = word & (word - 1)
			return i*64 + bits.TrailingZeros64(word)
		}
	}
	return -1
}
