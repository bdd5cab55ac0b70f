package ensemble

import "corridor/sim/stats"

// blocks gather the figures of draws for the sets of a tally: by alternative, and by
// alternative after the first.
type blocks struct{ metrics, differences, gains []stats.Block }

// blockDraws is how many draws are gathered. Twice as many gain nothing more.
const blockDraws = 64

func newBlocks(alternatives int) blocks {
	return blocks{make([]stats.Block, alternatives), make([]stats.Block, alternatives-1), make([]stats.Block, alternatives-1)}
}

func (b *blocks) full() bool { return b.metrics[0].Len() == blockDraws }

// flush adds what was gathered to a tally.
func (b *blocks) flush(to *Tally) {
	for i := range b.metrics {
		b.metrics[i].Flush(to.Alternatives[i].Metrics)
	}
	for i := range b.differences {
		b.differences[i].Flush(to.Differences[i])
		if to.Gains != nil {
			b.gains[i].Flush(to.Gains[i])
		}
	}
}
