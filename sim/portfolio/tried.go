package portfolio

import "math"

// Tried is a plan that was asked about, and what it comes to.
type Tried struct {
	Plan   Plan
	Values []float64 // by objective, as [Objective.Of] says
	Short  float64   // by how much it misses the conditions, in proportion, summed; 0 where it meets them

	costs  []float64 // by objective, to be small
	future []float64 // what was asked; nil where nothing more depends on it
}

// Better reports whether this plan is better than another: it meets the conditions, or misses
// them by less, or where both meet them is as good in every objective and better in one
// (constrained domination, Deb, Pratap, Agarwal & Meyarivan 2002, IEEE Transactions on
// Evolutionary Computation 6, 182–197, definition 1).
func (t *Tried) Better(than *Tried) bool {
	if t.Short > 0 || than.Short > 0 {
		return t.Short < than.Short
	}
	return dominates(t.costs, than.costs)
}

func dominates(a, b []float64) bool {
	better := false
	for i := range a {
		if a[i] > b[i] {
			return false
		}
		better = better || a[i] < b[i]
	}
	return better
}

// judge finds the values of the objectives, and what is missing of the conditions.
func (t *Tried) judge(p *Problem, best *Best) {
	t.Values, t.costs = make([]float64, len(p.Objectives)), make([]float64, len(p.Objectives))
	for i := range p.Objectives {
		o := &p.Objectives[i]
		v := o.Of(p, t.future, best)
		t.Values[i] = v
		switch {
		case math.IsNaN(v):
			v = math.Inf(1) // what has no value is as bad as can be
		case !o.small():
			v = -v
		}
		t.costs[i] = v
	}
	t.Short = p.over(t.Plan)
	for i := range p.Conditions {
		c := &p.Conditions[i]
		t.Short += c.short(c.Of(p, t.future, best))
	}
}

// fronts ranks plans: 0 for those that none is better than, 1 for those that only some of
// rank 0 are better than, and so on: the fast non-dominated sort of NSGA-II.
func fronts(of []*Tried) (rank []int) {
	rank = make([]int, len(of))
	worse := make([][]int, len(of))
	above := make([]int, len(of))
	var front []int
	for i := range of {
		for j := range of {
			switch {
			case of[i].Better(of[j]):
				worse[i] = append(worse[i], j)
			case of[j].Better(of[i]):
				above[i]++
			}
		}
		if above[i] == 0 {
			front = append(front, i)
		}
	}
	for level := 0; len(front) > 0; level++ {
		var next []int
		for _, i := range front {
			rank[i] = level
			for _, j := range worse[i] {
				if above[j]--; above[j] == 0 {
					next = append(next, j)
				}
			}
		}
		front = next
	}
	return rank
}
