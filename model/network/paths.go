package network

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Link is a segment as a way from one node to another, at a cost.
type Link struct {
	Segment  int // its number, for the caller
	Name     string
	From, To string
	Cost     float64 // generalised cost of crossing it, USD/t, at least 0
}

// Path is a way through the network.
type Path struct {
	Links []int // indices into the links it was found among
	Cost  float64
	Name  string // names of its links, joined by >; equal costs are told apart by it

	left int // where it leaves the path it is a detour of
}

// ShortestPaths returns up to k loopless paths on some links from one node to another, as
// those of a Network.
func ShortestPaths(links []Link, from, to string, k int) []Path {
	return New(links).ShortestPaths(from, to, k, func(l int) float64 { return links[l].Cost })
}

// ShortestPaths returns up to k loopless paths from one node to another, the cheapest first,
// and of equal cost the one whose name comes first: the result depends on the network alone,
// never on the order of its links. It is Yen's algorithm (Yen 1971, Management Science 17(11),
// 712–716) on Dijkstra's (1959, Numerische Mathematik 1, 269–271); it looks for detours only where a path has left the one it is a detour of, as Lawler
// has it (1972, Management Science 18(7), 401–405). There are none where no way leads
// there. The cost of a link is Closed where it is no way.
func (n *Network) ShortestPaths(from, to string, k int, cost func(link int) float64) []Path {
	if from == to {
		return []Path{{}}
	}
	start, known := n.numbers[from]
	goal, there := n.numbers[to]
	n.costs.of = cost
	for _, m := range []*marks{&n.costs.known, &n.closed, &n.barred} {
		m.clear()
	}
	if !known || !there || !n.lookAhead(start, goal) {
		return nil
	}
	first, _ := n.cheapest(start, goal, math.Inf(1))
	candidates := []Path{n.pathOf(first, 0)}
	var found []Path
	for len(candidates) > 0 {
		next := candidates[0]
		if found = append(found, next); len(found) == k {
			break
		}
		candidates = n.detours(found, next, goal, candidates[1:], k-len(found))
	}
	return found
}

// detours adds to candidates, for each link of a path from where it has left another, the
// cheapest way that goes with it so far and then another way than any path found with the same
// beginning. Of all candidates it keeps as many as are asked for, the best, in their order.
func (n *Network) detours(found []Path, p Path, goal int32, candidates []Path, most int) []Path {
	n.closed.clear()
	sofar := 0.0
	for i, l := range p.Links {
		at := n.from[l]
		if i >= p.left {
			n.barred.clear()
			for _, f := range found {
				if len(f.Links) > i && slices.Equal(f.Links[:i], p.Links[:i]) {
					n.barred.add(int32(f.Links[i]))
				}
			}
			worst := math.Inf(1)
			if len(candidates) == most {
				worst = candidates[most-1].Cost
			}
			if rest, ok := n.cheapest(at, goal, float64(worst*(1+rounding))-sofar); ok {
				candidates = added(candidates, n.pathOf(append(slices.Clone(p.Links[:i]), rest...), i), most)
			}
		}
		n.closed.add(at)
		sofar += n.costs.at(int32(l))
	}
	return candidates
}

// added puts a path among others in their order, once, and keeps the best.
func added(paths []Path, p Path, most int) []Path {
	if at, known := slices.BinarySearchFunc(paths, p, comparePaths); !known {
		paths = slices.Insert(paths, at, p)
	}
	return paths[:min(len(paths), most)]
}

func (n *Network) pathOf(links []int, left int) Path {
	p := Path{Links: links, Name: nameOf(n.links, links), left: left}
	for _, l := range links {
		p.Cost += n.costs.at(int32(l))
	}
	return p
}

func nameOf(links []Link, way []int) string {
	names := make([]string, len(way))
	for i, l := range way {
		names[i] = links[l].Name
	}
	return strings.Join(names, ">")
}

func comparePaths(a, b Path) int {
	return cmp.Or(cmp.Compare(a.Cost, b.Cost), strings.Compare(a.Name, b.Name))
}
