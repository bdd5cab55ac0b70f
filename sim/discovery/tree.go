package discovery

import (
	"cmp"
	"math"
	"slices"
)

// Node is a node of a classification tree.
type Node struct {
	Tally
	Parent      int     // −1 of the root
	Left, Right int     // 0 of a leaf
	Input       int     // that is split
	At          float64 // of numbers: left is what is at most so much
	Take        []float64
	Collapses   float64 // the price of a leaf from which on it is one; +Inf of the root's leaf
}

// IsLeaf reports whether nothing is split.
func (n *Node) IsLeaf() bool { return n.Left == 0 }

// Tree is a classification tree: the root first, and every node before those below it.
type Tree []Node

// Growing says how trees are grown.
type Growing struct {
	Least int // draws of a leaf
	Folds int // of the cross-validation that prunes the tree
	Seed  uint64
}

// UsualFolds is the number of folds where nothing else is said (Breiman et al. 1984, section 3.4).
const UsualFolds = 10

// Grow grows a tree on a part of the draws, nil for all, and prunes it.
//
// A node is split where the Gini impurity of the two sides, n p (1 − p) each, falls most; of equal
// splits it takes the first input and the lowest value. Of an input of categories the split is
// among those in the order of their densities, which is the best of all (Breiman et al. 1984,
// theorem 4.5). What a leaf must be worth is chosen by cross-validation: a draw belongs to a fold
// by a stream, the error is the squared error of the density of its leaf, and of all prices the
// highest whose error is within a standard error of the least one is taken (the 1 SE rule).
func (s *Sample) Grow(g Growing, part []bool) Tree {
	t := s.grow(g.Least, part)
	t.price()
	return t.prunedAt(s.validated(g, t, part))
}

// grow grows the whole tree.
func (s *Sample) grow(least int, part []bool) Tree {
	q := newPeeler(s, Peeling{}, part)
	t := Tree{{Tally: q.all, Parent: -1}}
	// The draws of a node are a stretch of every order.
	type stretch struct{ node, from, to int }
	left, right := make([]bool, len(s.Cases)), make([]int32, q.all.Draws)
	for open := []stretch{{0, 0, q.all.Draws}}; len(open) > 0; {
		at := open[0]
		open = open[1:]
		best, ok := q.split(at.from, at.to, t[at.node].Tally, max(1, least))
		if !ok {
			continue
		}
		for _, draw := range q.orders[best.input][at.from:at.to] {
			left[draw] = best.left(s.Inputs[best.input].Values[draw])
		}
		for _, order := range q.orders {
			partition(order[at.from:at.to], left, right)
		}
		middle := at.from + best.Draws
		t[at.node].Input, t[at.node].At, t[at.node].Take = best.input, best.at, best.take
		t[at.node].Left, t[at.node].Right = len(t), len(t)+1
		t = append(t, Node{Tally: best.Tally, Parent: at.node}, Node{Tally: t[at.node].less(best.Tally), Parent: at.node})
		open = append(open, stretch{len(t) - 2, at.from, middle}, stretch{len(t) - 1, middle, at.to})
	}
	return t
}

// partition puts the draws that go to the left first, and keeps the order on either side. It uses
// some space.
func partition(order []int32, left []bool, space []int32) {
	to, others := 0, space[:0]
	for _, draw := range order {
		if left[draw] {
			order[to] = draw
			to++
		} else {
			others = append(others, draw)
		}
	}
	copy(order[to:], others)
}

// split is a way to part a node in two.
type split struct {
	input int
	at    float64
	take  []float64 // categories that go to the left
	Tally           // of the left
}

func (p *split) left(v float64) bool {
	if p.take != nil {
		return slices.Contains(p.take, v)
	}
	return v <= p.at
}

// impurity is Gini's, times the draws and less a constant.
func impurity(t Tally) float64 {
	return float64(t.Cases) * float64(t.Draws-t.Cases) / float64(t.Draws)
}

// split finds the best way to part a stretch.
func (q *peeler) split(from, to int, all Tally, least int) (best split, ok bool) {
	if all.Cases == 0 || all.Cases == all.Draws {
		return best, false
	}
	lowest := impurity(all) * (1 - 1e-12)
	for i := range q.orders {
		order, values := q.orders[i][from:to], q.Inputs[i].Values
		if q.Inputs[i].Categories {
			if p, pure, found := q.parted(i, order, all, least); found && pure < lowest {
				best, lowest, ok = p, pure, true
			}
			continue
		}
		var left Tally
		for place, draw := range order[:len(order)-1] {
			left.Count(q.Cases[draw])
			next := values[order[place+1]]
			if next == values[draw] || left.Draws < least || all.Draws-left.Draws < least {
				continue
			}
			if pure := impurity(left) + impurity(all.less(left)); pure < lowest {
				best, lowest, ok = split{input: i, at: between(values[draw], next, true), Tally: left}, pure, true
			}
		}
	}
	return best, ok
}

// parted finds the best way to part the categories of an input.
func (q *peeler) parted(input int, order []int32, all Tally, least int) (best split, lowest float64, ok bool) {
	type group struct {
		value float64
		Tally
	}
	var groups []group
	for _, draw := range order {
		v := q.Inputs[input].Values[draw]
		if len(groups) == 0 || groups[len(groups)-1].value != v {
			groups = append(groups, group{value: v})
		}
		groups[len(groups)-1].Count(q.Cases[draw])
	}
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(a.Density(), b.Density()) })
	lowest = math.Inf(1)
	var left Tally
	var take []float64
	for _, g := range groups[:max(0, len(groups)-1)] {
		left, take = left.plus(g.Tally), append(take, g.value)
		if left.Draws < least || all.Draws-left.Draws < least {
			continue
		}
		if pure := impurity(left) + impurity(all.less(left)); pure < lowest {
			best, lowest, ok = split{input: input, take: slices.Sorted(slices.Values(take)), Tally: left}, pure, true
		}
	}
	return best, lowest, ok
}

// Leaf returns the leaf that a draw of a sample falls into.
func (t Tree) Leaf(s *Sample, draw int) int {
	return t.leafAt(s, draw, -1)
}

// leafAt is the leaf of the tree pruned at a price.
func (t Tree) leafAt(s *Sample, draw int, price float64) int {
	at := 0
	for !t[at].IsLeaf() && t[at].Collapses > price {
		n := &t[at]
		p := split{at: n.At, take: n.Take}
		if p.left(s.Inputs[n.Input].Values[draw]) {
			at = n.Left
		} else {
			at = n.Right
		}
	}
	return at
}

// Box returns the limits of a node.
func (t Tree) Box(s *Sample, node int) Box {
	b := NewBox(len(s.Inputs))
	for at := node; t[at].Parent >= 0; at = t[at].Parent {
		above := &t[t[at].Parent]
		l := &b[above.Input]
		switch left := at == above.Left; {
		case above.Take != nil:
			l.Without = append(l.Without, s.others(above, left)...)
			slices.Sort(l.Without)
			l.Without = slices.Compact(l.Without)
		case left:
			l.High = min(l.High, above.At)
		default:
			l.Low = max(l.Low, math.Nextafter(above.At, math.Inf(1)))
		}
	}
	return b
}

// others lists the categories that a side of a split leaves out.
func (s *Sample) others(n *Node, left bool) (out []float64) {
	if !left {
		return slices.Clone(n.Take)
	}
	for _, draw := range s.orders[n.Input] {
		v := s.Inputs[n.Input].Values[draw]
		if !slices.Contains(n.Take, v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
