package stats

import (
	"bytes"
	"testing"
)

// TestBlocks: draws added in blocks give the bits of draws added one by one.
func TestBlocks(t *testing.T) {
	const draws, replicates = 700, 5
	one, other := replicatedSet(t, replicates), replicatedSet(t, replicates)
	var block Block
	for i := range draws {
		one.AddTo(i%replicates, draw(i))
		block.AddTo(i%replicates, draw(i))
		if block.Len() == 64 || i == draws-1 {
			block.Flush(other)
		}
	}
	want, _ := one.MarshalBinary()
	if got, _ := other.MarshalBinary(); !bytes.Equal(got, want) {
		t.Error("blocks give other bits")
	}
}

func BenchmarkBlock(b *testing.B) {
	s, draws := benchmarkSet(b)
	var block Block
	for i := 0; b.Loop(); i++ {
		if block.AddTo(0, draws[i%len(draws)]); block.Len() == 64 {
			block.Flush(s)
		}
	}
}
