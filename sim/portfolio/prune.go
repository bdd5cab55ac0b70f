package portfolio

import (
	"context"
	"slices"
)

// prune leaves out of the plan that matters what it can do without, until no candidate can be
// left out, with what requires it, so that what is left matters more: from the one that is
// worth most to the one that is worth least. It asks about as many plans as that takes, at
// most twice the square of the candidates, beside the evaluations.
func (q *search) prune(ctx context.Context) error {
	q.beyond = true
	for {
		plan := q.Matters(front(q.tried))
		if plan == nil {
			return nil
		}
		less := q.unknown(q.around([]*Tried{plan}, q.less))
		if err := q.ask(ctx, less); err != nil {
			return err
		}
		var out []int // that can be left out by themselves, best first
		alone := map[int]*Tried{}
		for _, i := range plan.Plan.taken() {
			if t := q.without(plan, i); q.gains(t, plan) {
				out, alone[i] = append(out, i), t
			}
		}
		if len(out) == 0 {
			return nil
		}
		slices.SortStableFunc(out, func(a, b int) int {
			switch {
			case q.matters(alone[a], alone[b]):
				return -1
			case q.matters(alone[b], alone[a]):
				return 1
			}
			return 0
		})
		for _, i := range out {
			if !plan.Plan.Has(i) {
				continue // it went with what it requires
			}
			rest := slices.Clone(plan.Plan)
			q.leave(rest, i)
			if err := q.ask(ctx, []Plan{rest}); err != nil {
				return err
			}
			if t := q.without(plan, i); q.gains(t, plan) {
				plan = t
			}
		}
	}
}

// gains reports whether a plan that was tried, nil for none, matters more than another and stands on
// the front. One that does not is no better than a plan there that cannot matter: the one of
// nothing.
func (q *search) gains(t, than *Tried) bool {
	return t != nil && q.matters(t, than) && slices.Contains(front(q.tried), t)
}

// matters reports whether a plan meets the conditions and matters more than another that does.
func (q *search) matters(t, than *Tried) bool {
	return t.Short == 0 && t != than && q.Matters([]*Tried{than, t}) == t
}

// without returns the plan that is left without a candidate, as it was tried; nil if it was not.
func (q *search) without(t *Tried, candidate int) *Tried {
	rest := slices.Clone(t.Plan)
	q.leave(rest, candidate)
	return q.known[string(rest)]
}

// less lists the plans that have one candidate less, with what requires it.
func (q *search) less(plan Plan) (list []Plan) {
	for _, i := range plan.taken() {
		rest := slices.Clone(plan)
		q.leave(rest, i)
		list = append(list, rest)
	}
	return list
}
