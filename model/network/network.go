package network

import (
	"math"
	"slices"
)

// Network is links laid out by the nodes they join, with the space to find ways on them. What
// a search looks at is near what it finds, however large the network is. It belongs to one
// goroutine.
type Network struct {
	links    []Link
	numbers  map[string]int32 // of nodes, in the order of their names
	from, to []int32          // by link: its nodes
	out, in  [][]int32        // by node: the links that leave it, and those that come

	costs    costs
	ahead    distances // to the goal
	farthest float64   // that of the start
	sofar    distances // from the start of a detour
	labels   labels    // of ways from the start
	closed   marks     // nodes
	barred   marks     // links
	queue    queue
}

// New lays links out. Their costs are those that ShortestPaths finds ways at.
func New(links []Link) *Network {
	var names []string
	for i := range links {
		names = append(names, links[i].From, links[i].To)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	n := &Network{
		links: links, numbers: make(map[string]int32, len(names)), from: make([]int32, len(links)), to: make([]int32, len(links)),
		out: make([][]int32, len(names)), in: make([][]int32, len(names)),
		ahead: newDistances(len(names)), sofar: newDistances(len(names)), labels: labels{of: make([]int32, len(names)), found: newMarks(len(names)), settled: newMarks(len(names))},
		closed: newMarks(len(names)), barred: newMarks(len(links)), costs: costs{known: newMarks(len(links)), usd: make([]float64, len(links))},
	}
	for i, name := range names {
		n.numbers[name] = int32(i)
	}
	for i := range links {
		from, to := n.numbers[links[i].From], n.numbers[links[i].To]
		n.from[i], n.to[i] = from, to
		n.out[from], n.in[to] = append(n.out[from], int32(i)), append(n.in[to], int32(i))
	}
	return n
}

// Closed is the cost of a link that cannot be passed.
var Closed = math.Inf(1)

// costs are those of links in one search, asked for once each.
type costs struct {
	of    func(link int) float64
	known marks
	usd   []float64
}

func (c *costs) at(link int32) float64 {
	if !c.known.has(link) {
		c.known.add(link)
		c.usd[link] = c.of(int(link))
	}
	return c.usd[link]
}

// marks are a set of numbers that is emptied at once.
type marks struct {
	in  []uint32
	now uint32
}

func newMarks(n int) marks { return marks{make([]uint32, n), 1} }

func (m *marks) clear() {
	if m.now++; m.now == 0 {
		clear(m.in)
		m.now = 1
	}
}

func (m *marks) add(i int32)      { m.in[i] = m.now }
func (m *marks) has(i int32) bool { return m.in[i] == m.now }

// distances are those of nodes that a search has come to.
type distances struct {
	found marks
	usd   []float64
}

func newDistances(n int) distances { return distances{newMarks(n), make([]float64, n)} }

// shorten takes a distance for a node over if it is shorter than the one it has.
func (d *distances) shorten(node int32, usd float64) bool {
	if d.found.has(node) && d.usd[node] <= usd {
		return false
	}
	d.found.add(node)
	d.usd[node] = usd
	return true
}
