package ensemble_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// TestReplay: a draw that is simulated again carries month by month what it carries when it is run
// alone, and in its years what the ensemble kept of it, whichever draws came before.
func TestReplay(t *testing.T) {
	for _, design := range []string{random.MonteCarlo, random.Sobol} {
		e := trial(t, 64, 1)
		e.Design = design
		_, columns := kept(t, e)
		r, err := e.NewReplay(0)
		require.NoError(t, err)
		for _, draw := range []uint64{7, 0, 63, 7} {
			var carried []float64
			own := 0.0
			require.NoError(t, r.Draw(draw, func(m *model.Model) func(*model.Outcome) {
				first, _ := m.Corridor().Years()
				return func(out *model.Outcome) {
					carried = append(carried, out.ThroughputMt)
					if out.Month.Year() == first {
						own += out.ThroughputMt
					}
				}
			}))
			alone, err := e.Draw(draw)
			require.NoError(t, err)
			result, err := alone.RunContext(t.Context())
			require.NoError(t, err)
			require.Equal(t, tables.Monthly.ThroughputMt.Of(result.Monthly), carried, "%s, draw %d", design, draw)
			first, _ := e.Alternatives[0].Corridor.Years()
			require.InDelta(t, columns["throughput_mt_"+strconv.Itoa(first)][draw], own, 1e-12)
		}
		require.ErrorContains(t, r.Draw(64, nil), "draws are numbered from 0")
	}
}
