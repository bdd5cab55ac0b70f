package plots

import (
	"cmp"
	"slices"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
)

// choiceRounds is how many orders of the names are tried.
const choiceRounds = 60

// choose picks for every name one of its places so that no two are in each
// other's way, or -1 where it finds none. Each name takes the best place that is
// left, those with least choice first; in each further round, a name that found
// none or a bad one goes to the front. The best round counts.
func choose(choices [][]mapLabel) []int {
	order := make([]int, len(choices))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(choices[a]), len(choices[b])) })
	var best []int
	least := 0
	for range choiceRounds {
		picked, worst, penalty := pickInOrder(choices, order)
		if best == nil || penalty < least {
			best, least = picked, penalty
		}
		i := slices.Index(order, worst)
		if i <= 0 {
			break
		}
		order = slices.Insert(slices.Delete(order, i, i+1), 0, worst)
	}
	return best
}

// pickInOrder lets each name in turn take the first place that is left. It also
// returns the name that fared worst and the sum of all ranks.
func pickInOrder(choices [][]mapLabel, order []int) (picked []int, worst, penalty int) {
	const none = 10000 // as bad as so many ranks
	picked = make([]int, len(choices))
	most := -1
	var placed []mapLabel
	for _, i := range order {
		picked[i] = slices.IndexFunc(choices[i], func(l mapLabel) bool {
			return !slices.ContainsFunc(placed, l.collides)
		})
		rank := none
		if picked[i] >= 0 {
			rank = picked[i]
			placed = append(placed, choices[i][rank])
		}
		penalty += rank
		if rank >= most {
			worst, most = i, rank
		}
	}
	return picked, worst, penalty
}

// collides reports whether two labels or their lines are in each other's way.
func (l mapLabel) collides(o mapLabel) bool {
	return ink.Overlap(ink.Grow(l.box, 2), o.box) || l.leads(o.box) || o.leads(l.box) ||
		l.leader[0] != l.leader[1] && o.leads(vg.Rectangle{Min: l.leader[1], Max: l.leader[1]})
}

// leads reports whether the line of a label runs through a rectangle.
func (l mapLabel) leads(r vg.Rectangle) bool {
	return l.leader[0] != l.leader[1] && ink.Crosses(l.leader[0], l.leader[1], ink.Grow(r, 1))
}
