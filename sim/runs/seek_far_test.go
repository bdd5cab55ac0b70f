package runs

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// TestSeekFarOff: of a line that carries 10 Mt at the most, more than 100 Mt is told to be far off,
// with what it carries, and the others are not.
func TestSeekFarOff(t *testing.T) {
	told := func(at float64, atMost bool) (said []string) {
		s := loaded(t)
		p := &Seek{Scenario: s, Question: SeekQuestion{Figure: capacityOfLine, Metric: "throughput_mt_2030", At: &at, AtMost: atMost, From: pointer(1.0), To: pointer(20.0)}}
		r, err := Open(p, NewRequest([]string{"line"}, nil, nil), t.TempDir()+"/seek")
		require.NoError(t, err)
		defer r.Close()
		require.NoError(t, r.Do(t.Context(), &How{Workers: 1, Tell: func(sentence string) { said = append(said, sentence) }}))
		require.InDelta(t, 10, p.AsItIs, 1e-9)
		return said
	}
	require.Equal(t, []string{"--at 5800 Mt is more than ten times all that throughput_mt_2030 comes to; the scenario has 10 Mt: is it in another unit? A value can have its own, as a file has them"}, told(5800, false))
	require.Equal(t, []string{"--at-most 101 Mt is more than ten times all that throughput_mt_2030 comes to; the scenario has 10 Mt: is it in another unit? A value can have its own, as a file has them"}, told(101, true))
	require.Empty(t, told(99, false))
	require.Empty(t, told(5.8, false))
	require.Equal(t, 5.35, inFew(5.3478))
	require.Equal(t, 5350.0, inFew(5347.8))
	require.Zero(t, inFew(0))
}

// TestSeekBelow: the path of what has numbers below it and is none is told with theirs.
func TestSeekBelow(t *testing.T) {
	of := func(figure string) error {
		return (&Seek{Scenario: loaded(t), Question: SeekQuestion{Figure: figure, Metric: tables.Annual.ThroughputMt.Name + "_2030", At: pointer(6.0), From: pointer(1.0), To: pointer(9.0)}}).check()
	}
	require.EqualError(t, of("segments.line.capacity"), `segments.line.capacity is no single number, did you mean "segments.line.capacity.fixed_mt_per_year"?`)
	require.EqualError(t, of("segments.*.capacity"), `segments.*.capacity is no single number, did you mean "segments.*.capacity.fixed_mt_per_year"?`)
	require.EqualError(t, of("segments.line"), `segments.line is no single number; below it: segments.line.capacity.fixed_mt_per_year, segments.line.cost_usd_per_t`)
	require.NoError(t, of("segments.line.capacity.fixed_mt_per_year"))
	require.NoError(t, of("markets.m.growth.path_mt_per_year.2030"))
}
