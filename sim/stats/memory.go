package stats

import "unsafe"

// Bytes returns the memory the summary takes.
func (s *Summary) Bytes() int {
	total := int(unsafe.Sizeof(*s)) +
		8*(cap(s.sum.digits)+cap(s.squares.digits)) + s.sketch.bytes() +
		int(unsafe.Sizeof(Exceedance{}))*cap(s.exceedances) +
		int(unsafe.Sizeof(replicate{}))*cap(s.replicates)
	for i := range s.replicates {
		r := &s.replicates[i]
		total += 8*(cap(r.sum.digits)+cap(r.above)+cap(r.reached)) + r.sketch.bytes()
	}
	return total
}

func (s *sketch) bytes() int {
	return 2*cap(s.keys) + int(unsafe.Sizeof(page{}))*cap(s.pages)
}

// Bytes returns the memory the summaries take.
func (s *Set) Bytes() int {
	total := 0
	for i := range s.cells {
		total += s.cells[i].Bytes()
	}
	return total
}
