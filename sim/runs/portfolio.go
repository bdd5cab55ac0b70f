package runs

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/findings"
	"corridor/sim/journal"
	"corridor/sim/portfolio"
	"corridor/sim/random"
	"corridor/sim/sheet"
	"corridor/sim/tables"
)

// Portfolio is a choice among the projects and measures of a scenario: plans of which none is
// better in all that is asked for.
type Portfolio struct {
	Scenario *scenarios.Scenario
	Against  []*scenarios.Scenario // others in which plans are compared
	Question PlanQuestion
	Draws    uint64 // of which figures are given; plans are tried on the draws after them
	Seed     uint64

	goals      []*Goal
	reach      *Goal
	worlds     []*world
	candidates []portfolio.Candidate

	Found *Plans // when it has been done
}

// Plans are what a choice came to.
type Plans struct {
	Answer     *portfolio.Answer
	Goals      []*Goal
	Reach      *Goal // nil where nothing is to be reached
	Candidates []portfolio.Candidate
	From       calendar.Month
	Listed     []*Planned // from the cheapest on; the front, or those that stand for it, with nothing and everything
	Simulated  int        // futures
	Asked      int        // futures that plans were asked about, shared ones each time
	Why        *Unreached // why what is to be reached is not; nil where it is
	Signposts  []Signpost

	Plans, Members, Years, Robustness, Regret *tables.Table
}

// Name is that of the scenario's plans.
func (p *Portfolio) Name() string { return p.Scenario.Name + "-plan" }

func (p *Portfolio) check() (err error) {
	q, s := &p.Question, p.Scenario
	if err := q.checkNumbers(); err != nil {
		return err
	}
	if err := onePriceYear(append([]*scenarios.Scenario{s}, p.Against...)); err != nil {
		return err
	}
	if p.Draws < 1 || p.Draws > mostPlanDraws {
		return invalidf("figures are to be given of %d draws, expected from 1 to %d", p.Draws, mostPlanDraws)
	}
	choice, err := q.choose(s)
	if err != nil {
		return err
	}
	if !Uncertain(s) {
		return invalidf("%s has no uncertainties and no hazards, so that all its futures are the same, and plans are compared in many: corridor appraise says what each project brings in that one", s.Name)
	}
	if p.goals, p.reach, err = q.goals(s); err != nil {
		return err
	}
	if p.candidates, err = q.candidates(s, choice); err != nil {
		return err
	}
	if err := p.checkDraws(); err != nil {
		return err
	}
	p.worlds = nil
	for _, s := range append([]*scenarios.Scenario{s}, p.Against...) {
		w, err := p.worldOf(s, choice)
		if err != nil {
			return err
		}
		p.worlds = append(p.worlds, w)
	}
	return p.checkBudget()
}

// checkDraws refuses draws that are too few for what is asked of them.
func (p *Portfolio) checkDraws() error {
	few := func(draws uint64, flag, why string, least uint64) error {
		if draws >= least {
			return nil
		}
		return invalidf("%s too few %s, expected at least %d (%s)", tables.Counted(draws, "draw is", "draws are"), why, least, flag)
	}
	for _, of := range []struct {
		flag  string
		draws uint64
	}{{"--trial-draws", p.Question.TrialDraws}, {"--draws", p.Draws}} {
		if p.reach != nil {
			least := drawsFor(p.Question.Probability)
			if err := few(of.draws, of.flag, fmt.Sprintf("to say that something happens in %s of futures", percent(p.Question.Probability)), least); err != nil {
				return err
			}
		}
		for _, g := range p.goals {
			if err := few(of.draws, of.flag, fmt.Sprintf("for the objective %q", g.Text), g.leastDraws()); err != nil {
				return err
			}
		}
		if err := few(of.draws, of.flag, "to tell plans apart", 2); err != nil {
			return err
		}
	}
	for _, g := range p.goals {
		if g.Objective.Statistic == portfolio.ScenarioRegret && len(p.Against) == 0 {
			return misusedf("the objective %q compares scenarios, and there is one: give others with --against", g.Text)
		}
	}
	return nil
}

func percent(share float64) string {
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", 100*share), "0"), ".") + " %"
}

// worldOf makes a scenario ready to be asked about plans. The projects must be those of the
// first scenario.
func (p *Portfolio) worldOf(s *scenarios.Scenario, of *choice) (*world, error) {
	base, c := &p.Scenario.Corridor, &s.Corridor
	if c.Start != base.Start || c.Months != base.Months {
		return nil, invalidf("%s simulates other months than %s, so plans cannot be compared in both", s.Name, p.Scenario.Name)
	}
	own := *of
	place := func(list []int) ([]int, error) {
		var out []int
		for _, i := range list {
			j := slices.Index(projectNames(c.Projects), base.Projects[i].Name)
			if j < 0 {
				return nil, invalidf("%s has no %s, which plans of %s may have", s.Name, base.Projects[i].Name, p.Scenario.Name)
			}
			out = append(out, j)
		}
		return out, nil
	}
	for _, list := range []*[]int{&own.projects, &own.certain, &own.never} {
		var err error
		if *list, err = place(*list); err != nil {
			return nil, err
		}
	}
	own.start = slices.Clone(own.start)
	for i, project := range own.projects {
		own.start[i] = c.Projects[project].Start
	}
	own.require(c.Projects)
	own.spend(c)
	for i := range own.requires {
		if slices.ContainsFunc(own.requires[i], func(r int) bool { return !slices.Contains(of.requires[i], r) }) {
			return nil, invalidf("in %s %s requires what it does not in %s, so plans cannot be compared in both", s.Name, p.candidates[i].Name, p.Scenario.Name)
		}
	}
	sampling := Sampling{Draws: p.Draws + p.Question.TrialDraws, Seed: p.Seed, Design: random.MonteCarlo}
	e, err := sampling.futures(s, false)
	if err != nil {
		return nil, err
	}
	later, err := p.later(s, &own, e, sampling)
	if err != nil {
		return nil, err
	}
	return &world{
		name: s.Name, title: s.Heading(), run: e, choice: &own,
		trial: newBill(&own, later, p.Draws, p.Question.TrialDraws), stated: newBill(&own, later, 0, p.Draws),
	}, nil
}

// later makes the futures of a scenario in which what has not begun begins later, for each shift;
// those of the scenario itself come first.
func (p *Portfolio) later(s *scenarios.Scenario, c *choice, e *ensemble.Ensemble, sampling Sampling) ([]*timed, error) {
	own, err := newTimed(0, e)
	list := []*timed{own}
	for _, years := range p.Question.Shifts {
		months := years * calendar.MonthsPerYear
		if months == 0 {
			continue
		}
		o := scenarios.PlanOverlay{Name: "plans/later"}
		for i, project := range c.projects {
			if slices.Contains(c.shifts[i], months) {
				o.Later = append(o.Later, scenarios.Begun{Name: s.Corridor.Projects[project].Name, Start: c.start[i] + calendar.Month(months)})
			}
		}
		shifted, err := o.On(s)
		if err != nil {
			return nil, err
		}
		e, err := sampling.futures(shifted, false)
		if err != nil {
			return nil, err
		}
		d, err := newTimed(months, e)
		if err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, err
}

// checkBudget refuses a budget for which nothing can be had.
func (p *Portfolio) checkBudget() error {
	bill := p.worlds[0].trial
	none := make(portfolio.Plan, len(p.candidates))
	if over := p.over(none); over > 0 {
		return invalidf("what is certain costs USD %s million until %d, at most %s in a year: more than the budget", tables.Readable(total(bill.floor), 0), p.Question.Horizon, tables.Readable(slices.Max(bill.floor), 0))
	}
	least, cheapest := math.Inf(1), ""
	for i := range p.candidates {
		for option := range p.candidates[i].Options {
			alone := slices.Clone(none)
			alone[i] = uint8(option + 1)
			for _, r := range p.candidates[i].Requires {
				alone[r] = 1
			}
			if p.over(alone) == 0 {
				return nil
			}
			if cost := total(bill.meanCost(alone)) - total(bill.floor); cost < least {
				least, cheapest = cost, p.candidates[i].Name
			}
		}
	}
	return invalidf("the budget lets nothing be done: the cheapest candidate is %s, for USD %s million until %d", cheapest, tables.Readable(least, 1), p.Question.Horizon)
}

// over is by how much a plan breaks the budgets, in proportion to them.
func (p *Portfolio) over(plan portfolio.Plan) (sum float64) {
	q := &p.Question
	if q.Budget == 0 && q.BudgetPerYear == 0 {
		return 0
	}
	years := p.worlds[0].trial.meanCost(plan)
	excess := func(musd, budget float64) {
		if over := musd - budget; budget > 0 && over > 1e-9*budget {
			sum += over / budget
		}
	}
	excess(total(years), q.Budget)
	for _, musd := range years {
		excess(musd, q.BudgetPerYear)
	}
	return sum
}

func (p *Portfolio) asks(m *Manifest) {
	m.Command, m.Scenario, m.Cells = kindPlan, p.Scenario.Name, []Cell{NewCell(p.Scenario, p.Scenario.Name)}
	for _, s := range p.Against {
		m.Cells = append(m.Cells, NewCell(s, s.Name))
	}
	m.Seed, m.Draws, m.Design, m.Plan = &p.Seed, p.Draws, random.MonteCarlo, &p.Question
}

func (p *Portfolio) do(ctx context.Context, by *means) (*results, error) {
	header, err := p.header()
	if err != nil {
		return nil, err
	}
	kept, err := by.sheetJournal(header)
	if err != nil {
		return nil, err
	}
	by.kept = func() string {
		if by.journal.Len() == 0 {
			return ""
		}
		return fmt.Sprintf("%d futures", by.journal.Len()*sheet.ChunkRows)
	}
	found, err := p.find(ctx, by, kept)
	if err != nil {
		return nil, err
	}
	for i, g := range found.Goals {
		if !slices.ContainsFunc(found.Listed, func(l *Planned) bool { return !math.IsNaN(l.Figures[i].Value) }) {
			return nil, invalidf("the objective %q has no value for any plan: in some of its futures it cannot be said%s", g.Text, whyUnvalued(g))
		}
	}
	p.Found = found
	list := []*tables.Table{found.Plans, found.Members, found.Years, found.Robustness}
	if found.Regret != nil {
		list = append(list, found.Regret)
	}
	if len(found.Signposts) > 0 {
		list = append(list, p.signpostTable(found))
	}
	described := Describe(p.Scenario, list)
	described.Seed = &p.Seed
	out := &results{described: described}
	out.large, err = p.writeOverlays(by)
	return out, err
}

// whyUnvalued says what of money may have no value.
func whyUnvalued(g *Goal) string {
	for _, t := range g.targets {
		for _, column := range []tables.MetricColumn{tables.Annual.SurplusMUSD, tables.Annual.TurnedAwayMUSD, tables.Annual.NetBenefitMUSD} {
			if t.Metric.Uses(column.Name) {
				return ". " + findings.Unvalued(findings.English)
			}
		}
	}
	return ""
}

// header says what the journal of a choice belongs to.
func (p *Portfolio) header() (journal.Header, error) {
	question, err := json.Marshal(p.Question)
	if err != nil {
		return journal.Header{}, err
	}
	text := string(question)
	for _, s := range append([]*scenarios.Scenario{p.Scenario}, p.Against...) {
		text += "\n" + s.Effective()
	}
	// Every inquiry begins a chunk, and asks about a plan at least. The cheapest is pruned beside
	// the evaluations.
	futures := uint64(len(p.worlds)) * max(p.Question.TrialDraws, p.Draws)
	chunks := uint64(p.Question.Evaluations+2*len(p.candidates)*len(p.candidates)+mostListed+3) * (futures/sheet.ChunkRows + 2)
	return journal.Header{
		Program: strings.TrimSpace(Version + " " + commit()), Scenario: sha256.Sum256([]byte(text)), Seed: p.Seed,
		Design: "plan", Draws: chunks * sheet.ChunkRows, Chunk: sheet.ChunkRows, Shard: 1, Shards: 1,
	}, nil
}

// mostListed is how many plans of the front have figures given.
const mostListed = 25

// find searches plans, and finds what is said of those that are listed.
func (p *Portfolio) find(ctx context.Context, by *means, kept sheet.Journal) (*Plans, error) {
	chunks := uint64(0)
	metrics, objectives := p.metrics()
	worth := make([]bool, len(metrics))
	for _, g := range p.goals {
		worth[g.Objective.Metric] = worth[g.Objective.Metric] || g.Metric == PlanNPV
	}
	if p.reach != nil && p.reach.Metric == PlanNPV {
		worth[p.reach.Objective.Metric] = true
	}
	inquiry := func(first uint64, futures uint64, bills func(*world) *bill, worlds []*world) *inquiry {
		q := &inquiry{
			worlds: worlds, metrics: metrics, worth: worth, first: first, futures: int(futures), bills: bills,
			workers: by.workers, journal: kept, chunks: &chunks,
		}
		q.last, q.whole = asksFor(metrics)
		return q
	}
	worlds := p.worlds[:1]
	if slices.ContainsFunc(p.goals, func(g *Goal) bool { return g.Objective.Statistic == portfolio.ScenarioRegret }) {
		worlds = p.worlds
	}
	trial := inquiry(p.Draws, p.Question.TrialDraws, func(w *world) *bill { return w.trial }, worlds)
	search := portfolio.Search{
		Problem: portfolio.Problem{
			Candidates: p.candidates, Metrics: len(metrics), Scenarios: len(worlds), Futures: int(p.Question.TrialDraws),
			Objectives: objectives, Over: p.over, Ask: trial.ask,
		},
		Evaluations: p.Question.Evaluations, Seed: p.Seed, Matters: p.cheapest, Prune: p.reach != nil,
	}
	if p.reach != nil && !slices.Contains(p.goals, p.reach) {
		search.Conditions = []portfolio.Condition{{Objective: p.reach.Objective, Value: p.Question.Probability}}
	}
	if by.Progress != nil {
		show, end := by.Progress(uint64(p.Question.Evaluations), 0)
		defer end()
		search.Asked = func(plans int) { show(uint64(min(plans, p.Question.Evaluations))) }
	}
	answer, err := search.Solve(ctx)
	if err != nil {
		return nil, err
	}
	found := &Plans{Answer: answer, Goals: p.goals, Reach: p.reach, Candidates: p.candidates, From: p.worlds[0].choice.from}
	p.list(found)
	plans := make([]portfolio.Plan, len(found.Listed))
	for i, listed := range found.Listed {
		plans[i] = listed.Plan
	}
	stated := inquiry(0, p.Draws, func(w *world) *bill { return w.stated }, p.worlds)
	values, err := stated.ask(ctx, plans)
	if err != nil {
		return nil, err
	}
	found.Simulated = trial.simulated + stated.simulated
	found.Asked = len(answer.Tried)*len(worlds)*int(p.Question.TrialDraws) + len(plans)*len(p.worlds)*int(p.Draws)
	p.state(found, len(metrics), values)
	if p.Question.Signposts > 0 {
		if found.Signposts, err = p.signposts(found); err != nil {
			return nil, err
		}
	}
	if p.reach != nil && found.Named("cheapest") == nil {
		if found.Why, err = p.unreached(found); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// metrics gathers what is asked of plans, each metric once and the cost first.
func (p *Portfolio) metrics() (list [][]tables.Target, objectives []portfolio.Objective) {
	places := map[string]int{PlanCost: 0}
	list = [][]tables.Target{nil}
	goals := p.goals
	if p.reach != nil {
		goals = append(slices.Clone(goals), p.reach)
	}
	for _, g := range goals {
		at, known := places[g.Metric]
		if !known {
			at = len(list)
			places[g.Metric], list = at, append(list, g.targets)
		}
		g.Objective.Metric = at
	}
	for _, g := range p.goals {
		objectives = append(objectives, g.Objective)
	}
	return list, objectives
}

// asksFor returns the last date that anything is asked for, and whether it is asked for money
// that projects cost, which they do before they serve.
func asksFor(metrics [][]tables.Target) (last calendar.Month, money bool) {
	for _, sum := range metrics {
		for i := range sum {
			last = max(last, sum[i].At.Month)
			for _, column := range []string{tables.Annual.CapexMUSD.Name, tables.Annual.UpkeepMUSD.Name, tables.Annual.NetBenefitMUSD.Name} {
				money = money || sum[i].Metric.Uses(column)
			}
		}
	}
	return last, money
}

// writeOverlays writes each plan that is listed as an overlay, to be moved among the results.
func (p *Portfolio) writeOverlays(by *means) (map[string]string, error) {
	scratch, err := by.scratch()
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, listed := range p.Found.Listed {
		text, err := p.Overlay(listed)
		if err != nil {
			return nil, err
		}
		file := filepath.Join(scratch, "plan-"+listed.Name+".yaml")
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return nil, err
		}
		out[PlanFile(listed.Name)] = file
	}
	return out, nil
}

// planFiles is where the overlays of plans are in the directory of a choice.
const planFiles = "plans/"

// PlanFile is the overlay of a plan in the directory of a choice.
func PlanFile(plan string) string { return planFiles + plan + ".yaml" }

// isPlan reports whether a file is called as the overlay of a plan is.
func isPlan(file string) bool {
	name, is := strings.CutSuffix(file, ".yaml")
	number, err := strconv.Atoi(name)
	return is && (err == nil && name == planNumber(number) || slices.Contains(tables.PlanNames, name))
}

// Member is a project or measure of a plan.
type Member struct {
	Name        string
	Start       calendar.Month
	LaterMonths int // than in the scenario
}

// Members lists what a plan has.
func (p *Portfolio) Members(listed *Planned) (list []Member) {
	c := p.worlds[0].choice
	for i, project := range c.projects {
		if listed.Plan.Has(i) {
			later := c.shifts[i][listed.Plan[i]-1]
			list = append(list, Member{p.Scenario.Corridor.Projects[project].Name, c.start[i] + calendar.Month(later), later})
		}
	}
	return list
}

// Overlay returns a plan as an overlay on the scenario.
func (p *Portfolio) Overlay(listed *Planned) (string, error) {
	projects, c := p.Scenario.Corridor.Projects, p.worlds[0].choice
	o := scenarios.PlanOverlay{Name: "plans/" + listed.Name, Title: listed.Title(p.Question.Horizon), Question: "What if the plan called " + listed.Name + " is carried out?"}
	for i, project := range c.projects {
		switch option := listed.Plan[i]; {
		case option == 0:
			o.Left = append(o.Left, projects[project].Name)
		case c.shifts[i][option-1] > 0:
			o.Later = append(o.Later, scenarios.Begun{Name: projects[project].Name, Start: c.start[i] + calendar.Month(c.shifts[i][option-1])})
		}
	}
	for _, project := range c.never {
		o.Left = append(o.Left, projects[project].Name)
	}
	return o.Text(p.Scenario)
}
