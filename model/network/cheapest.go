package network

import (
	"slices"
	"strings"
)

// label is a way from the start of a search to a node.
type label struct {
	usd    float64
	links  int32 // how many
	link   int32 // the last one
	before int32 // the label of the way without it; −1 of the start
}

// labels are those of a search.
type labels struct {
	all     []label
	of      []int32 // by node: the best of its own
	found   marks   // nodes that have one
	settled marks   // nodes of which it is final
}

func (s *labels) begin(start int32) {
	s.found.clear()
	s.settled.clear()
	s.all = append(s.all[:0], label{before: -1})
	s.of[start] = 0
	s.found.add(start)
}

// rounding is the part of a cost by which sums of the same numbers may differ.
const rounding = 1e-9

// cheapest returns the links of the cheapest way by those that are open, of equal cost the one
// whose name comes first, and none where it costs more than is asked for. Labels are compared as
// whole ways, so that ties fall to names; only nodes on ways that may be as cheap as the cheapest
// are looked at.
func (n *Network) cheapest(start, goal int32, most float64) ([]int, bool) {
	bound, found := n.distance(start, goal, most)
	if !found {
		return nil, false
	}
	bound += float64(rounding * bound)
	s := &n.labels
	s.begin(start)
	n.queue.clear()
	n.queue.push(waiting{0, start, 0}, n.sooner)
	for len(n.queue.waiting) > 0 {
		at := n.queue.pop(n.sooner)
		if at.node == goal {
			return n.wayOf(at.label, 0), true
		}
		if s.settled.has(at.node) {
			continue
		}
		s.settled.add(at.node)
		for _, l := range n.out[at.node] {
			if !n.isOpen(l) || s.settled.has(n.to[l]) {
				continue
			}
			usd := at.usd + n.costs.at(l)
			if usd+n.least(n.to[l]) <= bound {
				n.offer(n.to[l], label{usd: usd, links: s.all[at.label].links + 1, link: l, before: at.label})
			}
		}
	}
	return nil, false
}

// offer gives a node a label if that is better than the one it has.
func (n *Network) offer(node int32, l label) {
	s := &n.labels
	if s.found.has(node) && s.all[s.of[node]].usd < l.usd {
		return
	}
	at := int32(len(s.all))
	s.all = append(s.all, l)
	if s.found.has(node) && s.all[s.of[node]].usd == l.usd && n.compareNames(at, s.of[node]) >= 0 {
		s.all = s.all[:at]
		return
	}
	s.of[node] = at
	s.found.add(node)
	n.queue.push(waiting{l.usd, node, at}, n.sooner)
}

// sooner is the order of ways: the cheaper, of equal ones the one whose name comes first, and
// of the same name that to the first node.
func (n *Network) sooner(a, b waiting) bool {
	if a.usd != b.usd {
		return a.usd < b.usd
	}
	if order := n.compareNames(a.label, b.label); order != 0 {
		return order < 0
	}
	return a.node < b.node
}

// compareNames compares the names of the ways of two labels: of what follows the last label
// that both have come by.
func (n *Network) compareNames(a, b int32) int {
	var next [2]string // after that label
	all, at := n.labels.all, [2]int32{a, b}
	for at[0] != at[1] {
		i := 0
		if all[at[1]].links > all[at[0]].links {
			i = 1
		}
		next[i] = n.links[all[at[i]].link].Name
		at[i] = all[at[i]].before
	}
	if strings.HasPrefix(next[0], next[1]) || strings.HasPrefix(next[1], next[0]) {
		return strings.Compare(nameOf(n.links, n.wayOf(a, at[0])), nameOf(n.links, n.wayOf(b, at[0])))
	}
	return strings.Compare(next[0], next[1])
}

// wayOf lists the links of the way of a label after that of another.
func (n *Network) wayOf(at, after int32) []int {
	var way []int
	for all := n.labels.all; at != after; at = all[at].before {
		way = append(way, int(all[at].link))
	}
	slices.Reverse(way)
	return way
}
