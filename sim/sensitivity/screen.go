package sensitivity

import (
	"cmp"
	"slices"
)

// Screen returns at most so many groups that matter most, most first: by their greatest total
// share of the variance of anything that comes out. Groups that do nothing are left out.
//
// A total share needs few rows to tell what matters from what does not: F. Campolongo, A. Saltelli
// and J. Cariboni, "From screening to quantitative sensitivity analysis. A unified approach",
// Computer Physics Communications 182 (2011) 978–988. The levels of [Morris] would miss what
// happens rarely, such as a project that comes to nothing: none of them may be so far out.
func Screen(all []Shares, most int) []int {
	var weight []float64
	for _, of := range all {
		if weight == nil {
			weight = make([]float64, len(of.Total))
		}
		for group, total := range of.Total {
			if total.Value > weight[group] { // NaN is not
				weight[group] = total.Value
			}
		}
	}
	var list []int
	for group, w := range weight {
		if w > 0 {
			list = append(list, group)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	return list[:min(most, len(list))]
}
