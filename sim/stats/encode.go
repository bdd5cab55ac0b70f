package stats

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// encoding is the first byte of an encoded set.
const encoding = 2

// AppendBinary appends the encoding of the set, from which [Set.UnmarshalBinary]
// makes it again. Equal metrics, periods and draws give equal bytes, in whatever
// order the draws came or were merged. The error is always nil.
func (s *Set) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, encoding)
	b = binary.AppendUvarint(b, uint64(len(s.metrics)))
	for _, m := range s.metrics {
		b = appendText(b, m.Name)
		b = binary.AppendUvarint(b, uint64(len(m.Thresholds)))
		for _, t := range m.Thresholds {
			b = appendFloat(b, t)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(s.periods)))
	for _, p := range s.periods {
		b = appendText(b, p)
	}
	b = binary.AppendUvarint(b, s.draws)
	b = binary.AppendUvarint(b, uint64(s.replicates()))
	for i := range s.cells {
		b = s.cells[i].append(b)
	}
	return b, nil
}

// MarshalBinary returns the encoding of the set.
func (s *Set) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// replicates returns how many are kept apart, 0 where they are not.
func (s *Set) replicates() int {
	if len(s.cells) == 0 {
		return 0
	}
	return len(s.cells[0].replicates)
}

func (s *Summary) append(b []byte) []byte {
	if len(s.replicates) > 0 {
		b = append(b, byte(toOne(s.ranked)))
	}
	b = binary.AppendUvarint(b, s.nonFinite)
	b = binary.AppendUvarint(b, s.count)
	for _, e := range s.exceedances {
		b = binary.AppendUvarint(b, e.Above)
		b = binary.AppendUvarint(b, e.Reached)
	}
	if s.count > 0 {
		b = appendFloat(b, s.min)
		b = appendFloat(b, s.max)
		b = s.sum.append(b)
		b = s.squares.append(b)
		b = s.sketch.append(b)
	}
	for i := range s.replicates {
		b = s.replicates[i].append(b, s.ranked)
	}
	return b
}

func (r *replicate) append(b []byte, ranked bool) []byte {
	b = binary.AppendUvarint(b, r.draws)
	b = binary.AppendUvarint(b, r.count)
	for i := range r.above {
		b = binary.AppendUvarint(b, r.above[i])
		b = binary.AppendUvarint(b, r.reached[i])
	}
	if r.count == 0 {
		return b
	}
	b = r.sum.append(b)
	if ranked {
		b = r.sketch.append(b)
	}
	return b
}

// append writes an odd integer, or 0, and the power of 2 it is multiplied by.
func (e *exactSum) append(b []byte) []byte {
	m, exponent := e.integer()
	zeros := m.TrailingZeroBits()
	m.Rsh(m, zeros)
	size := (m.BitLen() + 7) / 8
	b = binary.AppendVarint(b, int64(m.Sign()*size))
	if size == 0 {
		return b
	}
	b = binary.AppendUvarint(b, uint64(exponent+int(zeros)+bias))
	start := len(b)
	b = append(b, make([]byte, size)...)
	m.FillBytes(b[start:])
	return b
}

// append writes, for each page, which bins are occupied as a bit mask and their
// counts.
func (s *sketch) append(b []byte) []byte {
	b = append(b, byte(s.level))
	b = binary.AppendUvarint(b, s.small)
	b = binary.AppendUvarint(b, uint64(len(s.keys)))
	for i, key := range s.keys {
		b = binary.AppendUvarint(b, uint64(key))
		mask := uint64(0)
		for bin, count := range s.pages[i] {
			if count > 0 {
				mask |= 1 << bin
			}
		}
		b = binary.LittleEndian.AppendUint64(b, mask)
		for ; mask > 0; mask &= mask - 1 {
			b = binary.AppendUvarint(b, uint64(s.pages[i][bits.TrailingZeros64(mask)]))
		}
	}
	return b
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func appendFloat(b []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
}
