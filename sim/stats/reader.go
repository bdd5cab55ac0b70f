package stats

import (
	"encoding/binary"
	"fmt"
	"math"
)

// reader takes values off encoded bytes. After the first error everything it
// returns is 0.
type reader struct {
	data []byte
	err  error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// bytes returns the next n bytes, or nil.
func (r *reader) bytes(n uint64) []byte {
	if r.err != nil || n > uint64(len(r.data)) {
		r.fail("ends too early")
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) uint64() uint64 {
	if b := r.bytes(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// float returns a finite number.
func (r *reader) float() float64 {
	v := math.Float64frombits(r.uint64())
	if math.IsNaN(v) || math.IsInf(v, 0) {
		r.fail("%v where a finite number is expected", v)
		return 0
	}
	return v
}

// count returns a whole number that is at most the given one.
func (r *reader) count(most uint64) uint64 {
	v, n := binary.Uvarint(r.data)
	if r.err != nil || n <= 0 || v > most {
		r.fail("no number of 0 … %d", most)
		return 0
	}
	r.data = r.data[n:]
	return v
}

// varint returns a whole number that may be negative.
func (r *reader) varint() int64 {
	v, n := binary.Varint(r.data)
	if r.err != nil || n <= 0 {
		r.fail("no whole number")
		return 0
	}
	r.data = r.data[n:]
	return v
}

// length returns a number of things that take at least so many bytes each, and so
// must fit the rest.
func (r *reader) length(each int) int {
	return int(r.count(uint64(len(r.data) / each)))
}

func (r *reader) text() string { return string(r.bytes(uint64(r.length(1)))) }
