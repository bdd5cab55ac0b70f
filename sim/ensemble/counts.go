package ensemble

// counts are of the futures in which each of several things happened, apart for each
// replicate of the design.
type counts struct {
	replicates, things int
	n                  []uint64 // by replicate, then thing
}

func newCounts(replicates, things int) counts {
	return counts{replicates, things, make([]uint64, replicates*things)}
}

func (c *counts) add(replicate, thing int) { c.n[replicate*c.things+thing]++ }

// merge adds what was counted of other futures.
func (c *counts) merge(o counts) {
	for i, n := range o.n {
		c.n[i] += n
	}
}

// of returns the counts of a thing by replicate.
func (c *counts) of(thing int) []uint64 {
	list := make([]uint64, c.replicates)
	for replicate := range list {
		list[replicate] = c.n[replicate*c.things+thing]
	}
	return list
}

// total sums counts over replicates.
func total(counts []uint64) (n uint64) {
	for _, c := range counts {
		n += c
	}
	return n
}
