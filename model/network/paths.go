package network

import (
	"cmp"
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
}

// ShortestPaths returns up to k loopless paths from one node to another, the
// cheapest first, and of equal cost the one whose name comes first: the result
// depends on the network alone, never on the order of its links. It is Yen's
// algorithm (Yen 1971, Management Science 17(11), 712–716) on Dijkstra's (1959,
// Numerische Mathematik 1, 269–271). There are none where no way leads there.
func ShortestPaths(links []Link, from, to string, k int) []Path {
	var found, candidates []Path
	if first, ok := cheapest(links, from, to, nil, nil); ok {
		candidates = append(candidates, first)
	}
	for len(candidates) > 0 && len(found) < k {
		slices.SortFunc(candidates, comparePaths)
		next := candidates[0]
		candidates = candidates[1:]
		found = append(found, next)
		for i := range next.Links {
			spur := detour(links, found, next, i, from, to)
			if spur.Links != nil && !slices.ContainsFunc(append(found, candidates...), func(p Path) bool { return p.Name == spur.Name }) {
				candidates = append(candidates, spur)
			}
		}
	}
	return found
}

func comparePaths(a, b Path) int {
	return cmp.Or(cmp.Compare(a.Cost, b.Cost), strings.Compare(a.Name, b.Name))
}

// detour leaves a path at its i-th link and returns to the goal another way than
// any path found with the same beginning.
func detour(links []Link, found []Path, p Path, i int, from, to string) Path {
	root := p.Links[:i]
	forbidden := map[int]bool{}
	for _, f := range found {
		if len(f.Links) > i && slices.Equal(f.Links[:i], root) {
			forbidden[f.Links[i]] = true
		}
	}
	visited := map[string]bool{}
	at := from
	for _, l := range root {
		visited[links[l].From] = true
		at = links[l].To
	}
	rest, ok := cheapest(links, at, to, forbidden, visited)
	if !ok {
		return Path{}
	}
	return pathOf(links, append(slices.Clone(root), rest.Links...))
}

func pathOf(links []Link, through []int) Path {
	p := Path{Links: through}
	names := make([]string, len(through))
	for i, l := range through {
		p.Cost += links[l].Cost
		names[i] = links[l].Name
	}
	p.Name = strings.Join(names, ">")
	return p
}

// cheapest returns the cheapest path that uses no forbidden link and enters no
// closed node. Labels are compared as whole paths, so that ties fall to names.
func cheapest(links []Link, from, to string, forbidden map[int]bool, closed map[string]bool) (Path, bool) {
	if from == to {
		return Path{}, true
	}
	best := map[string]Path{from: {}}
	settled := map[string]bool{}
	for {
		at, ok := nearestNode(best, settled)
		if !ok {
			return Path{}, false
		}
		if at == to {
			return best[to], true
		}
		settled[at] = true
		for i := range links {
			l := &links[i]
			if l.From != at || forbidden[i] || closed[l.To] || settled[l.To] {
				continue
			}
			p := pathOf(links, append(slices.Clone(best[at].Links), i))
			if have, ok := best[l.To]; !ok || comparePaths(p, have) < 0 {
				best[l.To] = p
			}
		}
	}
}

// nearestNode returns the node with the best label among those not settled.
func nearestNode(best map[string]Path, settled map[string]bool) (string, bool) {
	node, found := "", false
	for name, p := range best {
		if settled[name] {
			continue
		}
		if !found || cmp.Or(comparePaths(p, best[node]), strings.Compare(name, node)) < 0 {
			node, found = name, true
		}
	}
	return node, found
}
