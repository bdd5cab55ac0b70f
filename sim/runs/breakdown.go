package runs

import (
	"context"

	"corridor/model"
	"corridor/sim/ensemble"
	"corridor/sim/parts"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// mostTakenApart is how many pairs of futures are taken apart, by which quantiles stand; breakdown.csv
// says so.
const mostTakenApart = 1000

// breakdown takes apart what differs in pairs of futures, so many of which were simulated. The
// tallies are those of the expected futures.
func (p *Comparison) breakdown(ctx context.Context, tallies []*parts.Tally, done uint64) (*tables.Table, error) {
	out := tables.New(tables.Breakdown)
	for i := range tallies[1:] {
		alternatives := p.Ensemble.Alternatives
		pairs := parts.PairsOf(alternatives[0].Name, alternatives[i+1].Name, tallies[0], tallies[i+1])
		of := sheet.Sheet{
			Rows: int(min(done, mostTakenApart)), Columns: 2 * pairs.Len(), Workers: p.Ensemble.Workers,
			New: func() (sheet.Row, error) { return p.pairOf(i+1, pairs) },
		}
		futures, err := of.Fill(ctx)
		if err != nil {
			return nil, err
		}
		pairs.Breakdown(out, futures)
	}
	return out, nil
}

// pairOf returns what simulates a draw of the baseline and of an alternative, and reads the figures
// of both.
func (p *Comparison) pairOf(alternative int, pairs *parts.Pairs) (sheet.Row, error) {
	sides := []int{0, alternative}
	var replays []*ensemble.Replay
	for _, side := range sides {
		r, err := p.Ensemble.NewReplay(side)
		if err != nil {
			return nil, err
		}
		replays = append(replays, r)
	}
	return func(draw int, out []float64) error {
		for i, side := range sides {
			var tally *parts.Tally
			err := replays[i].Draw(uint64(draw), func(m *model.Model) func(*model.Outcome) {
				tally = parts.New(m, wordsOf(p.Scenarios[side]))
				return tally.Add
			})
			if err != nil {
				return err
			}
			pairs.Read(tally, out[i*pairs.Len():(i+1)*pairs.Len()])
		}
		return nil
	}, nil
}
