package ensemble

import (
	"corridor/sim/journal"
	"corridor/sim/sheet"
)

// RunOptions say how an ensemble is run: where finished chunks are kept, which of the
// chunks are simulated, and who is told. The zero value simulates all and tells nobody.
// They choose how many futures are simulated; the futures themselves do not depend on
// them.
type RunOptions struct {
	// Journal keeps every chunk when it is finished; what it holds already is not
	// simulated again. nil for none.
	Journal sheet.Journal
	// Parts are the journals of shards, whose chunks are not simulated again either.
	Parts []*journal.Journal
	// Shard of Shards, 1 … Shards, takes every Shards-th chunk; 0 of 0 takes all.
	Shard, Shards uint64
	// Only are the chunks that are simulated, in ascending order, where Shards is 0; nil for all.
	Only []uint64
	// Progress is told after each chunk, in order, how many draws are done. nil for none.
	Progress func(draws uint64)
	// Rows is given, of an ensemble that keeps its draws, what was drawn and what came of
	// it, draw by draw in their order, a row of Columns each. nil for none.
	Rows func(rows []float64) error
	// Enough is asked after each chunk, in order, whether the run may stop here. nil to
	// simulate all draws.
	Enough func(*Tally) bool
}

// holder returns the journal that holds a chunk, nil if none does.
func (o *RunOptions) holder(chunk uint64) sheet.Journal {
	if o.Journal != nil && o.Journal.Done(chunk) {
		return o.Journal
	}
	for _, part := range o.Parts {
		if part.Done(chunk) {
			return part
		}
	}
	return nil
}
