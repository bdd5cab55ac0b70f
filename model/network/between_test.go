package network_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/network"
)

// TestBetween: a way by b, one by c that is closed, a branch off it, and one from elsewhere.
func TestBetween(t *testing.T) {
	links := []network.Link{
		{Name: "0", From: "a", To: "b"}, {Name: "1", From: "b", To: "z"}, {Name: "2", From: "a", To: "c"},
		{Name: "3", From: "c", To: "z"}, {Name: "4", From: "b", To: "branch"}, {Name: "5", From: "elsewhere", To: "z"},
	}
	n := network.New(links)
	for closed, want := range map[int][]int{-1: {0, 1, 2, 3}, 2: {0, 1}, 1: {2, 3}} {
		between := n.Between("a", "z", func(l int) bool { return l != closed })
		var got []int
		for l := range links {
			if between(l) {
				got = append(got, l)
			}
		}
		require.Equal(t, want, got, "%d closed", closed)
	}
	require.False(t, n.Between("a", "nowhere", func(int) bool { return true })(0))
}
