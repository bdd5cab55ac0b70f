package stats

// span is what is known of a value from its bin.
type span struct{ low, middle, high float64 }

// bin returns the span of a bin, whose number is the leading bits of a place.
func (s *sketch) bin(number uint64) span {
	width := uint64(1) << (finest + s.level)
	first := number * width
	return span{valueAt(first), valueAt(first + width/2), valueAt(first + width - 1)}
}

// order returns the span of the value with the given rank, 1 for the least. The
// rank must be of 1 … count.
func (s *sketch) order(rank uint64) span {
	smalls := false // the values near 0 stand between the negative pages and the others
	for i, key := range s.keys {
		first := uint64(key) << pageBits
		if !smalls && first<<(finest+s.level)&signBit != 0 {
			if rank <= s.small {
				break
			}
			rank -= s.small
			smalls = true
		}
		for b, count := range s.pages[i] {
			if rank <= uint64(count) {
				return s.bin(first | uint64(b))
			}
			rank -= uint64(count)
		}
	}
	return span{-smallest, 0, smallest}
}
