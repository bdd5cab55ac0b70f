package stats

// Block gathers draws that are added to a set together, cell by cell, so that the memory of a
// cell is fetched once for all of them. A set is a function of its draws: in blocks it is the
// same as draw by draw. The zero value has no draws.
type Block struct {
	replicates []int
	values     []float64 // by draw, then as in a draw
}

// Len returns the number of draws gathered.
func (b *Block) Len() int { return len(b.replicates) }

// AddTo gathers a draw of a replicate: its values by metric, then by period.
func (b *Block) AddTo(replicate int, draw []float64) {
	b.replicates = append(b.replicates, replicate)
	b.values = append(b.values, draw...)
}

// Flush adds the draws to a set, of whose cells each has as many values, and forgets them.
func (b *Block) Flush(s *Set) {
	if len(b.values) != len(b.replicates)*len(s.cells) {
		panic("stats: a block of draws of another set")
	}
	s.draws += uint64(len(b.replicates))
	for i := range s.cells {
		cell := &s.cells[i]
		for draw, replicate := range b.replicates {
			v := b.values[draw*len(s.cells)+i]
			cell.Add(v)
			cell.addTo(replicate, v)
		}
	}
	b.replicates, b.values = b.replicates[:0], b.values[:0]
}
