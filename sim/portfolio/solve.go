package portfolio

import (
	"context"
	"math"
	"slices"

	"corridor/sim/random"
)

// Search is how a problem is solved.
type Search struct {
	Problem
	Evaluations int    // the most plans that are asked about
	Seed        uint64 // of the choices of NSGA-II
	Parts       int    // ε is the span from nothing to everything over so many; 0 for 200
	Heuristic   bool   // never try all plans, even where there are few

	// Matters picks one more plan of a front around which all that differs by one is tried, beside
	// its ends and its knee; nil for none.
	Matters func(front []*Tried) *Tried
	// Prune says that what matters must do without each candidate that it can do without: where
	// that is not known when Evaluations are used up, it is asked all the same.
	Prune bool

	// Asked is told how many plans have been asked about; nil for nobody.
	Asked func(plans int)
}

// Answer is what a search found.
type Answer struct {
	Tried    []*Tried // in the order in which they were asked about
	Front    []*Tried // that no plan tried is better than, one of each value, in the order of the first objective, best first
	Feasible int      // how many plans keep the limit, where they could be counted; −1 where there are more than could be tried
	Proven   bool     // all were tried, so no plan is better in these futures
	Polished bool     // every plan that differs by one candidate, or one option, from the ends of Front, its knee or the one that matters was tried
	Epsilon  []float64
}

// Of returns what a plan came to, nil where it was not tried.
func (a *Answer) Of(plan Plan) *Tried {
	for _, t := range a.Tried {
		if slices.Equal(t.Plan, plan) {
			return t
		}
	}
	return nil
}

// search is a search under way.
type search struct {
	*Search
	best    *Best
	known   map[string]*Tried
	tried   []*Tried
	archive archive
	moving  bool // values depend on what else was tried
	beyond  bool // more plans may be asked about than Evaluations
}

// Solve tries all plans where they are no more than Evaluations, and else looks for the best by
// NSGA-II and, around what that finds, one change at a time. It depends on nothing but the
// problem, the number of evaluations and the seed.
func (s *Search) Solve(ctx context.Context) (*Answer, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	q := &search{Search: s, best: s.NewBest(), known: map[string]*Tried{}}
	for _, o := range s.Objectives {
		q.moving = q.moving || o.regrets()
	}
	for _, c := range s.Conditions {
		q.moving = q.moving || c.regrets()
	}
	a := &Answer{Feasible: -1}
	if all, ok := s.Enumerate(s.Evaluations); ok {
		a.Feasible = len(all)
		if !s.Heuristic {
			a.Proven, a.Polished = true, true
			if err := q.ask(ctx, all); err != nil {
				return nil, err
			}
		}
	}
	if !a.Proven {
		var err error
		if a.Polished, err = q.evolve(ctx); err != nil {
			return nil, err
		}
		a.Epsilon = q.archive.epsilon
		if s.Prune && s.Matters != nil {
			if err := q.prune(ctx); err != nil {
				return nil, err
			}
		}
	}
	a.Tried = q.tried
	a.Front = front(q.tried)
	return a, nil
}

// batch is how many plans are asked about at once.
const batch = 25

// ask asks about plans that were not asked about before, each once.
func (q *search) ask(ctx context.Context, plans []Plan) error {
	for len(plans) > 0 {
		n := min(batch, len(plans))
		var fresh []Plan
		for _, p := range plans[:n] {
			if _, known := q.known[string(p)]; !known && (q.beyond || len(q.tried)+len(fresh) < q.Evaluations) {
				q.known[string(p)] = nil
				fresh = append(fresh, p)
			}
		}
		plans = plans[n:]
		if len(fresh) == 0 {
			continue
		}
		values, err := q.Ask(ctx, fresh)
		if err != nil {
			return err
		}
		better := false
		for i, p := range fresh {
			t := &Tried{Plan: p, future: values[i]}
			q.known[string(p)] = t
			q.tried = append(q.tried, t)
			if q.moving {
				better = q.best.Add(values[i]) || better
			}
		}
		anew := q.tried[len(q.tried)-len(fresh):]
		if better {
			anew = q.tried
		}
		for _, t := range anew {
			t.judge(&q.Problem, q.best)
			if !q.moving {
				t.future = nil
			}
		}
		if better {
			q.archive.kept = nil
		}
		if q.archive.epsilon != nil {
			for _, t := range anew {
				q.archive.show(t)
			}
		}
		if q.Asked != nil {
			q.Asked(len(q.tried))
		}
	}
	return nil
}

// full reports whether no more plans may be asked about.
func (q *search) full() bool { return len(q.tried) >= q.Evaluations }

// dice returns the random numbers of one step of the search.
func (q *search) dice(name string, step int) dice {
	numbers := random.NewStream(q.Seed, name).At(uint64(step))
	return dice{&numbers}
}

// widths returns ε by objective: a part of the span of what was tried so far.
func (q *search) widths() []float64 {
	parts := q.Parts
	if parts == 0 {
		parts = 200
	}
	epsilon := make([]float64, len(q.Objectives))
	for i := range epsilon {
		low, high := math.Inf(1), math.Inf(-1)
		for _, t := range q.tried {
			if v := t.costs[i]; !math.IsInf(v, 0) {
				low, high = min(low, v), max(high, v)
			}
		}
		epsilon[i] = (high - low) / float64(parts)
		if !(epsilon[i] > 0) {
			epsilon[i] = 1e-9
		}
	}
	return epsilon
}
