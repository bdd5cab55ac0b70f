package portfolio

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Shares of the evaluations: the size of a generation, and what is left for trying one change
// at a time around what was found.
const (
	mostPopulation = 100
	leastOf        = 10 // generations there should be
	polishing      = 0.25
	crossing       = 0.9 // of a child having two parents
)

// evolve looks for plans by NSGA-II (Deb, Pratap, Agarwal & Meyarivan 2002), whose children may
// have a parent in the archive, and then tries what differs from the front by one change. It
// reports whether all that is so near was tried.
func (q *search) evolve(ctx context.Context) (polished bool, err error) {
	size := max(4, min(mostPopulation, q.Evaluations/leastOf))
	if err := q.ask(ctx, q.first(size)); err != nil {
		return false, err
	}
	q.archive.epsilon = q.widths()
	for _, t := range q.tried {
		q.archive.show(t)
	}
	population := slices.Clone(q.tried)
	until := q.Evaluations - int(polishing*float64(q.Evaluations))
	for generation := 1; len(q.tried) < until; generation++ {
		children := q.children(population, size, generation)
		if len(children) == 0 {
			break // there is nothing left to try nearby
		}
		before := len(q.tried)
		if err := q.ask(ctx, children); err != nil {
			return false, err
		}
		population = survivors(append(population, q.tried[before:]...), size)
	}
	return q.polish(ctx)
}

// first returns the first plans: nothing, everything as far as the limit lets it, each
// candidate with what it requires, and others that are drawn, some with few candidates and some
// with many.
func (q *search) first(size int) (list []Plan) {
	n := len(q.Candidates)
	by := q.dice("first plans", 0)
	met := map[string]bool{}
	add := func(plan Plan) {
		q.repair(plan, by)
		if !met[string(plan)] {
			met[string(plan)] = true
			list = append(list, plan)
		}
	}
	add(make(Plan, n))
	all := make(Plan, n)
	for i := range all {
		all[i] = 1
	}
	add(all)
	for i := 0; i < n && len(list) < size; i++ {
		alone := make(Plan, n)
		alone[i] = 1
		for _, r := range q.needs(i) {
			alone[r] = 1
		}
		add(alone)
	}
	for attempt := 0; len(list) < size && attempt < 20*size; attempt++ {
		plan, density := make(Plan, n), by.Float64()
		for i := range plan {
			if by.chance(density) {
				plan[i] = uint8(1 + by.below(q.Candidates[i].Options))
			}
		}
		add(plan)
	}
	return list
}

// children returns so many plans that were not tried before, fewer where they are hard to find.
func (q *search) children(population []*Tried, size, generation int) (list []Plan) {
	by := q.dice("generation", generation)
	rank := fronts(population)
	crowd := crowding(population, rank)
	parent := func() Plan {
		if len(q.archive.kept) > 0 && by.chance(0.5) {
			return q.archive.kept[by.below(len(q.archive.kept))].Plan
		}
		a, b := by.below(len(population)), by.below(len(population))
		if rank[b] < rank[a] || rank[b] == rank[a] && crowd[b] > crowd[a] {
			a = b
		}
		return population[a].Plan
	}
	met := map[string]bool{}
	for attempt := 0; len(list) < size && attempt < 50*size; attempt++ {
		child := slices.Clone(parent())
		if other := parent(); by.chance(crossing) {
			for i := range child {
				if by.chance(0.5) {
					child[i] = other[i]
				}
			}
		}
		q.mutate(child, by)
		q.repair(child, by)
		if _, known := q.known[string(child)]; !known && !met[string(child)] {
			met[string(child)] = true
			list = append(list, child)
		}
	}
	return list
}

// mutate changes each candidate with the probability of one in all, and now and then puts one
// that is taken in the place of another: what a budget ties together moves in pairs.
func (q *search) mutate(plan Plan, by dice) {
	for i := range plan {
		if by.chance(1 / float64(len(plan))) {
			options := q.Candidates[i].Options
			if at := by.below(options); at < int(plan[i]) {
				plan[i] = uint8(at)
			} else {
				plan[i] = uint8(at + 1)
			}
		}
	}
	if by.chance(0.3) {
		if taken := plan.taken(); len(taken) > 0 && len(taken) < len(plan) {
			out, in := taken[by.below(len(taken))], by.below(len(plan))
			if !plan.Has(in) {
				plan[in] = uint8(1 + by.below(q.Candidates[in].Options))
				plan[out] = 0
			}
		}
	}
}

// survivors returns so many of the plans, by rank and then by how much room there is around
// them.
func survivors(of []*Tried, size int) []*Tried {
	rank := fronts(of)
	crowd := crowding(of, rank)
	order := make([]int, len(of))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank[a], rank[b]), cmp.Compare(crowd[b], crowd[a]))
	})
	var list []*Tried
	for _, i := range order[:min(size, len(order))] {
		list = append(list, of[i])
	}
	return list
}

// crowding is the room around each plan among those of its rank: the sides of the box that its
// neighbours leave it, each over the span of the objective.
func crowding(of []*Tried, rank []int) []float64 {
	room := make([]float64, len(of))
	for level := 0; level <= slices.Max(rank); level++ {
		var front []int
		for i := range of {
			if rank[i] == level {
				front = append(front, i)
			}
		}
		for objective := range of[front[0]].costs {
			at := func(k int) float64 { return of[front[k]].costs[objective] }
			slices.SortStableFunc(front, func(a, b int) int { return cmp.Compare(of[a].costs[objective], of[b].costs[objective]) })
			last := len(front) - 1
			room[front[0]], room[front[last]] = math.Inf(1), math.Inf(1)
			if span := at(last) - at(0); span > 0 && !math.IsInf(span, 0) {
				for k := 1; k < last; k++ {
					room[front[k]] += (at(k+1) - at(k-1)) / span
				}
			}
		}
	}
	return room
}

// polish tries what differs from a plan by one candidate, or one option, or one candidate in the
// place of another, until nothing better is found or no evaluations are left: first around the
// plans that matter, then around all of the front. It reports whether all that differs by one from
// those that matter was tried.
func (q *search) polish(ctx context.Context) (all bool, err error) {
	for {
		whole := front(q.tried)
		matter := q.mattering(whole)
		near := q.unknown(q.around(matter, q.near))
		all = len(near) <= q.Evaluations-len(q.tried)
		for _, next := range []func() []Plan{
			func() []Plan { return q.around(matter, q.swapped) },
			func() []Plan { return q.around(whole, q.near) },
		} {
			if len(near) == 0 {
				near = q.unknown(next())
			}
		}
		if len(near) == 0 || q.full() {
			return all, nil
		}
		if err := q.ask(ctx, near); err != nil {
			return false, err
		}
	}
}

// mattering are the plans of a front that somebody asks for: its ends, its knee, and what the
// search says.
func (q *search) mattering(front []*Tried) (list []*Tried) {
	if len(front) == 0 {
		return nil
	}
	for objective := range q.Objectives {
		list = append(list, Ends(front, objective))
	}
	if knee := Knee(front); knee != nil {
		list = append(list, knee)
	}
	if q.Matters != nil {
		if t := q.Matters(front); t != nil {
			list = append(list, t)
		}
	}
	return list
}

// around lists what is near several plans.
func (q *search) around(of []*Tried, near func(Plan) []Plan) (list []Plan) {
	for _, t := range of {
		list = append(list, near(t.Plan)...)
	}
	return list
}

// unknown leaves out what was tried, and what cannot be.
func (q *search) unknown(plans []Plan) (list []Plan) {
	met := map[string]bool{}
	for _, plan := range plans {
		if _, known := q.known[string(plan)]; !known && !met[string(plan)] && q.Feasible(plan) {
			met[string(plan)] = true
			list = append(list, plan)
		}
	}
	return list
}

// near lists the plans that have one candidate more, with what it requires, or one less, with
// what requires it, or one option that is another.
func (q *search) near(plan Plan) (list []Plan) {
	for i := range plan {
		if plan.Has(i) {
			less := slices.Clone(plan)
			q.leave(less, i)
			list = append(list, less)
		}
		for option := 1; option <= q.Candidates[i].Options; option++ {
			if option != int(plan[i]) {
				list = append(list, q.with(plan, i, option))
			}
		}
	}
	return list
}

// with returns a plan with an option of a candidate, and with what it requires.
func (q *search) with(plan Plan, candidate, option int) Plan {
	more := slices.Clone(plan)
	more[candidate] = uint8(option)
	for _, r := range q.needs(candidate) {
		if !more.Has(r) {
			more[r] = 1
		}
	}
	return more
}

// swapped lists the plans that have one candidate in the place of another.
func (q *search) swapped(plan Plan) (list []Plan) {
	for _, out := range plan.taken() {
		less := slices.Clone(plan)
		q.leave(less, out)
		for in := range plan {
			if plan.Has(in) {
				continue
			}
			for option := 1; option <= q.Candidates[in].Options; option++ {
				list = append(list, q.with(less, in, option))
			}
		}
	}
	return list
}
