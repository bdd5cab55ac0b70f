package ensemble

import (
	"encoding/binary"
	"fmt"
	"math"

	"corridor/sim/stats"
)

// encode writes a chunk for the journal: the tallies of the alternatives, then the
// differences, then what they come to in money, then the rows. What it holds is known from the ensemble, so only lengths
// are written besides the numbers.
func (c *chunk) encode() []byte {
	var b []byte
	for _, t := range c.tally.Alternatives {
		b = t.append(b)
	}
	for i, d := range c.tally.Differences {
		b = c.tally.material[i].append(c.tally.pairs[i].append(appendSet(b, d)))
	}
	for _, g := range c.tally.Gains {
		b = appendSet(b, g)
	}
	b = binary.AppendUvarint(b, uint64(len(c.rows)))
	for _, v := range c.rows {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return b
}

func appendSet(b []byte, set *stats.Set) []byte {
	encoded, _ := set.MarshalBinary() // whose error is always nil
	return append(binary.AppendUvarint(b, uint64(len(encoded))), encoded...)
}

func (c *counts) append(b []byte) []byte {
	for _, n := range c.n {
		b = binary.AppendUvarint(b, n)
	}
	return b
}

func (t *AlternativeTally) append(b []byte) []byte {
	b = appendSet(b, t.Metrics)
	for _, counts := range t.counts() {
		b = counts.append(b)
	}
	b = binary.AppendUvarint(b, t.Failed)
	b = binary.AppendUvarint(b, uint64(len(t.Failures)))
	for _, f := range t.Failures {
		for _, n := range []uint64{f.Draw, uint64(f.Metric), uint64(f.Year), uint64(len(f.Inputs))} {
			b = binary.AppendUvarint(b, n)
		}
		for _, v := range f.Inputs {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		}
	}
	return b
}

// decode reads into c, whose tally is an empty one of the ensemble, what encode
// wrote. The journal has checked that the bytes are those that were written, so an
// error means a program that writes otherwise.
func (c *chunk) decode(b []byte) error {
	r := chunkReader{rest: b}
	for _, t := range c.tally.Alternatives {
		r.alternative(t)
	}
	for i, d := range c.tally.Differences {
		r.set(d)
		r.counts(&c.tally.pairs[i])
		r.counts(&c.tally.material[i].counts)
	}
	for _, g := range c.tally.Gains {
		r.set(g)
	}
	for range r.count(uint64(len(r.rest)) / 8) {
		c.rows = append(c.rows, r.number())
	}
	if r.failed || len(r.rest) > 0 {
		return fmt.Errorf("chunk %d in the journal is not one of this ensemble, %d bytes from its end", c.number, len(r.rest))
	}
	return nil
}

// chunkReader reads what is left of an encoded chunk. After a failure it reads
// zeros.
type chunkReader struct {
	rest   []byte
	failed bool
}

func (r *chunkReader) count(most uint64) uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v > most {
		r.fail()
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *chunkReader) number() float64 {
	if len(r.rest) < 8 {
		r.fail()
		return 0
	}
	v := math.Float64frombits(binary.LittleEndian.Uint64(r.rest))
	r.rest = r.rest[8:]
	return v
}

func (r *chunkReader) fail() { r.rest, r.failed = nil, true }

// set reads an encoded set into one of the same metrics and periods.
func (r *chunkReader) set(to *stats.Set) {
	length := r.count(uint64(len(r.rest)))
	if r.failed || length > uint64(len(r.rest)) {
		r.fail()
		return
	}
	var read stats.Set
	if read.UnmarshalBinary(r.rest[:length]) != nil || to.Merge(&read) != nil {
		r.fail()
		return
	}
	r.rest = r.rest[length:]
}

func (r *chunkReader) counts(to *counts) {
	for i := range to.n {
		to.n[i] = r.count(stats.MaxDraws)
	}
}

func (r *chunkReader) alternative(t *AlternativeTally) {
	const most = stats.MaxDraws
	r.set(t.Metrics)
	for _, counts := range t.counts() {
		r.counts(counts)
	}
	t.Failed = r.count(most)
	for range r.count(mostFailures) {
		f := Failure{Draw: r.count(math.MaxUint64), Metric: int(r.count(most)), Year: int(r.count(most))}
		for range r.count(uint64(len(r.rest)) / 8) {
			f.Inputs = append(f.Inputs, r.number())
		}
		t.Failures = append(t.Failures, f)
	}
}
