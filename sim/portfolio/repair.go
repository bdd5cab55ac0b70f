package portfolio

import (
	"slices"

	"corridor/sim/random"
)

// dice are random numbers that are taken one after the other.
type dice struct{ *random.Numbers }

// below returns a number from 0 to n−1.
func (d dice) below(n int) int { return min(n-1, int(d.Float64()*float64(n))) }

// chance reports whether something of a probability happens.
func (d dice) chance(p float64) bool { return d.Float64() < p }

// repair makes a plan one that can be: what is taken either gets what it requires or is left,
// of two that exclude each other one is left, and while the limit is broken something is left,
// with all that requires it. What is left is drawn.
func (p *Problem) repair(plan Plan, by dice) {
	for _, i := range p.shuffled(by) {
		if !plan.Has(i) {
			continue
		}
		keep := by.chance(0.5)
		for _, r := range p.needs(i) {
			if plan.Has(r) {
				continue
			}
			if keep && p.free(plan, r) {
				plan[r] = uint8(1 + by.below(p.Candidates[r].Options))
			} else {
				p.leave(plan, i)
				break
			}
		}
	}
	for _, i := range p.shuffled(by) {
		for j := range plan {
			if plan.Has(i) && plan.Has(j) && i != j && p.exclude(i, j) {
				p.leave(plan, i)
			}
		}
	}
	for p.over(plan) > 0 && plan.Size() > 0 {
		taken := plan.taken()
		p.leave(plan, taken[by.below(len(taken))])
	}
}

func (p Plan) taken() (list []int) {
	for i := range p {
		if p.Has(i) {
			list = append(list, i)
		}
	}
	return list
}

// free reports whether nothing in a plan excludes a candidate.
func (p *Problem) free(plan Plan, candidate int) bool {
	return !slices.ContainsFunc(plan.taken(), func(i int) bool { return p.exclude(i, candidate) })
}

// needs lists what a candidate requires, directly and through others, each after what it requires
// itself: so who takes them in this order and stops has none that lacks another.
func (p *Problem) needs(candidate int) (list []int) {
	var walk func(i int)
	walk = func(i int) {
		for _, r := range p.Candidates[i].Requires {
			if !slices.Contains(list, r) {
				walk(r)
				if !slices.Contains(list, r) {
					list = append(list, r)
				}
			}
		}
	}
	walk(candidate)
	return list
}

// leave takes a candidate out of a plan, with all that requires it.
func (p *Problem) leave(plan Plan, candidate int) {
	plan[candidate] = 0
	for i := range plan {
		if plan.Has(i) && slices.Contains(p.Candidates[i].Requires, candidate) {
			p.leave(plan, i)
		}
	}
}

// shuffled lists the candidates in an order that is drawn (Durstenfeld 1964, Communications of
// the ACM 7, 420).
func (p *Problem) shuffled(by dice) []int {
	list := make([]int, len(p.Candidates))
	for i := range list {
		list[i] = i
	}
	for i := len(list) - 1; i > 0; i-- {
		j := by.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
	return list
}
