package network_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/network"
)

// allPaths walks every loopless path: the oracle.
func allPaths(links []network.Link, from, to string) []network.Path {
	var out []network.Path
	var walk func(at string, visited []string, through []int, cost float64, name string)
	walk = func(at string, visited []string, through []int, cost float64, name string) {
		if at == to {
			out = append(out, network.Path{Links: slices.Clone(through), Cost: cost, Name: name})
			return
		}
		for i, l := range links {
			if l.From != at || slices.Contains(visited, l.To) {
				continue
			}
			next := l.Name
			if name != "" {
				next = name + ">" + l.Name
			}
			walk(l.To, append(slices.Clone(visited), l.To), append(slices.Clone(through), i), cost+l.Cost, next)
		}
	}
	walk(from, []string{from}, nil, 0, "")
	slices.SortFunc(out, func(a, b network.Path) int {
		switch {
		case a.Cost < b.Cost || a.Cost == b.Cost && a.Name < b.Name:
			return -1
		default:
			return 1
		}
	})
	return out
}

func TestShortestPathsAgainstEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := rapid.IntRange(2, 6).Draw(t, "nodes")
		var links []network.Link
		for i := range rapid.IntRange(1, 14).Draw(t, "links") {
			links = append(links, network.Link{
				Segment: i, Name: fmt.Sprintf("l%02d", i),
				From: fmt.Sprint(rapid.IntRange(0, nodes-1).Draw(t, "from")),
				To:   fmt.Sprint(rapid.IntRange(0, nodes-1).Draw(t, "to")),
				Cost: float64(rapid.IntRange(0, 4).Draw(t, "cost")), // whole, so that ties are many
			})
		}
		k := rapid.IntRange(1, 6).Draw(t, "k")
		want := allPaths(links, "0", "1")
		got := network.ShortestPaths(links, "0", "1", k)
		require.Len(t, got, min(k, len(want)))
		for i := range got {
			require.Equal(t, want[i].Cost, got[i].Cost)
			require.Equal(t, want[i].Name, got[i].Name)
		}
		// The order the links are listed in does not matter.
		turned := slices.Clone(links)
		slices.Reverse(turned)
		for i, p := range network.ShortestPaths(turned, "0", "1", k) {
			require.Equal(t, got[i].Name, p.Name)
		}
	})
}

// TestSearchesStayNear: on a grid of 7,080 links, those between two places near each other ask
// for the costs of links near them alone.
func TestSearchesStayNear(t *testing.T) {
	const side = 60
	var links []network.Link
	node := func(x, y int) string { return fmt.Sprintf("%d-%d", x, y) }
	for x := range side {
		for y := range side {
			if x+1 < side {
				links = append(links, network.Link{Name: "e" + node(x, y), From: node(x, y), To: node(x+1, y)})
			}
			if y+1 < side {
				links = append(links, network.Link{Name: "s" + node(x, y), From: node(x, y), To: node(x, y+1)})
			}
		}
	}
	asked := 0
	paths := network.New(links).ShortestPaths(node(30, 30), node(34, 33), 4, func(l int) float64 {
		asked++
		return float64(1 + l%5)
	})
	require.Len(t, paths, 4)
	require.Len(t, paths[0].Links, 7)
	require.Less(t, asked, 200)
}
