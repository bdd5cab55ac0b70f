package runs

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/discovery"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// TestSignpostOfAKnownRule: another plan is better by 2 where what is seen first exceeds 0.7, and
// worse by 1 elsewhere; what is seen second tells nothing.
func TestSignpostOfAKnownRule(t *testing.T) {
	const n = 1000
	first, second := random.NewStream(1, "first"), random.NewStream(1, "second")
	var a, b, own, other []float64
	for i := range uint64(n) {
		a, b = append(a, first.Float64(i)), append(b, second.Float64(i))
		own, other = append(own, 10), append(other, 9)
		if a[i] > 0.7 {
			other[i] = 12
		}
	}
	inputs := []discovery.Input{{Name: "a", Values: a}, {Name: "b", Values: b}}
	seen := []Observed{{Name: "a"}, {Name: "b"}}
	s, err := signpost(own, other, false, inputs, seen, 7)
	require.NoError(t, err)
	require.Len(t, s.Limits, 1)
	require.Equal(t, "a", s.Limits[0].Name)
	require.InDelta(t, 0.7, s.Limits[0].Low, 0.05)
	require.True(t, math.IsInf(s.Limits[0].High, 1))
	require.InDelta(t, 0.3, s.All, 0.04)
	require.Greater(t, s.Judged, 0.95)
	require.InDelta(t, 2, s.Gain, 0.2)

	s, err = signpost(own, other, true, inputs, seen, 7) // where less is better the rest is the case
	require.NoError(t, err)
	require.InDelta(t, 0.7, s.Limits[0].High, 0.05)
	s, err = signpost(own, own, false, inputs, seen, 7)
	require.NoError(t, err)
	require.Nil(t, s, "none is better")
	s, err = signpost(own, other, false, inputs[1:], seen[1:], 7)
	require.NoError(t, err)
	require.Nil(t, s, "what tells nothing is no signpost")
}

// TestSignpostsOfWorks: with a budget for the ship or for the ferry with its berth, a ship that
// does not come in time speaks for other works.
func TestSignpostsOfWorks(t *testing.T) {
	p := portfolioOf(t, PlanQuestion{Objectives: []string{"mean throughput_mt_2034"}, Budget: 215, Signposts: 2032})
	p.Draws = 400
	found := foundBy(t, p, 2)
	for _, s := range found.Signposts {
		require.NotEqual(t, s.Plan, s.Other)
		require.NotEmpty(t, s.Limits)
		require.GreaterOrEqual(t, s.Judged, s.All+leastLift)
		for _, o := range s.Limits {
			require.True(t, strings.HasSuffix(o.Name, "2031") || strings.HasSuffix(o.Name, "2032") || strings.HasPrefix(o.Name, ServesBefore), o.Name)
		}
	}
	rows := 0
	for _, s := range found.Signposts {
		rows += len(s.Limits)
	}
	require.Equal(t, rows, p.signpostTable(found).Len())
	require.Equal(t, tables.Signposts.Schema, p.signpostTable(found).Schema)

	p.Question.Signposts = 2050
	require.ErrorContains(t, p.check(), "the year of the signposts, 2050, is not simulated, expected one from 2030 to 2035")
}
