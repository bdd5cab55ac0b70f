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

// TestConditionsInUnits: numbers of a condition are in the unit of what they are compared with, and
// mistakes behind them stand where they were written.
func TestConditionsInUnits(t *testing.T) {
	s := loaded(t)
	at := func(throughput, works float64) func(*tables.Word) float64 {
		return func(w *tables.Word) float64 {
			if w.Name == "works" {
				return works
			}
			return throughput
		}
	}
	for _, c := range []struct {
		where             string
		throughput, works float64
		holds             bool
	}{
		{"throughput_mt_2030 < 5500 kt", 5.4, 0, true},
		{"throughput_mt_2030 < 5500 kt", 5.6, 0, false},
		{"throughput_mt_2030 < 5.5 million t a year and works > 50 %", 5.4, 0.6, true},
		{"throughput_mt_2030 < 5.5 Mt/yr and works > 50 %", 5.4, 0.4, false},
	} {
		condition, err := ParseCondition(s, c.where)
		require.NoError(t, err, c.where)
		holds, known := condition.Holds(at(c.throughput, c.works))
		require.True(t, known)
		require.Equal(t, c.holds, holds, c.where)
	}
	for where, want := range map[string]string{
		"throughput_mt_2030 < 5 days":              "throughput_mt_2030 is in Mt, and 5 days is no such number, at character 22 of the condition",
		"works < 5 kt":                             "5 kt has a unit, and what it is compared with has none, at character 9",
		"throughput_mt_2030 < 9000 kt and nothing": "at character 34 of the condition",
	} {
		_, err := ParseCondition(s, where)
		require.ErrorContains(t, err, want, where)
	}
}
