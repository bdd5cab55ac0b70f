package runs

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// TestBoxesHoldInOtherFutures: futures that are drawn inside a box, with another seed, meet the
// condition about as often as was said of those held out: with limits on what goes together with
// others, on how projects turn out, and on a posterior.
func TestBoxesHoldInOtherFutures(t *testing.T) {
	for _, c := range []struct {
		where string
		with  []string
	}{
		{"throughput_mt_2030 < 5.5", nil},
		{"throughput_mt_2030 < 5.5", []string{"calibration/posterior"}},
	} {
		s, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: c.with})
		require.NoError(t, err)
		of := func(s *scenarios.Scenario, seed, draws uint64) *Discovery {
			return &Discovery{Scenario: s, Sampling: Sampling{Draws: draws, Seed: seed, Design: random.MonteCarlo}, Where: c.where, Wanted: Wanted{Boxes: 1, Method: PRIM}}
		}
		dir := filepath.Join(t.TempDir(), "found")
		p := of(s, 0, 1000)
		done(t, p, dir)
		require.Equal(t, 1, p.Discovered.Boxes.Len(), c.where)

		inside, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: append(c.with, filepath.Join(dir, BoxFile(1)))})
		require.NoError(t, err)
		q := of(inside, 99, 400)
		require.NoError(t, q.check())
		columns, err := q.simulateDraws(t.Context(), &means{How: &How{}, workers: 2})
		require.NoError(t, err)
		met := 0
		for draw := range 400 {
			if holds, _ := q.condition.Holds(func(w *tables.Word) float64 { return columns.of(w)[draw] }); holds {
				met++
			}
		}
		// By chance the 400 are off by 0.05 at most in 95 of 100 cases, on top of the interval.
		b := &tables.Boxes
		got := float64(met) / 400
		require.Greater(t, got, b.JudgedDensityLow.Of(p.Discovered.Boxes)[0]-0.05, c.where)
		require.Less(t, got, b.JudgedDensityHigh.Of(p.Discovered.Boxes)[0]+0.05, c.where)
	}
}

// TestWhatEndsInAMonth: of kept draws a capacity in December is that of its year, and anything else
// of a month is refused.
func TestWhatEndsInAMonth(t *testing.T) {
	s := loaded(t)
	for where, refused := range map[string]bool{
		"capacity_mt_2030-12 < 8": false, "comparable_capacity_mt_2030-12 < 8": false, "throughput_mt_2030-12 < 8": true, "capacity_mt_2030-06 < 8": true, "works < 0.6": false,
	} {
		c, err := ParseCondition(s, where)
		require.NoError(t, err)
		require.Equal(t, refused, readable(c) != nil, where)
	}
}
