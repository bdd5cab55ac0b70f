package stats

import (
	"math"
	"slices"
)

// sketch counts values in fixed bins: a value goes to the nearest double with a
// mantissa of 10 bits, by integer arithmetic on its own bits and without a
// logarithm. That double, the middle of its bin, is within one part in 1024 of the
// value; it is the value where that is a whole number up to 1024, or such a number
// halved or doubled any number of times. This is DDSketch (Masson, Rim and Lee 2019,
// Proceedings of the VLDB Endowment 12, 2195–2205) on bins of equal width within an
// octave, as in HDR histograms.
//
// Bins are held in pages of 64. When values meet more than maxPages of them,
// neighbouring bins are joined in pairs everywhere, which doubles the error
// (Epicoco et al. 2020, IEEE Access 8, 147604–147617). The number of pages that
// values meet at a level only grows with more values, so the level reached is the
// first at which all of them fit, in whatever order they came: the state is a
// function of the multiset of values.
type sketch struct {
	count uint64
	small uint64 // values nearer to 0 than smallest
	level uint   // how often bins were joined in pairs
	keys  []uint16
	pages []page // in the order of keys, ascending
}

type page [pageBins]uint32

const (
	pageBins  = 64
	pageBits  = 6
	maxPages  = 128
	finest    = 52 - 9 // mantissa bits that a bin of level 0 leaves out
	half      = 1 << (finest - 1)
	maxLevel  = 8 // at which all doubles fit: 2 bins an octave
	smallest  = 0x1p-40
	signBit   = 1 << 63
	resolving = 0x1p-10 // relative error at level 0
)

// placeOf maps doubles to integers in the same order, 0 to signBit, and adds half a
// bin: the number of a value's bin is the leading bits of its place.
func placeOf(v float64) uint64 {
	bits := math.Float64bits(v)
	if bits&signBit != 0 {
		return signBit - (bits &^ signBit) + half
	}
	return bits + signBit + half
}

// valueAt returns the double at a place, the largest for places beyond it.
func valueAt(place uint64) float64 {
	const largest = 0x7fefffffffffffff
	if place -= half; place < signBit {
		return -math.Float64frombits(min(signBit-place, largest))
	}
	return math.Float64frombits(min(place-signBit, largest))
}

// add counts a finite value.
func (s *sketch) add(v float64) {
	s.count++
	if math.Abs(v) < smallest {
		s.small++
		return
	}
	place := placeOf(v)
	at := s.page(place)
	at[place>>(finest+s.level)%pageBins]++
}

// page finds or makes the page that a place belongs to, joining bins while there
// is no room for it.
func (s *sketch) page(place uint64) *page {
	for {
		key := uint16(place >> (finest + s.level + pageBits))
		if len(s.keys) > 0 { // most often all pages between the outermost are there
			if i := int(key) - int(s.keys[0]); i >= 0 && i < len(s.keys) && s.keys[i] == key {
				return &s.pages[i]
			}
		}
		i, found := slices.BinarySearch(s.keys, key)
		switch {
		case found:
			return &s.pages[i]
		case len(s.keys) < maxPages:
			s.insert(i, key)
			return &s.pages[i]
		}
		s.join()
	}
}

// insert makes a page, with room for a few more.
func (s *sketch) insert(i int, key uint16) {
	if n := len(s.pages); n == cap(s.pages) {
		const more = 4
		s.keys = append(make([]uint16, 0, n+more), s.keys...)
		s.pages = append(make([]page, 0, n+more), s.pages...)
	}
	s.keys = slices.Insert(s.keys, i, key)
	s.pages = slices.Insert(s.pages, i, page{})
}

// join counts neighbouring bins together, pair by pair.
func (s *sketch) join() {
	s.level++
	kept := 0
	for i, key := range s.keys {
		half := int(key%2) * (pageBins / 2)
		from := s.pages[i]
		if key /= 2; kept == 0 || s.keys[kept-1] != key {
			s.keys[kept], s.pages[kept] = key, page{}
			kept++
		}
		to := s.pages[kept-1][half:]
		for b := 0; b < pageBins; b += 2 {
			to[b/2] = from[b] + from[b+1]
		}
	}
	s.keys, s.pages = s.keys[:kept], s.pages[:kept]
}

// merge adds the counts of another sketch.
func (s *sketch) merge(o *sketch) {
	s.count += o.count
	s.small += o.small
	for s.level < o.level {
		s.join()
	}
	for i, key := range o.keys {
		first := uint64(key) << pageBits
		at := s.page(first << (finest + o.level)) // which holds the whole of the other page
		wider := s.level - o.level
		for b, count := range o.pages[i] {
			at[(first|uint64(b))>>wider%pageBins] += count
		}
	}
}

// reset forgets all values and keeps the room for pages.
func (s *sketch) reset() {
	*s = sketch{keys: s.keys[:0], pages: s.pages[:0]}
}

// resolution is the greatest relative error of a bin's middle.
func (s *sketch) resolution() float64 { return math.Ldexp(resolving, int(s.level)) }
