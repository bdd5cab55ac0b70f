package discovery

import (
	"cmp"
	"math"
	"slices"

	"corridor/sim/random"
)

// price finds of every node the price of a leaf from which on it is one itself: the weakest link
// is cut first, again and again (minimal cost-complexity pruning; Breiman et al. 1984, section
// 3.3). What a leaf costs is the squared error of its density, n p (1 − p), as of class
// probability trees (section 4.6).
func (t Tree) price() {
	collapsed := make([]bool, len(t))
	for at := range t {
		t[at].Collapses = math.Inf(1)
		collapsed[at] = t[at].IsLeaf()
	}
	for last := 0.0; !collapsed[0]; {
		cost, leaves := make([]float64, len(t)), make([]int, len(t))
		weakest, least := 0, math.Inf(1)
		for at := len(t) - 1; at >= 0; at-- { // what is below comes first
			n := &t[at]
			if collapsed[at] {
				cost[at], leaves[at] = impurity(n.Tally), 1
				continue
			}
			cost[at], leaves[at] = cost[n.Left]+cost[n.Right], leaves[n.Left]+leaves[n.Right]
			if link := (impurity(n.Tally) - cost[at]) / float64(leaves[at]-1); link <= least {
				weakest, least = at, link
			}
		}
		last = max(last, least)
		t.collapse(weakest, last, collapsed)
	}
}

// collapse makes a leaf of a node, and with it of all below.
func (t Tree) collapse(at int, price float64, collapsed []bool) {
	if n := &t[at]; !collapsed[at] {
		collapsed[at], n.Collapses = true, price
		t.collapse(n.Left, price, collapsed)
		t.collapse(n.Right, price, collapsed)
	}
}

// prices lists those at which the tree changes, ascending, from 0 on.
func (t Tree) prices() []float64 {
	list := []float64{0}
	for at := range t {
		if c := t[at].Collapses; !math.IsInf(c, 1) {
			list = append(list, c)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// prunedAt returns the tree without what is not worth its price.
func (t Tree) prunedAt(price float64) Tree {
	out := Tree{t[0]}
	from := []int{0}
	for at := 0; at < len(out); at++ {
		n := &out[at]
		if n.IsLeaf() || n.Collapses <= price {
			n.Left, n.Right, n.Input, n.At, n.Take = 0, 0, 0, 0, nil
			continue
		}
		left, right := t[n.Left], t[n.Right]
		from = append(from, n.Left, n.Right)
		n.Left, n.Right = len(out), len(out)+1
		left.Parent, right.Parent = at, at
		out = append(out, left, right)
	}
	return out
}

// validated returns the price that cross-validation chooses.
func (s *Sample) validated(g Growing, t Tree, part []bool) float64 {
	prices := t.prices()
	if g.Folds < 2 || len(prices) < 2 {
		return prices[0]
	}
	fold := s.folds(g, part)
	errors := make([][]float64, len(prices)) // by price: of every draw
	for f := range g.Folds {
		others := make([]bool, len(s.Cases))
		for draw := range others {
			others[draw] = fold[draw] >= 0 && fold[draw] != f
		}
		grown := s.grow(g.Least, others)
		grown.price()
		for draw, mine := range fold {
			if mine != f {
				continue
			}
			for i := range prices {
				leaf := grown.leafAt(s, draw, typical(prices, i))
				off := grown[leaf].Density()
				if s.Cases[draw] {
					off = 1 - off
				}
				errors[i] = append(errors[i], float64(off*off))
			}
		}
	}
	best, least, se := 0, math.Inf(1), 0.0
	for i := range prices {
		if mean, own := meanAndError(errors[i]); mean < least {
			best, least, se = i, mean, own
		}
	}
	for i := len(prices) - 1; i > best; i-- {
		if mean, _ := meanAndError(errors[i]); mean <= least+se {
			return prices[i]
		}
	}
	return prices[best]
}

// typical is a price at which the tree is as from one price to the next: their geometric mean
// (Breiman et al. 1984, section 3.4).
func typical(prices []float64, i int) float64 {
	if i == len(prices)-1 {
		return math.Inf(1)
	}
	return math.Sqrt(prices[i]) * math.Sqrt(prices[i+1])
}

// folds says to which fold a draw belongs, −1 for none.
func (s *Sample) folds(g Growing, part []bool) []int {
	numbers := random.NewStream(g.Seed, "discovery/fold").At(0)
	type lot struct {
		draw   int
		number uint64
	}
	fold := make([]int, len(s.Cases))
	var lots []lot
	for draw := range fold {
		fold[draw] = -1
		if n := numbers.Uint64(); part == nil || part[draw] {
			lots = append(lots, lot{draw, n})
		}
	}
	slices.SortFunc(lots, func(a, b lot) int { return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.draw, b.draw)) })
	for i, l := range lots {
		fold[l.draw] = i % g.Folds
	}
	return fold
}

// meanAndError returns the mean of numbers and its standard error.
func meanAndError(values []float64) (mean, se float64) {
	n := float64(len(values))
	for _, v := range values {
		mean += v / n
	}
	variance := 0.0
	for _, v := range values {
		variance += float64((v-mean)*(v-mean)) / n
	}
	return mean, math.Sqrt(variance / n)
}
