package portfolio

import (
	"context"
	"fmt"
	"slices"
)

// Candidate is something that a plan may take or leave.
type Candidate struct {
	Name     string
	Options  int   // how many ways there are to take it, at least 1
	Requires []int // candidates that a plan with it must have too
	Excludes []int // candidates that a plan with it must not have
}

// Plan says of each candidate the option that is taken, counted from 1; 0 for none.
type Plan []uint8

// Has reports whether a plan takes a candidate.
func (p Plan) Has(candidate int) bool { return p[candidate] != 0 }

// Size is the number of candidates that a plan takes.
func (p Plan) Size() (n int) {
	for _, option := range p {
		if option != 0 {
			n++
		}
	}
	return n
}

// Problem is a choice among candidates.
type Problem struct {
	Candidates []Candidate
	Metrics    int // what is asked of a plan
	Scenarios  int // in each of which it is asked; statistics other than ScenarioRegret are of the first
	Futures    int // of each scenario, the same for every plan
	Objectives []Objective
	Conditions []Condition // that a plan must meet

	// Over returns by how much a plan breaks a limit that is known without asking, 0 where it
	// keeps it. It must not fall when a plan takes one more candidate. Nil for no limit.
	Over func(Plan) float64
	// Ask asks what plans come to: of each Metrics × Scenarios × Futures values, those of a
	// future beside each other. NaN stands for no value.
	Ask func(ctx context.Context, plans []Plan) ([][]float64, error)
}

// mostOptions is how many options a candidate may have.
const mostOptions = 255

func (p *Problem) check() error {
	n := len(p.Candidates)
	if n == 0 || len(p.Objectives) == 0 || p.Futures < 1 || p.Scenarios < 1 {
		return fmt.Errorf("a choice among %d candidates with %d objectives in %d scenarios of %d futures, expected at least one of each", n, len(p.Objectives), p.Scenarios, p.Futures)
	}
	for i, c := range p.Candidates {
		if c.Options < 1 || c.Options > mostOptions {
			return fmt.Errorf("%s has %d options, expected from 1 to %d", c.Name, c.Options, mostOptions)
		}
		for _, other := range slices.Concat(c.Requires, c.Excludes) {
			if other < 0 || other >= n || other == i {
				return fmt.Errorf("%s requires or excludes candidate %d of %d", c.Name, other, n)
			}
		}
	}
	for _, c := range p.Conditions {
		if c.Metric < 0 || c.Metric >= p.Metrics {
			return fmt.Errorf("a condition on metric %d of %d", c.Metric, p.Metrics)
		}
	}
	for _, o := range p.Objectives {
		if o.Metric < 0 || o.Metric >= p.Metrics {
			return fmt.Errorf("an objective of metric %d of %d", o.Metric, p.Metrics)
		}
	}
	_, err := p.order()
	return err
}

// order lists the candidates so that each comes after those it requires.
func (p *Problem) order() ([]int, error) {
	const walking, done = 1, 2
	mark := make([]int, len(p.Candidates))
	var list []int
	var walk func(i int) error
	walk = func(i int) error {
		switch mark[i] {
		case walking:
			return fmt.Errorf("%s requires itself through others", p.Candidates[i].Name)
		case done:
			return nil
		}
		mark[i] = walking
		for _, r := range p.Candidates[i].Requires {
			if err := walk(r); err != nil {
				return err
			}
		}
		mark[i] = done
		list = append(list, i)
		return nil
	}
	for i := range p.Candidates {
		if err := walk(i); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// fits reports whether a candidate can be taken beside what a plan has.
func (p *Problem) fits(plan Plan, candidate int) bool {
	for _, r := range p.Candidates[candidate].Requires {
		if !plan.Has(r) {
			return false
		}
	}
	for i := range plan {
		if plan.Has(i) && p.exclude(i, candidate) {
			return false
		}
	}
	return true
}

// exclude reports whether two candidates cannot be in one plan, whichever says so.
func (p *Problem) exclude(a, b int) bool {
	return slices.Contains(p.Candidates[a].Excludes, b) || slices.Contains(p.Candidates[b].Excludes, a)
}

// Feasible reports whether a plan has what it requires, nothing that excludes another, and
// keeps the limit.
func (p *Problem) Feasible(plan Plan) bool {
	for i := range plan {
		if plan.Has(i) && !p.fits(without(plan, i), i) {
			return false
		}
	}
	return p.over(plan) == 0
}

func (p *Problem) over(plan Plan) float64 {
	if p.Over == nil {
		return 0
	}
	return p.Over(plan)
}

func without(plan Plan, candidate int) Plan {
	rest := slices.Clone(plan)
	rest[candidate] = 0
	return rest
}
