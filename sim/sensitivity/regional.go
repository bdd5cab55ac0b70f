package sensitivity

import "math"

// regional is the greatest distance between the distributions of an input among the draws that
// meet what is to be met and among the others (Kolmogorov–Smirnov): G. M. Hornberger and R. C.
// Spear, "An approach to the preliminary analysis of environmental systems", Journal of
// Environmental Management 12 (1981) 7–18. An input without influence stays below 1.36 √((m + n)
// / m n) with 95 % chance, for m and n draws of the two kinds (N. Smirnov, "Table for estimating
// the goodness of fit of empirical distributions", Annals of Mathematical Statistics 19 (1948)
// 279–281).
func (g *Given) regional(x []float64, order []int) GivenIndex {
	met := 0.0
	for _, m := range g.met {
		if m {
			met++
		}
	}
	others := float64(len(g.met)) - met
	if met == 0 || others == 0 {
		return GivenIndex{none, math.NaN()}
	}
	return GivenIndex{
		g.repeated(g.between(x, order, nil), func(times []uint8) float64 { return g.between(x, order, times) }),
		1.36 * math.Sqrt((met+others)/float64(met*others)),
	}
}

// between is the distance of draws that each count as often as times says, nil for once.
func (g *Given) between(x []float64, order []int, times []uint8) (distance float64) {
	count := func(draw int) float64 {
		if times == nil {
			return 1
		}
		return float64(times[draw])
	}
	var all, below [2]float64
	kind := func(draw int) int {
		if g.met[draw] {
			return 1
		}
		return 0
	}
	for draw := range g.met {
		all[kind(draw)] += count(draw)
	}
	if all[0] == 0 || all[1] == 0 {
		return 0
	}
	for i, draw := range order {
		below[kind(draw)] += count(draw)
		if i == len(order)-1 || x[order[i+1]] != x[draw] {
			distance = max(distance, math.Abs(below[1]/all[1]-below[0]/all[0]))
		}
	}
	return distance
}
