package stats

import (
	"fmt"
	"math/big"
	"math/bits"
)

// UnmarshalBinary makes the set that was encoded. Bytes that are no encoded set
// are an error that says where, and leave the set as it was; they take at
// most some hundred times their own length of memory.
func (s *Set) UnmarshalBinary(data []byte) error {
	r := reader{data: data}
	read := r.set()
	if r.err == nil && len(r.data) > 0 {
		r.fail("%d bytes after the last summary", len(r.data))
	}
	if r.err != nil {
		return fmt.Errorf("stats: encoded set, byte %d: %w", len(data)-len(r.data), r.err)
	}
	*s = *read
	return nil
}

func (r *reader) set() *Set {
	if version := r.byte(); version != encoding {
		r.fail("format %d, this program reads %d", version, encoding)
	}
	metrics := make([]Metric, r.length(2))
	for i := range metrics {
		metrics[i].Name = r.text()
		thresholds := make([]float64, r.length(8))
		for j := range thresholds {
			thresholds[j] = r.float()
		}
		metrics[i].Thresholds = thresholds
	}
	periods := make([]string, r.length(1))
	for i := range periods {
		periods[i] = r.text()
	}
	draws := r.count(MaxDraws)
	replicates := int(r.count(maxReplicates))
	need := uint64(0) // bytes that so many empty summaries take
	for _, m := range metrics {
		need += uint64((1+replicates)*(2+2*len(m.Thresholds))) * uint64(len(periods))
		if need > uint64(len(r.data)) {
			r.fail("%d metrics in %d periods do not fit", len(metrics), len(periods))
			break
		}
	}
	if r.err != nil {
		return nil
	}
	s, err := NewSet(metrics, periods)
	if err != nil {
		r.err = err
		return nil
	}
	s.draws = draws
	for i := range s.cells {
		cell := &s.cells[i]
		if replicates > 0 {
			cell.replicated(replicates, r.byte() == 1)
		}
		r.summary(cell, draws)
		r.replicates(cell)
	}
	return s
}

// replicates reads those of a summary, which have its values among them.
func (r *reader) replicates(s *Summary) {
	left, finite := s.count+s.nonFinite, s.count
	for i := range s.replicates {
		of := &s.replicates[i]
		of.draws = r.count(left)
		of.count = r.count(min(of.draws, finite))
		left, finite = left-of.draws, finite-of.count
		for j := range of.above {
			of.above[j], of.reached[j] = r.count(of.count), r.count(of.count)
		}
		if of.count == 0 {
			continue
		}
		r.exactSum(&of.sum)
		if s.ranked {
			r.sketch(&of.sketch, of.count)
		}
	}
	if len(s.replicates) > 0 && left+finite > 0 {
		r.fail("%d values of no replicate, %d of them finite", left, finite)
	}
}

func (r *reader) summary(s *Summary, draws uint64) {
	s.nonFinite = r.count(draws)
	if s.count = r.count(draws); s.count+s.nonFinite != draws {
		r.fail("%d finite and %d other values of %d draws", s.count, s.nonFinite, draws)
	}
	for i := range s.exceedances {
		e := &s.exceedances[i]
		e.Above, e.Reached = r.count(s.count), r.count(s.count)
		if e.Above > e.Reached {
			r.fail("%d values above a threshold that %d reach", e.Above, e.Reached)
		}
	}
	if s.count == 0 || r.err != nil {
		return
	}
	if s.min, s.max = r.float(), r.float(); s.min > s.max {
		r.fail("minimum %v above maximum %v", s.min, s.max)
	}
	r.exactSum(&s.sum)
	r.exactSum(&s.squares)
	r.sketch(&s.sketch, s.count)
}

func (r *reader) exactSum(e *exactSum) {
	size := r.varint()
	if size == 0 {
		return
	}
	const most = 32 * maxDigits
	place := r.count(most)
	negative := size < 0
	if negative {
		size = -size
	}
	if size < 0 || size > most/8 || int(place)+8*int(size) > most {
		r.fail("a sum of %d bytes at bit %d", size, place)
	}
	m := new(big.Int).SetBytes(r.bytes(uint64(size)))
	m.Lsh(m, uint(place%32))
	e.first, e.pending = int(place/32), 1
	e.digits = make([]int64, (m.BitLen()+31)/32)
	low := make([]byte, 4*len(e.digits))
	m.FillBytes(low)
	for i := range e.digits {
		end := len(low) - 4*i
		d := int64(low[end-4])<<24 | int64(low[end-3])<<16 | int64(low[end-2])<<8 | int64(low[end-1])
		if negative {
			d = -d
		}
		e.digits[i] = d
	}
}

func (r *reader) sketch(s *sketch, count uint64) {
	s.count = count
	if s.level = uint(r.byte()); s.level > maxLevel {
		r.fail("level %d", s.level)
		return
	}
	s.small = r.count(count)
	sum := s.small
	n := r.length(9)
	if n > maxPages {
		r.fail("%d pages", n)
		return
	}
	s.keys, s.pages = make([]uint16, n), make([]page, n)
	for i := range n {
		key := uint16(r.count(1<<(64-finest-pageBits-s.level) - 1))
		if i > 0 && key <= s.keys[i-1] {
			r.fail("page %d after page %d", key, s.keys[i-1])
		}
		s.keys[i] = key
		mask := r.uint64()
		first := uint64(key) << pageBits
		for _, bin := range []int{bits.TrailingZeros64(mask), bits.Len64(mask) - 1} {
			if mask == 0 || !s.used(first|uint64(bin)) {
				r.fail("page %d has no bin, or one where no value falls", key)
				return
			}
		}
		for ; mask > 0; mask &= mask - 1 {
			c := r.count(count)
			s.pages[i][bits.TrailingZeros64(mask)] = uint32(c)
			if sum += c; c == 0 || sum > count {
				r.fail("bins hold other than %d values", count)
				return
			}
		}
	}
	if sum != count {
		r.fail("bins hold %d of %d values", sum, count)
	}
}

// used reports whether a bin may hold a value.
func (s *sketch) used(number uint64) bool {
	of := bin{number: number, level: s.level}.span()
	return of.low < of.high && max(-of.low, of.high) >= smallest
}
