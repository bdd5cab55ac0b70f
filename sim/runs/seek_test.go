package runs

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/tables"
)

// sought does a seek in the scenario of one segment, of which the effectiveness is uncertain,
// from 0.5 to 0.9, and 10 Mt are asked for.
func sought(t *testing.T, q SeekQuestion, draws uint64) *Seek {
	t.Helper()
	p := &Seek{Scenario: loaded(t), Question: q, Draws: draws, Seed: 7}
	done(t, p, t.TempDir()+"/seek")
	return p
}

const capacityOfLine = "segments.line.capacity.fixed_mt_per_year"

// TestSeekInFutures: a future of effectiveness e needs 6/e Mt a year for 6 Mt, so that 12 are
// enough for all, 6/0.9 for few, and 6/0.7 for half.
func TestSeekInFutures(t *testing.T) {
	p := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "throughput_mt_2030", At: pointer(6.0), From: pointer(1.0), To: pointer(20.0)}, 400)
	require.Len(t, p.Turns, 1)
	require.InDelta(t, 6, p.Turns[0].Value, 1e-3, "the scenario's own effectiveness is 1")
	require.Equal(t, capacityOfLine+"=6", p.Assignment(6))
	require.True(t, p.Sought.Upward)
	for share, e := range map[float64]float64{0.1: 0.86, 0.5: 0.7, 0.9: 0.54} {
		require.InDelta(t, 6/e, p.Sought.Enough(share), 0.35, share)
	}
	for _, v := range p.Sought.Needs {
		require.True(t, v >= 6/0.9-1e-6 && v <= 12+1e-6, v)
	}
	for _, s := range p.Sought.Shares {
		enough := 0
		for _, v := range p.Sought.Needs {
			if v <= s.Value {
				enough++
			}
		}
		require.EqualValues(t, enough, s.Does, "%v: as many have enough of it as meet the target with it", s.Value)
	}
}

// TestSeekDownward: who stays under 6 Mt needs less capacity, and none of the range is little enough for 0.1 Mt.
func TestSeekDownward(t *testing.T) {
	p := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "throughput_mt_2030", At: pointer(6.0), AtMost: true, From: pointer(1.0), To: pointer(20.0)}, 100)
	require.False(t, p.Sought.Upward)
	require.InDelta(t, 6/0.7, p.Sought.Enough(0.5), 0.6)
	require.GreaterOrEqual(t, p.Sought.Enough(0.1), p.Sought.Enough(0.9))
	none := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "throughput_mt_2030", At: pointer(0.1), AtMost: true, From: pointer(1.0), To: pointer(20.0)}, 10)
	require.Empty(t, none.Turns)
	require.Empty(t, none.Met())
	require.True(t, math.IsInf(none.Sought.Enough(0.5), 0))
}

// TestSeekIsWhatSetDoes: every turn that is said, put there with --set, meets the target in a run, and a little off it does not.
func TestSeekIsWhatSetDoes(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	p := &Seek{Scenario: s, Question: SeekQuestion{Figure: "segments.tankers.capacity.fixed_mt_per_year", Metric: "capacity-10"}}
	done(t, p, t.TempDir()+"/seek")
	require.Equal(t, "Mt/yr", p.Unit)
	require.Len(t, p.Turns, 1)
	turn := p.Turns[0]
	require.False(t, turn.Jump)
	for _, c := range []struct {
		value float64
		met   bool
	}{{turn.Value, true}, {turn.Value - 0.002, false}} {
		with, err := s.Set(p.Assignment(c.value))
		require.NoError(t, err)
		r, err := with.Run().RunContext(context.Background())
		require.NoError(t, err)
		require.Equal(t, c.met, r.Judged[0].Met, c.value)
	}
	require.Equal(t, "capacity-10", s.Targets[0].Name)
}

// TestSeekWhole: months of delay are whole numbers, whoever asks.
func TestSeekWhole(t *testing.T) {
	works, err := scenarios.Parse("line", oneSegment+twoWorks)
	require.NoError(t, err)
	p := &Seek{Scenario: works, Question: SeekQuestion{Figure: "projects.berths.delay_months", Metric: "throughput_mt_2030", At: pointer(9.9), From: pointer(0.0), To: pointer(24.0)}}
	require.NoError(t, p.check())
	_, _, whole := p.Range()
	require.True(t, whole)
}

func TestInto(t *testing.T) {
	for _, c := range []struct{ v, from, want float64 }{
		{4.77331, 4.77330, 4.774}, {4.77331, 4.77332, 4.773}, {-4.77331, -4.77332, -4.773}, {-4.77331, -4.7733, -4.774}, {12, 11, 12}, {9.99961, 9.9996, 10}, {0, -1, 0}, {1234.56, 1235, 1234},
	} {
		require.InDelta(t, c.want, into(c.v, c.from), 1e-9, "%v from %v", c.v, c.from)
	}
}

func TestSeekTablesAreRead(t *testing.T) {
	p := sought(t, SeekQuestion{Figure: capacityOfLine, Metric: "much", From: pointer(1.0), To: pointer(20.0)}, 20)
	require.Equal(t, []string{tables.SeekFrom, tables.SeekNow, tables.SeekTo, tables.SeekLeast, tables.SeekMost}, tables.Seek.What.Of(p.table())[:5])
	require.Equal(t, 7, len(enoughShares))
	require.Equal(t, p.soughtTable().Len(), len(p.Sought.Shares)+len(enoughShares))
}
