package runs

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/discovery"
	"corridor/sim/portfolio"
	"corridor/sim/probe"
	"corridor/sim/tables"
)

// Signpost says which observations tell that another plan would do better than one: inside its
// limits the other is better in most futures. It is found on one half of the futures and judged
// on the other.
type Signpost struct {
	Plan, Other string
	Limits      []Observed
	All         float64 // share of all futures in which the other is better
	Judged      float64 // share of those within the limits, of the half that judges
	In          int     // how many these are
	Coverage    float64 // share of the futures in which the other is better that lie within
	Gain        float64 // mean of what the other has more there, in the first objective's metric
}

// Observed is something that can be seen by then, between two values.
type Observed struct {
	Name      string // throughput_mt_2028, or serves/anaklia
	Title     string
	Reading   tables.Reading
	Low, High float64 // −Inf and +Inf for no limit
	Serves    bool    // of a project, that it serves by then: 1, or that it does not: 0
}

// ServesBefore stands before the name of a project that is observed to serve, or not to.
const ServesBefore = "serves/"

// observable are the columns of annual.csv that somebody can see.
var observable = []tables.MetricColumn{
	tables.Annual.ThroughputMt, tables.Annual.ContainersKTEU, tables.Annual.DivertedMt, tables.Annual.QueueMt,
	tables.Annual.TransitDays, tables.Annual.CostUSDPerT,
}

const (
	mostSignposts   = 3
	leastShare      = 0.05 // of futures in which another plan is better, for it to be looked at
	leastLift       = 0.1  // by which observations must make it likelier
	leastInSignpost = 20   // futures
)

// signposts looks for what could be observed until a year that would change the plan.
func (p *Portfolio) signposts(found *Plans) ([]Signpost, error) {
	plan := found.Named(tables.PlanCheapest)
	if p.reach == nil || plan == nil {
		plan = found.Named(tables.PlanBest)
	}
	first := slices.IndexFunc(p.goals, func(g *Goal) bool { return g.Metric != PlanCost })
	if plan == nil || first < 0 {
		return nil, nil
	}
	inputs, seen, err := p.observations(plan)
	if err != nil || len(inputs) == 0 {
		return nil, err
	}
	o := p.goals[first].Objective
	problem := portfolio.Problem{Metrics: len(plan.values) / (len(p.worlds) * int(p.Draws)), Scenarios: len(p.worlds), Futures: int(p.Draws)}
	own := problem.Of(plan.values, o.Metric, 0)
	var list []Signpost
	for _, other := range found.Listed {
		if other == plan || p.over(other.Plan) > 0 {
			continue
		}
		s, err := signpost(own, problem.Of(other.values, o.Metric, 0), o.Least, inputs, seen, p.Seed)
		if err != nil {
			return nil, err
		}
		if s != nil {
			s.Plan, s.Other = plan.Name, other.Name
			list = append(list, *s)
		}
	}
	slices.SortStableFunc(list, func(a, b Signpost) int {
		return cmp.Compare(float64(b.Gain*float64(b.In)), float64(a.Gain*float64(a.In)))
	})
	return list[:min(mostSignposts, len(list))], nil
}

// signpost finds the limits within which another plan is mostly better; nil where there are none.
func signpost(own, other []float64, least bool, inputs []discovery.Input, seen []Observed, seed uint64) (*Signpost, error) {
	more := make([]float64, len(own))
	cases, better := make([]bool, len(own)), 0
	for i := range own {
		if more[i] = other[i] - own[i]; least {
			more[i] = -more[i]
		}
		if cases[i] = more[i] > 1e-6*math.Abs(own[i]); cases[i] {
			better++
		}
	}
	share := float64(better) / float64(len(own))
	if share < leastShare || share > 1-leastShare {
		return nil, nil
	}
	sample, err := discovery.NewSample(inputs, cases)
	if err != nil {
		return nil, err
	}
	search, judge := sample.Halves(seed, "signposts", 0, nil)
	if t := sample.All(search); t.Cases == 0 || t.Cases == t.Draws {
		return nil, nil
	}
	q := discovery.Search{Peeling: discovery.Peeling{Alpha: discovery.UsualAlpha, Least: max(leastInSignpost, len(own)/40)}, Seed: seed}
	f, err := sample.Find(q, search, judge)
	if err != nil || f == nil || f.Judged.Draws < leastInSignpost/2 || f.Judged.Density() < share+leastLift || f.Judged.Density() < 0.5 {
		return nil, err
	}
	s := &Signpost{All: share, Judged: f.Judged.Density(), In: f.Judged.Draws, Coverage: float64(f.Judged.Cases) / float64(sample.All(judge).Cases)}
	for i := range inputs {
		if limit := f.Box[i]; !limit.IsNone() {
			one := seen[i]
			one.Low, one.High = limit.Low, limit.High
			if one.Serves && limit.HasLow() {
				one.Low = 1
			} else if one.Serves {
				one.High = 0
			}
			s.Limits = append(s.Limits, one)
		}
	}
	n := 0
	for draw := range more {
		inside := judge[draw]
		for i := range inputs {
			inside = inside && (f.Box[i].IsNone() || f.Box[i].Holds(inputs[i].Values[draw]))
		}
		if inside {
			s.Gain += more[draw]
			n++
		}
	}
	s.Gain /= float64(n)
	return s, nil
}

// observations are what can be seen of a plan in each future in the two years until the one asked
// for: metrics that somebody observes, and which of its projects serve.
func (p *Portfolio) observations(plan *Planned) (inputs []discovery.Input, seen []Observed, err error) {
	w := p.worlds[0]
	var asked []tables.Target
	for year := p.Question.Signposts - 1; year <= p.Question.Signposts; year++ {
		for _, m := range observable {
			name := fmt.Sprintf("%s_%d", m.Name, year)
			t, err := Asked(p.Scenario, name)
			if err != nil {
				continue // before the first year simulated
			}
			asked = append(asked, t)
			seen = append(seen, Observed{Name: name, Title: t.Title, Reading: m.Reading})
		}
	}
	q, err := probe.New(w.run, asked)
	if err != nil {
		return nil, nil, err
	}
	values := make([][]float64, len(asked))
	out := make([]float64, len(asked))
	draw := uint64(0)
	change := func(c *model.Corridor) { w.stated.apply(c, plan.Plan, int(draw)) }
	for ; draw < p.Draws; draw++ {
		q.Draw(draw, change, out)
		for i, v := range out {
			values[i] = append(values[i], v)
		}
	}
	end := calendar.NewMonth(p.Question.Signposts, calendar.MonthsPerYear)
	for i, project := range w.choice.projects {
		if !plan.Plan.Has(i) {
			continue
		}
		serves := make([]float64, p.Draws)
		for future := range serves {
			if w.stated.service(plan.Plan, i, future) <= end {
				serves[future] = 1
			}
		}
		name := p.Scenario.Corridor.Projects[project].Name
		values, seen = append(values, serves), append(seen, Observed{Name: ServesBefore + name, Title: p.Scenario.Labels.Project(name), Serves: true})
	}
	var kept []Observed
	for i := range values {
		if slices.ContainsFunc(values[i], math.IsNaN) || slices.Min(values[i]) == slices.Max(values[i]) {
			continue // tells nothing
		}
		inputs, kept = append(inputs, discovery.Input{Name: seen[i].Name, Values: values[i]}), append(kept, seen[i])
	}
	return inputs, kept, nil
}

// signpostTable writes them, a row for each limit.
func (p *Portfolio) signpostTable(found *Plans) *tables.Table {
	t := tables.New(tables.Signposts)
	for i, s := range found.Signposts {
		for _, o := range s.Limits {
			var low, high any
			if !math.IsInf(o.Low, 0) {
				low = o.Low
			}
			if !math.IsInf(o.High, 0) {
				high = o.High
			}
			t.Append(p.Scenario.Name, i+1, s.Plan, s.Other, o.Name, o.Title, low, high, s.All, s.Judged, s.In, s.Coverage, s.Gain)
		}
	}
	return t
}
