package runs

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/portfolio"
	"corridor/sim/probe"
	"corridor/sim/tables"
)

// works is a strait that two ferries cross: room for 4 and 3 Mt, and 12 wanted. Each has a
// project, the second's needs a berth; two measures cost upkeep alone, from when the project that
// one of them needs serves; and one project is finished.
const works = `
scenario: works
title: Works
time: {start: 2030-01, end: 2035-12}
cargo: {goods: {title: Goods}}
segments:
  north: {title: The north ferry, capacity: {fixed_mt_per_year: 4}, storage_mt: 0}
  south: {capacity: {fixed_mt_per_year: 3}, storage_mt: 0}
markets:
  by-north: {cargo: goods, growth: {path_mt_per_year: {2030: 6}}, routes: {r: {segments: [north]}}}
  by-south: {cargo: goods, growth: {path_mt_per_year: {2030: 6}}, routes: {r: {segments: [south]}}}
uncertainties:
  north-size: {path: segments.north.capacity.fixed_mt_per_year, distribution: uniform, low: 3.5, high: 4.5}
delivery:
  as_of: 2031-01
  dates: official
  cost_uplift: full
  classes: {C: {delay: {distribution: lognormal, median: 1.3, sigma: 0.3, floor: 1}}}
  kinds: {port: {cost: {distribution: lognormal, median: 1.2, sigma: 0.2, floor: 0.8}}}
projects:
  old: {class: C, kind: port, cost_musd: 50, start: 2030-01, duration_months: 6, changes: {north: {add_capacity_mt_per_year: 0.1}}}
  ship: {title: A ship, class: C, kind: port, cost_musd: 100, start: 2030-07, duration_months: 24, changes: {north: {add_capacity_mt_per_year: 1}}}
  berth: {class: C, kind: port, cost_musd: 60, start: 2031-01, duration_months: 12, changes: {south: {add_capacity_mt_per_year: 0.1}}}
  ferry: {class: C, kind: port, cost_musd: 90, start: 2032-01, duration_months: 12, requires: [berth], changes: {south: {add_capacity_mt_per_year: 2}}}
measures:
  papers: {start: 2031-06, duration_months: 0, cost_musd_per_year: 3, changes: {north: {add_capacity_mt_per_year: 0.3}}}
  crews: {start: 2031-06, duration_months: 0, cost_musd_per_year: 4, requires: [ferry], changes: {south: {add_capacity_mt_per_year: 0.2}}}
targets:
  carried: {title: 9 Mt carried, metric: throughput_mt, at: 2035, at_least: 9}
`

func worksOf(t testing.TB, lay ...string) *scenarios.Scenario {
	t.Helper()
	file := filepath.Join(t.TempDir(), "works.yaml")
	require.NoError(t, os.WriteFile(file, []byte(works), 0o600))
	s, err := scenarios.Load(scenarios.Request{Scenario: file, With: lay})
	require.NoError(t, err)
	return s
}

func portfolioOf(t testing.TB, question PlanQuestion) *Portfolio {
	t.Helper()
	if question.Evaluations == 0 {
		question.Evaluations = 100
	}
	question.TrialDraws = max(question.TrialDraws, 40)
	return &Portfolio{Scenario: worksOf(t), Question: question, Draws: 60, Seed: 7}
}

func foundBy(t testing.TB, p *Portfolio, workers int) *Plans {
	t.Helper()
	require.NoError(t, p.check())
	by := &means{How: &How{}, workers: workers}
	found, err := p.find(context.Background(), by, nil)
	require.NoError(t, err)
	p.Found = found
	return found
}

func (p *Planned) names(of *Plans) (list []string) {
	for i, c := range of.Candidates {
		if p.Plan.Has(i) {
			list = append(list, c.Name)
		}
	}
	return list
}

// TestPlansOfWorks: what is finished is no candidate; of the others all plans are tried; the
// dearest of the front has all there is, and the cheapest that reaches 9 Mt in nine futures of
// ten the ferry with its berth, as the north alone cannot: 4.5 + 1.3 and 3.1 at most.
func TestPlansOfWorks(t *testing.T) {
	p := portfolioOf(t, PlanQuestion{Reach: "carried", Probability: 0.9})
	found := foundBy(t, p, 2)
	var names []string
	for _, c := range found.Candidates {
		names = append(names, c.Name)
	}
	require.Equal(t, []string{"ship", "berth", "ferry", "papers", "crews"}, names)
	require.Equal(t, calendar.NewMonth(2031, 1), found.From)
	require.True(t, found.Answer.Proven)
	require.Equal(t, 2*2*4, found.Answer.Feasible, "the ferry never without the berth, crews never without the ferry")
	cheapest := found.Named(tables.PlanCheapest)
	require.NotNil(t, cheapest)
	require.Contains(t, cheapest.names(found), "ferry")
	require.Greater(t, cheapest.Reached.Share, 0.8)
	require.Len(t, found.Named(tables.PlanEverything).names(found), 5)
	require.Empty(t, found.Named(tables.PlanNothing).names(found))
	require.Zero(t, found.Named(tables.PlanNothing).Cost.Mean, "what is finished is not decided")
	for _, listed := range found.Listed {
		for i, g := range found.Goals {
			if listed.Tried != nil && g.Metric == PlanCost {
				require.InEpsilon(t, listed.Figures[i].Value+1, listed.Cost.Mean+1, 1e-9)
			}
		}
	}
}

// TestUnreachable: 11.9 Mt are more than the ferries can take with everything built: 4.5 and 1.4
// in the north, 5.3 in the south, where 0.7 Mt are left; in the north 0.1 to 1.1.
func TestUnreachable(t *testing.T) {
	found := foundBy(t, portfolioOf(t, PlanQuestion{Reach: "throughput_mt_2035 >= 11.9", Probability: 0.9}), 1)
	require.Nil(t, found.Named(tables.PlanCheapest))
	require.NotNil(t, found.Why)
	require.Zero(t, found.Why.Everything.Share)
	require.EqualValues(t, 60, found.Why.Missed)
	require.EqualValues(t, 60, found.Why.HeldIn+found.Why.Short)
	require.Equal(t, "south", found.Why.Segment)
	found = foundBy(t, portfolioOf(t, PlanQuestion{Reach: "throughput_mt_2035 <= 2", Probability: 0.9}), 1)
	require.NotNil(t, found.Why)
	require.Empty(t, found.Why.DemandOf, "too much is no matter of demand")
}

// TestCostsAreThoseOfARun: what is said to be paid by year for a plan is what the capital spent
// of its futures says, over that of doing nothing, but for what was paid before the decision.
func TestCostsAreThoseOfARun(t *testing.T) {
	p := portfolioOf(t, PlanQuestion{Shifts: []int{0, 1}})
	require.NoError(t, p.check())
	w := p.worlds[0]
	asked, err := Asked(p.Scenario, "capex_musd_2035")
	require.NoError(t, err)
	q, err := probe.New(w.run, []tables.Target{asked})
	require.NoError(t, err)
	place := slices.Index(tables.Metrics(), tables.Annual.CapexMUSD.Name)
	paid := func(draw int, plan portfolio.Plan) (years []float64) {
		q.Draw(uint64(draw), func(c *model.Corridor) { w.stated.apply(c, plan, draw) }, make([]float64, 1))
		for _, y := range q.Years()[1:] {
			years = append(years, y[place])
		}
		return years
	}
	plans, all := (&portfolio.Problem{Candidates: p.candidates}).Enumerate(1000)
	require.True(t, all)
	require.Len(t, plans, 2*3*(1+2+4+8), "the ship is under way, the others begin at two times")
	for draw := range 10 {
		nothing := paid(draw, plans[0])
		for _, plan := range plans {
			years := make([]float64, w.choice.years())
			w.stated.cost(plan, draw, years)
			for i, musd := range paid(draw, plan) {
				require.InDelta(t, musd-nothing[i], years[i], 1e-9, "draw %d, plan %v, year %d", draw, plan, 2031+i)
			}
		}
	}
}

// TestSharedFuturesAreTheSame: what plans are said to come to by the futures they share is what
// each of them comes to by itself, bit for bit.
func TestSharedFuturesAreTheSame(t *testing.T) {
	p := portfolioOf(t, PlanQuestion{Objectives: []string{"mean throughput_mt_2033", "mean throughput_mt_2032..2033"}, Shifts: []int{0, 2}})
	found := foundBy(t, p, 2)
	require.Less(t, found.Simulated, found.Asked)
	w := p.worlds[0]
	q, err := probe.New(w.run, append(slices.Clone(p.goals[0].targets), p.goals[1].targets...))
	require.NoError(t, err)
	for _, listed := range found.Listed {
		for draw := range 60 {
			out := make([]float64, 3)
			q.Draw(uint64(draw), func(c *model.Corridor) { w.stated.apply(c, listed.Plan, draw) }, out)
			problem := portfolio.Problem{Metrics: 3, Scenarios: 1, Futures: 60}
			require.Equal(t, out[0], problem.Of(listed.values, 1, 0)[draw])
			require.Equal(t, out[1]+out[2], problem.Of(listed.values, 2, 0)[draw])
		}
	}
}

// TestOverlaysAreThePlans: laid on the scenario and compared with it as corridor compare does,
// each plan has the figures that were said of it.
func TestOverlaysAreThePlans(t *testing.T) {
	p := portfolioOf(t, PlanQuestion{Objectives: []string{"mean throughput_mt_2033"}, Shifts: []int{0, 1}, Without: []string{"papers"}})
	dir := filepath.Join(t.TempDir(), "r")
	done(t, p, dir)
	base := filepath.Join(t.TempDir(), "works.yaml")
	require.NoError(t, os.WriteFile(base, []byte(works), 0o600))
	words := []string{base}
	for _, listed := range p.Found.Listed {
		words = append(words, base+"+"+filepath.Join(dir, PlanFile(listed.Name)))
	}
	comparison, err := NewComparison(context.Background(), words, nil, nil, Sampling{Draws: p.Draws, Seed: p.Seed, Design: "monte-carlo"})
	require.NoError(t, err)
	r, err := Open(comparison, Request{}, filepath.Join(t.TempDir(), "c"))
	require.NoError(t, err)
	defer r.Close()
	require.NoError(t, r.Do(context.Background(), &How{Workers: 2}))
	read, err := tables.ReadDir(r.Directory())
	require.NoError(t, err)
	c, differences := &tables.Differences, read.Table(tables.Differences.Schema)
	met := 0
	for row, metric := range c.Metric.Of(differences) {
		if metric != tables.Annual.ThroughputMt.Name || c.Period.Of(differences)[row] != "2033" {
			continue
		}
		_, name, _ := strings.Cut(c.Scenario.Of(differences)[row], "+")
		name = strings.TrimSuffix(filepath.Base(name), ".yaml")
		listed := p.Found.Named(name)
		require.NotNil(t, listed, name)
		require.InDelta(t, c.ScenarioMean.Of(differences)[row], listed.Figures[0].Mean, 1e-12, name)
		met++
	}
	require.Equal(t, len(p.Found.Listed), met)
}

// TestPlansAgain: any number of workers finds the same, and what was interrupted goes on to the
// same bytes.
func TestPlansAgain(t *testing.T) {
	ask := func(dir string, ctx context.Context, how *How) error {
		p := portfolioOf(t, PlanQuestion{Objectives: []string{"p10 throughput_mt_2035", "regret throughput_mt_2035"}, Evaluations: 11, Shifts: []int{0, 1, 2}})
		p.Scenario = worksScenario
		r, err := Open(p, Request{}, dir)
		require.NoError(t, err)
		defer r.Close()
		return r.Do(ctx, how)
	}
	worksScenario = worksOf(t)
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one"), filepath.Join(dir, "two")
	require.NoError(t, ask(one, context.Background(), &How{Workers: 1}))
	ctx, stop := context.WithCancel(context.Background())
	shows := 0
	err := ask(two, ctx, &How{Workers: 3, Progress: func(_, _ uint64) (func(uint64), func()) {
		return func(uint64) {
			if shows++; shows == 1 {
				stop()
			}
		}, func() {}
	}})
	require.ErrorContains(t, err, "--resume")
	require.NoError(t, ask(two, context.Background(), &How{Workers: 2, Resume: true}))
	for _, file := range []string{"plans.csv", "members.csv", "robustness.csv", "planyears.csv", ManifestFile} {
		a, err := os.ReadFile(filepath.Join(one, file))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(two, file))
		require.NoError(t, err)
		require.Equal(t, string(a), string(b), file)
	}
}

var worksScenario *scenarios.Scenario

// TestBudgets: no plan listed but everything costs more than the budget, in the mean of the
// futures on which it was chosen, in all or in any year.
func TestBudgets(t *testing.T) {
	p := portfolioOf(t, PlanQuestion{Budget: 150, BudgetPerYear: 90})
	found := foundBy(t, p, 1)
	require.Less(t, found.Answer.Feasible, 16)
	for _, tried := range found.Answer.Tried {
		years := p.worlds[0].trial.meanCost(tried.Plan)
		require.LessOrEqual(t, total(years), 150*(1+1e-9))
		require.LessOrEqual(t, slices.Max(years), 90*(1+1e-9))
	}
	require.False(t, math.IsNaN(found.Named(tables.PlanBest).Within))
	for _, listed := range found.Listed {
		require.Equal(t, listed.Front || listed.Has(tables.PlanNothing), p.over(listed.Plan) == 0, listed.Name)
	}
}

// TestRegretOfPlans by hand: in each scenario one of the plans that keep the budget has none,
// and the worst is the largest of a plan.
func TestRegretOfPlans(t *testing.T) {
	more := filepath.Join(t.TempDir(), "more.yaml")
	require.NoError(t, os.WriteFile(more, []byte("overlay: more\nmarkets: {by-south: {growth: {path_mt_per_year: {2030: 3.2}}}}\n"), 0o600))
	p := portfolioOf(t, PlanQuestion{Objectives: []string{"mean throughput_mt_2035", "scenario-regret throughput_mt_2035"}, Budget: 260})
	p.Against = []*scenarios.Scenario{worksOf(t, more)}
	found := foundBy(t, p, 2)
	c, regret := &tables.Regret, found.Regret
	zero := map[string]bool{}
	worst := map[string]float64{}
	for row, plan := range c.Plan.Of(regret) {
		v := c.Regret.Of(regret)[row]
		require.GreaterOrEqual(t, v, 0.0)
		require.InDelta(t, c.Best.Of(regret)[row]-c.Value.Of(regret)[row], v, 1e-12)
		zero[c.Against.Of(regret)[row]] = zero[c.Against.Of(regret)[row]] || v == 0
		worst[plan] = max(worst[plan], v)
	}
	require.Len(t, zero, 2)
	require.NotContains(t, zero, "", "scenarios have names")
	for row, plan := range c.Plan.Of(regret) {
		require.Equal(t, worst[plan], c.Worst.Of(regret)[row])
	}
	require.NotZero(t, worst[tables.PlanNothing])
}

// TestRefusedPlans: what cannot be asked is refused with what could be.
func TestRefusedPlans(t *testing.T) {
	for message, change := range map[string]func(p *Portfolio){
		`did you mean "throughput_mt_2035"?`:                                                      func(p *Portfolio) { p.Question.Objectives = []string{"mean thruput_mt_2035"} },
		`throughput_mt is asked for 2053, outside the months simulated`:                           func(p *Portfolio) { p.Question.Objectives = []string{"p10 throughput_mt_2053"} },
		`--candidates names "shp", which is no project or measure of works, did you mean "ship"?`: func(p *Portfolio) { p.Question.Candidates = []string{"shp"} },
		`--certain names "x"`: func(p *Portfolio) { p.Question.Certain = []string{"x"} },
		`berth is certain and left out at once, or requires what is`:                                                   func(p *Portfolio) { p.Question.Certain, p.Question.Without = []string{"ferry"}, []string{"berth"} },
		`has no project or measure to decide on`:                                                                       func(p *Portfolio) { p.Question.Certain = []string{"ship", "crews", "papers"} },
		`the budget lets nothing be done: the cheapest candidate is papers, for USD 13`:                                func(p *Portfolio) { p.Question.Budget = 5 },
		`what is certain costs USD`:                                                                                    func(p *Portfolio) { p.Question.Budget, p.Question.Certain = 100, []string{"ferry"} },
		`40 draws are too few to say that something happens in 99 % of futures, expected at least 299 (--trial-draws)`: func(p *Portfolio) { p.Question.Reach, p.Question.Probability = "carried", 0.99 },
		`60 draws are too few for the objective "p4 throughput_mt_2035", expected at least 74 (--draws)`: func(p *Portfolio) {
			p.Question.TrialDraws, p.Question.Objectives = 100, []string{"p4 throughput_mt_2035"}
		},
		`says nothing to reach, expected such as throughput_mt_2035 >= 7, or the name of a target of works: carried`: func(p *Portfolio) { p.Question.Reach, p.Question.Probability = "throughput_mt_2035", 0.9 },
		`is no condition`: func(p *Portfolio) { p.Question.Reach, p.Question.Probability = "throughput_mt_2035 about 7", 0.9 },
		`"throughput_mt_2035 > 7" compares by >, expected >= or <=: write throughput_mt_2035 >= 7`: func(p *Portfolio) {
			p.Question.Reach, p.Question.Probability = "throughput_mt_2035 > 7", 0.9
		},
		`is given twice`: func(p *Portfolio) { p.Question.Objectives = []string{"cost", " cost"} },
		`compares scenarios, and there is one: give others with --against`:                           func(p *Portfolio) { p.Question.Objectives = []string{"scenario-regret throughput_mt_2035"} },
		`the horizon 2040 is not simulated, expected a year from 2030 to 2035`:                       func(p *Portfolio) { p.Question.Horizon = 2040 },
		`the plan begins in "soon", expected a month such as 2031-01`:                                func(p *Portfolio) { p.Question.From = "soon" },
		`the plan begins in 2029-01, expected a month from 2030-01`:                                  func(p *Portfolio) { p.Question.From = "2029-01" },
		`--either is "ship/brth", expected two candidates such as ship/crews, did you mean "berth"?`: func(p *Portfolio) { p.Question.Either = []string{"ship/brth"} },
		`the shifts are [0 0]`: func(p *Portfolio) { p.Question.Shifts = []int{0, 0} },
		`figures are to be given of 1099511627776 draws, expected from 1 to 100000`: func(p *Portfolio) { p.Draws = 1 << 40 },
		`more futures than there is room for`:                                       func(p *Portfolio) { p.Question.Evaluations, p.Question.TrialDraws = 200_000, 1000 },
		`from 2 to 200000`:                                                          func(p *Portfolio) { p.Question.Evaluations = 1 },
	} {
		p := portfolioOf(t, PlanQuestion{})
		change(p)
		err := p.check()
		require.ErrorContains(t, err, message)
		var refused *Error
		require.ErrorAs(t, err, &refused, message)
	}
}

// TestDrawsFor: 0.9²⁹ < 0.05 < 0.9²⁸.
func TestDrawsFor(t *testing.T) {
	require.EqualValues(t, 29, drawsFor(0.9))
	require.EqualValues(t, 299, drawsFor(0.99))
	require.EqualValues(t, 5, drawsFor(0.5))
}

// BenchmarkPlan is a generation of plans of reference, each in 20 futures.
func BenchmarkPlan(b *testing.B) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(b, err)
	for b.Loop() {
		p := &Portfolio{Scenario: s, Question: PlanQuestion{Evaluations: 25, TrialDraws: 20, Objectives: []string{"mean throughput_mt_2030"}}, Draws: 20}
		found := foundBy(b, p, 2)
		b.ReportMetric(float64(found.Simulated), "futures")
	}
}

// TestPresentValue: doing nothing is worth nothing; works that cost far more than they bring by
// the horizon are worth less than that, and by no more than is paid for them after the decision.
func TestPresentValue(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference", Set: []string{"economics.residual_value=none"}})
	require.NoError(t, err)
	p := &Portfolio{Scenario: s, Question: PlanQuestion{Objectives: []string{"npv"}, Candidates: []string{"istanbul-northern-ring", "halkali-kapikule"}, Evaluations: 9, TrialDraws: 5}, Draws: 5}
	found := foundBy(t, p, 2)
	nothing := found.Named(tables.PlanNothing)
	require.Zero(t, nothing.Figures[0].Mean)
	all := found.Named(tables.PlanEverything)
	require.Less(t, all.Figures[0].Mean, 0.0, "they cost far more than they bring by 2035")
	require.Greater(t, all.Figures[0].Mean, -all.Cost.Mean)

	_, err = parseGoal(worksOf(t), "npv")
	require.ErrorContains(t, err, "it has no economics section")
}
