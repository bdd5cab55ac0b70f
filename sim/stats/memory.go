package stats

import "unsafe"

// Bytes returns the memory the summary takes.
func (s *Summary) Bytes() int {
	return int(unsafe.Sizeof(*s)) +
		8*(cap(s.sum.digits)+cap(s.squares.digits)) +
		2*cap(s.sketch.keys) + int(unsafe.Sizeof(page{}))*cap(s.sketch.pages) +
		int(unsafe.Sizeof(Exceedance{}))*cap(s.exceedances)
}

// Bytes returns the memory the summaries take.
func (s *Set) Bytes() int {
	total := 0
	for i := range s.cells {
		total += s.cells[i].Bytes()
	}
	return total
}
