package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStretches: two flows share segments 0 and 2 at equal weights; segment 1 is passed
// by both at another weight, segments 3 and 5 by one, segment 4 by nobody.
func TestStretches(t *testing.T) {
	m := flowsOver(6, [][]int{{0, 1, 2, 3, 5}, {2, 1, 0}}, [][]float64{{1, 2, 1, 1, 1}, {1, 1, 1}})
	var segments [][]int32
	for _, s := range m.stretches {
		segments = append(segments, s.segments)
	}
	require.Equal(t, [][]int32{{0, 2}, {1}, {3, 5}, {4}}, segments)
	require.Equal(t, []user{{0, 2}, {1, 1}}, m.stretches[1].users)
	require.Equal(t, [][]passage{{{0, 1}, {1, 2}, {2, 1}}, {{0, 1}, {1, 1}}}, m.passages)
	require.Empty(t, m.stretches[3].users)

	narrowest, least := m.stretches[0].narrowest([]float64{5, 1, 4, 1, 1, 1})
	require.Equal(t, int32(2), narrowest)
	require.Equal(t, 4.0, least)
	narrowest, _ = m.stretches[0].narrowest([]float64{4, 1, 4, 1, 1, 1})
	require.Equal(t, int32(0), narrowest, "of equal ones the first")
	require.Equal(t, 2*3.0+5, m.stretches[1].load([]float64{3, 5}))
}
