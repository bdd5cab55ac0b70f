package portfolio

import "slices"

// Enumerate lists the plans that have what they require, nothing that excludes another, and
// keep the limit, the empty one first. It returns nil and false when there are more than most.
func (p *Problem) Enumerate(most int) ([]Plan, bool) {
	order, err := p.order()
	if err != nil {
		return nil, false
	}
	var list []Plan
	plan := make(Plan, len(p.Candidates))
	var walk func(at int) bool
	walk = func(at int) bool {
		if at == len(order) {
			list = append(list, slices.Clone(plan))
			return len(list) <= most
		}
		if !walk(at + 1) { // without it: whatever is possible so far stays so
			return false
		}
		i := order[at]
		if !p.fits(plan, i) {
			return true
		}
		for option := 1; option <= p.Candidates[i].Options; option++ {
			plan[i] = uint8(option)
			if p.over(plan) == 0 && !walk(at+1) {
				plan[i] = 0
				return false
			}
		}
		plan[i] = 0
		return true
	}
	if p.over(plan) > 0 {
		return nil, true
	}
	if !walk(0) {
		return nil, false
	}
	return list, true
}
