package sim

// tally counts the futures in which each of several things happened, apart for each
// replicate of the design.
type tally struct {
	replicates, things int
	counts             []uint64 // by replicate, then thing
}

func newTally(replicates, things int) tally {
	return tally{replicates, things, make([]uint64, replicates*things)}
}

func (t *tally) add(replicate, thing int) { t.counts[replicate*t.things+thing]++ }

// of returns the counts of a thing by replicate.
func (t *tally) of(thing int) []uint64 {
	counts := make([]uint64, t.replicates)
	for replicate := range counts {
		counts[replicate] = t.counts[replicate*t.things+thing]
	}
	return counts
}

// total sums counts over replicates.
func total(counts []uint64) (n uint64) {
	for _, c := range counts {
		n += c
	}
	return n
}
