package discovery

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPlantedTree: the tree splits where the box was planted, what is left after pruning are
// these splits alone, and the box of the dense leaf is the planted one.
func TestPlantedTree(t *testing.T) {
	s := planted(t, 8000)
	tree := s.Grow(Growing{Least: 100, Folds: UsualFolds}, nil)
	leaves, dense := 0, 0
	total := Tally{}
	for at := range tree {
		if tree[at].IsLeaf() {
			leaves++
			total = total.plus(tree[at].Tally)
			if tree[at].Density() > 0.5 {
				dense = at
			}
		}
	}
	require.Equal(t, s.All(nil), total, "every draw is in a leaf")
	require.Equal(t, 4, leaves, "three splits")
	b := tree.Box(s, dense)
	require.Equal(t, []int{0, 1, 5}, b.Restricted())
	require.InDelta(t, 0.6, b[0].Low, 0.01)
	require.InDelta(t, 0.5, b[1].High, 0.01)
	require.Equal(t, []float64{1}, b[5].Without)
	require.Equal(t, tree[dense].Tally, s.In(b, nil), "the limits are those of the leaf")
	for draw := range s.Cases {
		leaf := tree.Leaf(s, draw)
		require.True(t, tree[leaf].IsLeaf())
	}
}

// TestSplitByHand: of eight draws by 1 … 8 the best split leaves 1 of 5 and 3 of 3, with an
// impurity of 5 · 1/5 · 4/5 = 0.8, less than any other.
func TestSplitByHand(t *testing.T) {
	s := sampleOf(t, []Input{{Name: "x", Values: []float64{1, 2, 3, 4, 5, 6, 7, 8}}}, []bool{false, true, false, false, false, true, true, true})
	tree := s.grow(2, nil)
	require.Equal(t, 5.5, tree[0].At)
	require.Equal(t, Tally{5, 1}, tree[tree[0].Left].Tally)
	require.Equal(t, Tally{3, 3}, tree[tree[0].Right].Tally)
	require.InDelta(t, 0.8, impurity(tree[1].Tally)+impurity(tree[2].Tally), 1e-12)
	// Of the five, {1, 2} and {3, 4, 5}: 0.5. The link of that node is worth 0.8 − 0.5, of the
	// root 2 − 0.5 over two leaves more.
	require.Equal(t, 2.5, tree[1].At)
	tree.price()
	require.InDelta(t, 0.3, tree[1].Collapses, 1e-12)
	require.InDelta(t, 2-0.8, tree[0].Collapses, 1e-12)
	require.Len(t, tree.prunedAt(0.2), 5)
	require.Len(t, tree.prunedAt(0.31), 3)
	require.Len(t, tree.prunedAt(1.21), 1)
	require.Equal(t, []float64{0, tree[1].Collapses, tree[0].Collapses}, tree.prices())
}

// TestCategoriesBySplit: categories part by their densities, whatever their numbers.
func TestCategoriesBySplit(t *testing.T) {
	in := Input{Name: "c", Categories: true}
	var cases []bool
	for category, of := range map[float64][2]int{0: {9, 10}, 1: {1, 10}, 2: {8, 10}, 3: {2, 10}} {
		for i := range of[1] {
			in.Values, cases = append(in.Values, category), append(cases, i < of[0])
		}
	}
	s := sampleOf(t, []Input{in}, cases)
	tree := s.grow(15, nil)
	require.Equal(t, []float64{1, 3}, tree[0].Take)
	require.Equal(t, Tally{20, 3}, tree[1].Tally)
	require.Equal(t, []float64{1, 3}, tree.Box(s, 2)[0].Without)
	require.Equal(t, []float64{0, 2}, tree.Box(s, 1)[0].Without)
}

// TestNoTree: what hangs on nothing is a tree of one leaf after pruning.
func TestNoTree(t *testing.T) {
	s := noise(t, 2000, 20)
	require.Greater(t, len(s.grow(40, nil)), 20)
	require.Len(t, s.Grow(Growing{Least: 40, Folds: UsualFolds}, nil), 1)
}

// TestWeakestLink: prices rise towards the root, so that pruned trees are nested.
func TestWeakestLink(t *testing.T) {
	s := planted(t, 2000)
	tree := s.grow(20, nil)
	tree.price()
	for at := 1; at < len(tree); at++ {
		n := &tree[at]
		if !n.IsLeaf() {
			require.LessOrEqual(t, n.Collapses, tree[n.Parent].Collapses)
			require.False(t, math.IsInf(n.Collapses, 1))
		}
	}
}
