package fill

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGroups: two users share resources 0 and 2 at equal weights; resource 1 is used by
// both at other weights, resources 3 and 5 by one, resource 4 by nobody.
func TestGroups(t *testing.T) {
	s := New(6, usersOf([][]int{{0, 1, 2, 3, 5}, {2, 1, 0}}, [][]float64{{1, 2, 1, 1, 1}, {1, 1, 1}}))
	var resources [][]int32
	for _, g := range s.groups {
		resources = append(resources, g.resources)
	}
	require.Equal(t, [][]int32{{0, 2}, {1}, {3, 5}, {4}}, resources)
	require.Equal(t, []user{{0, 2}, {1, 1}}, s.groups[1].users)
	require.Equal(t, [][]claim{{{0, 1}, {1, 2}, {2, 1}}, {{0, 1}, {1, 1}}}, s.claims)
	require.Empty(t, s.groups[3].users)

	scarcest, least := s.groups[0].scarcest([]float64{5, 1, 4, 1, 1, 1})
	require.Equal(t, int32(2), scarcest)
	require.Equal(t, 4.0, least)
	scarcest, _ = s.groups[0].scarcest([]float64{4, 1, 4, 1, 1, 1})
	require.Equal(t, int32(0), scarcest, "of equal ones the first")

	load := []float64{-1, -1, -1, -1, -1, -1}
	some := s.With(func(r int) bool { return r == 1 || r == 2 || r == 4 })
	s.Load(some, []float64{3, 5}, load)
	require.Equal(t, []float64{8, 2*3 + 5, 8, -1, 0, -1}, load, "all of a group, and no other")
	s.Load(s.All(), []float64{3, 5}, load)
	require.Equal(t, []float64{8, 11, 8, 3, 0, 3}, load)
}
