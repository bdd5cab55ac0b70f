package stats

import (
	"cmp"
	"iter"
)

// span is what is known of a value from its bin.
type span struct{ low, middle, high float64 }

// bin holds the values that a sketch does not tell apart: those near 0, or those whose
// places have the same leading bits.
type bin struct {
	small  bool
	number uint64 // leading bits of the places
	level  uint   // of the sketch
	count  uint64
}

// span returns where the values of a bin are.
func (b bin) span() span {
	if b.small {
		return span{-smallest, 0, smallest}
	}
	width := uint64(1) << (finest + b.level)
	first := b.number * width
	return span{valueAt(first), valueAt(first + width/2), valueAt(first + width - 1)}
}

// side is −1 below the values near 0, 1 above them.
func (b bin) side() int {
	switch {
	case b.small:
		return 0
	case b.number<<(finest+b.level)&signBit == 0:
		return -1
	}
	return 1
}

// compare tells whether a bin is before another, 0 where one is within the other.
func (b bin) compare(o bin) int {
	if b.side() != o.side() || b.small {
		return b.side() - o.side()
	}
	level := max(b.level, o.level)
	return cmp.Compare(b.number>>(level-b.level), o.number>>(level-o.level))
}

// bins visits the bins that hold values, in the order of these.
func (s *sketch) bins() iter.Seq[bin] {
	return func(yield func(bin) bool) {
		small := bin{small: true, count: s.small}
		for i, key := range s.keys {
			first := uint64(key) << pageBits
			if small.count > 0 && first<<(finest+s.level)&signBit != 0 {
				if !yield(small) {
					return
				}
				small.count = 0
			}
			for b, count := range s.pages[i] {
				if count > 0 && !yield(bin{number: first | uint64(b), level: s.level, count: uint64(count)}) {
					return
				}
			}
		}
		if small.count > 0 {
			yield(small)
		}
	}
}

// find returns the bin of the value with the given rank, 1 for the least, and how many
// values are in those before it. The rank must be of 1 … count.
func (s *sketch) find(rank uint64) (at bin, before uint64) {
	for b := range s.bins() {
		if at = b; rank <= before+b.count {
			break
		}
		before += b.count
	}
	return at, before
}

// below returns how many values are in bins before one of another sketch, and how many
// in it.
func (s *sketch) below(at bin) (below, within uint64) {
	for b := range s.bins() {
		switch c := b.compare(at); {
		case c < 0:
			below += b.count
		case c == 0:
			within += b.count
		}
	}
	return below, within
}
