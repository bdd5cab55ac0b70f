package runs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"corridor/model/calendar"
	"corridor/sim/portfolio"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Planned is a plan of which figures are given.
type Planned struct {
	Name  string
	Also  []string // other names it has earned
	Plan  portfolio.Plan
	Tried *portfolio.Tried // nil where it was not tried, as everything may not have been
	Front bool

	Cost      Spread
	Years     []Spread // by year from the decision on
	Within    float64  // share of futures that keep the budgets; NaN without one
	AfterMUSD float64
	Figures   []Figure // by goal
	Reached   Reached  // where something is to be reached
	values    []float64
}

// Spread is how a number spreads over the futures.
type Spread struct{ Mean, P05, P10, P50, P90, P95 float64 }

// Figure is what a plan comes to in a goal, with its interval of 95 %.
type Figure struct {
	Value, Low, High, Tried float64
	Spread
	Gain, GainLow, GainHigh, Better, Regret float64
}

// Reached is how often a condition is reached, with its interval of 95 %.
type Reached struct {
	Share, Low, High float64
	Futures          uint64
}

// Has reports whether a plan is called so.
func (p *Planned) Has(name string) bool { return p.Name == name || slices.Contains(p.Also, name) }

// Title is the plan in a few words.
func (p *Planned) Title(horizon int) string {
	return fmt.Sprintf("Plan %s: %s for USD %s million until %d", p.Name, tables.Counted(uint64(p.Plan.Size()), "project"), tables.Readable(p.Cost.Mean, 0), horizon)
}

// Named returns the plan that is called so, nil where there is none.
func (f *Plans) Named(name string) *Planned {
	for _, p := range f.Listed {
		if p.Has(name) {
			return p
		}
	}
	return nil
}

// list takes what is said of plans from the front, with nothing and everything, and gives them
// names.
func (p *Portfolio) list(found *Plans) {
	front := slices.Clone(found.Answer.Front)
	named := map[string]*portfolio.Tried{}
	if len(front) > 0 {
		named[tables.PlanBest] = portfolio.Ends(front, 0)
		if knee := portfolio.Knee(front); knee != nil {
			named[tables.PlanKnee] = knee
		}
		if t := p.cheapest(front); t != nil {
			named[tables.PlanCheapest] = t
		}
	}
	var keep []*portfolio.Tried
	for _, name := range []string{tables.PlanBest, tables.PlanKnee, tables.PlanCheapest} {
		if t := named[name]; t != nil {
			keep = append(keep, t)
		}
	}
	add := func(plan portfolio.Plan, t *portfolio.Tried, onFront bool) *Planned {
		listed := &Planned{Plan: plan, Tried: t, Front: onFront}
		found.Listed = append(found.Listed, listed)
		return listed
	}
	for _, t := range portfolio.Thin(front, mostListed, keep...) {
		add(t.Plan, t, true)
	}
	none := make(portfolio.Plan, len(p.candidates))
	for _, always := range []struct {
		name string
		plan portfolio.Plan
	}{{tables.PlanNothing, none}, {tables.PlanEverything, p.everything()}} {
		listed := found.of(always.plan)
		if listed == nil {
			listed = add(always.plan, found.Answer.Of(always.plan), false)
		}
		listed.Also = append(listed.Also, always.name)
	}
	for _, name := range []string{tables.PlanBest, tables.PlanKnee, tables.PlanCheapest} {
		if t := named[name]; t != nil {
			listed := found.of(t.Plan)
			listed.Also = append(listed.Also, name)
		}
	}
	bill := p.worlds[0].trial
	slices.SortStableFunc(found.Listed, func(a, b *Planned) int {
		return cmp.Or(cmp.Compare(total(bill.meanCost(a.Plan)), total(bill.meanCost(b.Plan))), slices.Compare(a.Plan, b.Plan))
	})
	number := 0
	for _, listed := range found.Listed {
		slices.Sort(listed.Also)
		listed.Name = listed.first()
		if listed.Name == "" {
			number++
			listed.Name = planNumber(number)
		}
		listed.Also = slices.DeleteFunc(listed.Also, func(name string) bool { return name == listed.Name })
	}
}

// planNumber names a plan that has no other name.
func planNumber(n int) string { return fmt.Sprintf("%02d", n) }

// cheapest is the plan of a front that does something, and reaches what it is to, for least;
// nil where none does.
func (p *Portfolio) cheapest(front []*portfolio.Tried) (least *portfolio.Tried) {
	cost := slices.IndexFunc(p.goals, func(g *Goal) bool { return g.Metric == PlanCost })
	for _, t := range front {
		if t.Plan.Size() > 0 && p.reaches(t) && (least == nil || t.Values[cost] < least.Values[cost]) {
			least = t
		}
	}
	return least
}

// first is the name that counts most of those a plan has earned.
func (p *Planned) first() string {
	for _, name := range tables.PlanNames {
		if slices.Contains(p.Also, name) {
			return name
		}
	}
	return ""
}

// of returns the plan that is listed already, nil for none.
func (f *Plans) of(plan portfolio.Plan) *Planned {
	i := slices.IndexFunc(f.Listed, func(l *Planned) bool { return slices.Equal(l.Plan, plan) })
	if i < 0 {
		return nil
	}
	return f.Listed[i]
}

// reaches reports whether a plan of the front reaches what it is to, on the draws it was
// chosen on.
func (p *Portfolio) reaches(t *portfolio.Tried) bool {
	i := slices.Index(p.goals, p.reach)
	return p.reach == nil || i < 0 || t.Values[i] >= p.Question.Probability-1e-9
}

// everything is all candidates as the scenario has them, whatever they cost; of two that
// exclude each other the first.
func (p *Portfolio) everything() portfolio.Plan {
	plan := make(portfolio.Plan, len(p.candidates))
	free := portfolio.Problem{Candidates: p.candidates}
	for range plan { // as often as the longest chain of requirements
		for i := range plan {
			if !plan.Has(i) {
				if plan[i] = 1; !free.Feasible(plan) {
					plan[i] = 0
				}
			}
		}
	}
	return plan
}

// state finds the figures of the plans that are listed, from what they come to in the draws
// that did not choose them.
func (p *Portfolio) state(found *Plans, metrics int, values [][]float64) {
	problem := portfolio.Problem{Metrics: metrics, Scenarios: len(p.worlds), Futures: int(p.Draws)}
	best := problem.NewBest()
	for i, listed := range found.Listed {
		listed.values = values[i]
		if p.over(listed.Plan) == 0 {
			best.Add(values[i])
		}
	}
	nothing := found.Named(tables.PlanNothing)
	for _, listed := range found.Listed {
		p.bill(listed)
		for n, g := range p.goals {
			f := figure(g, &problem, listed.values, nothing.values, best)
			f.Tried = math.NaN()
			if listed.Tried != nil {
				f.Tried = listed.Tried.Values[n]
			}
			listed.Figures = append(listed.Figures, f)
		}
		if p.reach != nil {
			share := p.reach.Objective.Of(&problem, listed.values, best)
			reached := Reached{Share: share, Futures: p.Draws}
			reached.Low, reached.High = stats.Wilson(uint64(math.Round(share*float64(p.Draws))), p.Draws, 0.95)
			listed.Reached = reached
		}
	}
	p.tabulate(found, &problem)
}

// bill finds what a plan costs in the draws of which figures are given.
func (p *Portfolio) bill(listed *Planned) {
	bill, q := p.worlds[0].stated, &p.Question
	all := stats.NewSummary()
	byYear := make([]*stats.Summary, bill.years())
	for i := range byYear {
		byYear[i] = stats.NewSummary()
	}
	within := 0
	for future := range bill.futures {
		years := make([]float64, bill.years())
		bill.cost(listed.Plan, future, years)
		kept := q.Budget == 0 || total(years) <= float64(q.Budget*(1+1e-9))
		for i, musd := range years {
			byYear[i].Add(musd)
			kept = kept && (q.BudgetPerYear == 0 || musd <= float64(q.BudgetPerYear*(1+1e-9)))
		}
		all.Add(total(years))
		if kept {
			within++
		}
	}
	listed.Cost, listed.Within = spread(all), math.NaN()
	for _, year := range byYear {
		listed.Years = append(listed.Years, spread(year))
	}
	if q.Budget > 0 || q.BudgetPerYear > 0 {
		listed.Within = float64(within) / float64(bill.futures)
	}
	end := calendar.NewMonth(p.Question.Horizon, calendar.MonthsPerYear) + 1
	for i, project := range bill.projects {
		if !listed.Plan.Has(i) {
			continue
		}
		r := p.Scenario.Corridor.Projects[project]
		r.Start += calendar.Month(bill.shifts[i][listed.Plan[i]-1])
		if last := r.Completion(); last != calendar.Never && last > end {
			left := make([]float64, last-end)
			r.AddBuildingMUSD(end, left)
			listed.AfterMUSD += total(left)
		}
	}
}

func spread(s *stats.Summary) Spread {
	return Spread{s.Mean(), s.Quantile(0.05), s.Quantile(0.1), s.Quantile(0.5), s.Quantile(0.9), s.Quantile(0.95)}
}

// figure finds what a plan comes to in a goal, beside doing nothing and the best of all.
func figure(g *Goal, problem *portfolio.Problem, values, nothing []float64, best *portfolio.Best) Figure {
	o := g.Objective
	own, of := problem.Of(values, o.Metric, 0), problem.Of(nothing, o.Metric, 0)
	all, gain := stats.NewSummary(), stats.NewSummary()
	better := 0
	for i, v := range own {
		all.Add(v)
		gain.Add(v - of[i])
		if o.Least && v < of[i] || !o.Least && v > of[i] {
			better++
		}
	}
	f := Figure{Value: o.Of(problem, values, best), Low: math.NaN(), High: math.NaN(), Spread: spread(all), Gain: gain.Mean(), Better: float64(better) / float64(len(own))}
	f.GainLow, f.GainHigh = gain.MeanInterval(0.95)
	switch o.Statistic {
	case portfolio.Mean:
		f.Low, f.High = all.MeanInterval(0.95)
	case portfolio.Quantile:
		f.Low, f.High = all.QuantileInterval(o.P, 0.95)
	case portfolio.Share:
		f.Low, f.High = stats.Wilson(uint64(math.Round(f.Value*float64(len(own)))), uint64(len(own)), 0.95)
	}
	regret := portfolio.Objective{Metric: o.Metric, Statistic: portfolio.Regret, Least: o.Least}
	f.Regret = regret.Of(problem, values, best)
	return f
}

// tabulate writes the tables.
func (p *Portfolio) tabulate(found *Plans, problem *portfolio.Problem) {
	name := p.Scenario.Name
	found.Plans, found.Members, found.Years, found.Robustness = tables.New(tables.Plans), tables.New(tables.Members), tables.New(tables.PlanYears), tables.New(tables.Robustness)
	for _, listed := range found.Listed {
		found.Plans.Append(name, listed.Name, strings.Join(listed.Also, ";"), listed.Front, listed.Plan.Size(),
			listed.Cost.Mean, listed.Cost.P05, listed.Cost.P95, tables.Finite(listed.Within), listed.AfterMUSD)
		p.tabulateMembers(found, listed)
		for i, y := range listed.Years {
			found.Years.Append(name, listed.Name, found.From.Year()+i, y.Mean, y.P05, y.P95)
		}
		for i, g := range p.goals {
			f := &listed.Figures[i]
			found.Robustness.Append(name, listed.Name, g.Text, g.Metric, g.Title, g.Reading.YearUnit, g.Objective.Least,
				tables.Finite(f.Value), tables.Finite(f.Low), tables.Finite(f.High), tables.Finite(f.Tried),
				tables.Finite(f.Mean), tables.Finite(f.P05), tables.Finite(f.P10), tables.Finite(f.P50), tables.Finite(f.P90), tables.Finite(f.P95),
				tables.Finite(f.Gain), tables.Finite(f.GainLow), tables.Finite(f.GainHigh), f.Better, f.Regret)
		}
	}
	if len(p.worlds) > 1 {
		found.Regret = p.regret(found, problem)
	}
}

// tabulateMembers writes which projects a plan has.
func (p *Portfolio) tabulateMembers(found *Plans, listed *Planned) {
	w, bill := p.worlds[0], p.worlds[0].stated
	for i, project := range w.choice.projects {
		r := &p.Scenario.Corridor.Projects[project]
		taken := listed.Plan.Has(i)
		var start, later, cost any
		if taken {
			shift := w.choice.shifts[i][listed.Plan[i]-1]
			start, later = (r.Start + calendar.Month(shift)).String(), shift
			cost = total(bill.meanOf(func(future int, into []float64) { bill.one(listed.Plan, i, future, into) }))
		}
		found.Members.Append(p.Scenario.Name, listed.Name, r.Name, p.Scenario.Labels.Project(r.Name), taken, start, later, cost, found.frontShare(i))
	}
}

// frontShare is the share of the plans of the front that have a candidate.
func (f *Plans) frontShare(candidate int) any {
	n := 0
	for _, t := range f.Answer.Front {
		if t.Plan.Has(candidate) {
			n++
		}
	}
	return tables.Finite(float64(n) / float64(len(f.Answer.Front)))
}

// regret writes how far each plan that keeps the budgets is from the best of them in each scenario.
func (p *Portfolio) regret(found *Plans, problem *portfolio.Problem) *tables.Table {
	out := tables.New(tables.Regret)
	for _, g := range p.goals {
		if g.Metric == PlanCost {
			continue
		}
		o := g.Objective
		if o.Statistic == portfolio.Regret || o.Statistic == portfolio.ScenarioRegret {
			o.Statistic = portfolio.Mean
		}
		metric := o.Metric
		o.Metric = 0
		one := portfolio.Problem{Metrics: 1, Scenarios: 1, Futures: problem.Futures}
		in := func(listed *Planned, world int) float64 {
			return o.Of(&one, problem.Of(listed.values, metric, world), nil)
		}
		small := o.Least && o.Statistic != portfolio.Share
		best := make([]float64, len(p.worlds))
		for world := range p.worlds {
			best[world] = math.NaN()
			for _, listed := range found.Listed {
				if v := in(listed, world); p.over(listed.Plan) == 0 && (math.IsNaN(best[world]) || small && v < best[world] || !small && v > best[world]) {
					best[world] = v
				}
			}
		}
		for _, listed := range found.Listed {
			if p.over(listed.Plan) > 0 {
				continue
			}
			behind := make([]float64, len(p.worlds))
			worst := 0.0
			for world := range p.worlds {
				if behind[world] = best[world] - in(listed, world); small {
					behind[world] = -behind[world]
				}
				worst = max(worst, behind[world])
			}
			for world, w := range p.worlds {
				out.Append(p.Scenario.Name, listed.Name, w.name, w.title, statisticOf(&o, g), g.Metric, g.Title, g.Reading.YearUnit,
					tables.Finite(in(listed, world)), tables.Finite(best[world]), tables.Finite(behind[world]), tables.Finite(worst))
			}
		}
	}
	return out
}

// statisticOf names a statistic of a goal's metric, that of the goal itself or another.
func statisticOf(o *portfolio.Objective, g *Goal) string {
	if o.Statistic == g.Objective.Statistic {
		return g.Text
	}
	return "mean " + g.Metric
}
