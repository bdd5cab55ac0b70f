package portfolio

import (
	"math"
	"slices"
)

// archive keeps, of the plans that it is shown, some that stand for all: for each there is one
// kept that is no worse by more than ε in any objective, and none kept lies in the box of
// another (Laumanns, Thiele, Deb & Zitzler 2002, Evolutionary Computation 10, 263–282, with
// boxes of equal width). So it stays small however many are shown, and covers them all.
type archive struct {
	epsilon []float64 // by objective, above 0
	kept    []*Tried
}

// box returns the place of a plan among boxes as wide as ε.
func (a *archive) box(t *Tried) []float64 {
	at := make([]float64, len(t.costs))
	for i, v := range t.costs {
		at[i] = math.Floor(v / a.epsilon[i])
	}
	return at
}

// show keeps a plan if nothing that is kept stands for it, and gives up what it stands for. It
// reports whether it was kept. A plan that misses conditions is not.
func (a *archive) show(t *Tried) bool {
	if t.Short > 0 {
		return false
	}
	box := a.box(t)
	for _, other := range a.kept {
		at := a.box(other)
		if slices.Equal(at, box) {
			if !t.Better(other) {
				return false
			}
		} else if dominates(at, box) {
			return false
		}
	}
	a.kept = slices.DeleteFunc(a.kept, func(other *Tried) bool {
		at := a.box(other)
		return slices.Equal(at, box) || dominates(box, at)
	})
	a.kept = append(a.kept, t)
	return true
}

// Thin returns at most so many plans of a front that stand for all of it, those to keep among
// them, in their order: the archive's, with ε as wide as it takes.
func Thin(front []*Tried, most int, keep ...*Tried) []*Tried {
	if len(front) <= most {
		return front
	}
	for parts := 2 * most; ; parts = parts*3/4 - 1 {
		a := archive{epsilon: make([]float64, len(front[0].costs))}
		for i := range a.epsilon {
			low, high := math.Inf(1), math.Inf(-1)
			for _, t := range front {
				if v := t.costs[i]; !math.IsInf(v, 0) {
					low, high = min(low, v), max(high, v)
				}
			}
			if a.epsilon[i] = (high - low) / float64(max(1, parts)); !(a.epsilon[i] > 0) {
				a.epsilon[i] = 1
			}
		}
		for _, t := range front {
			a.show(t)
		}
		for _, t := range keep {
			if !slices.Contains(a.kept, t) {
				a.kept = append(a.kept, t)
			}
		}
		if len(a.kept) <= most || parts <= 1 {
			return slices.DeleteFunc(slices.Clone(front), func(t *Tried) bool { return !slices.Contains(a.kept, t) })
		}
	}
}
