package runs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/portfolio"
	"corridor/sim/tables"
)

// PlanQuestion is what is asked of plans, as the command line has it. Money is in USD million;
// 0 is no limit, and an empty list everything.
type PlanQuestion struct {
	Objectives    []string `json:"objectives" doc:"what is to be great or small"`
	Reach         string   `json:"reach,omitempty" doc:"condition to reach, or the name of a target"`
	Probability   float64  `json:"probability,omitempty" doc:"in which share of the futures it is to be reached"`
	Budget        float64  `json:"budget_musd,omitempty" doc:"most that all may cost" unit:"USD million"`
	BudgetPerYear float64  `json:"budget_per_year_musd,omitempty" doc:"most that may be paid in a year" unit:"USD million"`
	From          string   `json:"from,omitempty" doc:"month of the decision"`
	Horizon       int      `json:"horizon,omitempty" doc:"year until which is looked"`
	Shifts        []int    `json:"shift_years,omitempty" doc:"years by which a start may be shifted" unit:"years"`
	Candidates    []string `json:"candidates,omitempty" doc:"projects and measures to choose among"`
	Certain       []string `json:"certain,omitempty" doc:"those that are taken in any case"`
	Without       []string `json:"without,omitempty" doc:"those that are not taken"`
	Either        []string `json:"either,omitempty" doc:"a/b: at most one of them"`
	Evaluations   int      `json:"evaluations" doc:"plans that may be tried"`
	TrialDraws    uint64   `json:"trial_draws" doc:"futures that each is tried in"`
	Signposts     int      `json:"signposts,omitempty" doc:"year until which is observed"`
}

// UsualEvaluations and UsualTrialDraws are those of a question that says nothing else.
const (
	UsualEvaluations = 2000
	UsualTrialDraws  = 200
	mostEvaluations  = 200_000
	mostShiftYears   = 30
	mostObjectives   = 12
	mostPlanDraws    = 100_000    // of those that choose plans, and of those of which figures are given
	mostPlanFutures  = 20_000_000 // that plans may be asked about: each takes room in memory
)

// goals reads the objectives, cost last where it is not one of them; of a condition to reach
// how often it is.
func (q *PlanQuestion) goals(s *scenarios.Scenario) (goals []*Goal, reach *Goal, err error) {
	for _, words := range q.Objectives {
		g, err := parseGoal(s, words)
		if err != nil {
			return nil, nil, err
		}
		if slices.ContainsFunc(goals, func(o *Goal) bool { return o.Text == g.Text }) {
			return nil, nil, invalidf("the objective %q is given twice", g.Text)
		}
		goals = append(goals, g)
	}
	if q.Reach != "" {
		if reach, err = parseReach(s, q.Reach); err != nil {
			return nil, nil, err
		}
		if !(q.Probability > 0 && q.Probability < 1) {
			return nil, nil, invalidf("the probability is %v, expected one between 0 and 1", q.Probability)
		}
	}
	if len(goals) == 0 {
		if reach == nil {
			year := min(q.Horizon, (s.Corridor.Start+calendar.Month(s.Corridor.Months)).Year()-1) // the last that is whole
			if year < s.Corridor.Start.Year() {
				return nil, nil, misusedf("%s simulates no year to its end, whose tonnes plans could be good at: say with --objective what they are to be", s.Name)
			}
			g, err := parseGoal(s, fmt.Sprintf("mean %s_%d", tables.Annual.ThroughputMt.Name, year))
			if err != nil {
				return nil, nil, err
			}
			goals = append(goals, g)
		} else {
			goals = append(goals, reach)
		}
	}
	if !slices.ContainsFunc(goals, func(g *Goal) bool { return g.Metric == PlanCost }) {
		g, err := parseGoal(s, PlanCost)
		if err != nil {
			return nil, nil, err
		}
		goals = append(goals, g)
	}
	return goals, reach, nil
}

// choose finds what can be decided.
func (q *PlanQuestion) choose(s *scenarios.Scenario) (*choice, error) {
	c := &s.Corridor
	start, n := c.Years()
	switch {
	case q.Horizon == 0:
		q.Horizon = start + n - 1
	case q.Horizon < start || q.Horizon >= start+n:
		return nil, invalidf("the horizon %d is not simulated, expected a year from %d to %d", q.Horizon, start, start+n-1)
	}
	if q.Signposts != 0 && (q.Signposts < start || q.Signposts >= start+n) {
		return nil, invalidf("the year of the signposts, %d, is not simulated, expected one from %d to %d", q.Signposts, start, start+n-1)
	}
	from := c.Start
	for _, p := range c.Projects {
		from = max(from, p.AsOf)
	}
	if q.From != "" {
		at, err := tables.ParsePeriod(q.From)
		if err != nil || at.Yearly {
			return nil, invalidf("the plan begins in %q, expected a month such as %s", q.From, from)
		}
		from = at.Month
	}
	q.From = from.String()
	if from.Year() > q.Horizon || from < c.Start {
		return nil, invalidf("the plan begins in %s, expected a month from %s to the horizon, %d", from, c.Start, q.Horizon)
	}
	known := func(list []string, flag string) error {
		names := projectNames(c.Projects)
		for _, name := range list {
			if !slices.Contains(names, name) {
				return invalidf("--%s names %q, which is no project or measure of %s%s", flag, text.Short(name), s.Name, text.DidYouMean(name, names))
			}
		}
		return nil
	}
	if err := cmp.Or(known(q.Candidates, "candidates"), known(q.Certain, "certain"), known(q.Without, "without")); err != nil {
		return nil, err
	}
	out := &choice{from: from, horizon: q.Horizon}
	return out, q.sort(s, out, from)
}

func projectNames(list []model.Project) (names []string) {
	for i := range list {
		names = append(names, list[i].Name)
	}
	return names
}

// sort puts each project where it belongs: finished or not asked about, which stays as it is;
// certain, which all plans pay for; in no plan; or a candidate.
func (q *PlanQuestion) sort(s *scenarios.Scenario, out *choice, from calendar.Month) error {
	projects := s.Corridor.Projects
	certain := map[int]bool{}
	for i := range projects {
		if slices.Contains(q.Certain, projects[i].Name) {
			certain[i] = true
			for _, r := range requirements(projects, i) {
				certain[r] = true
			}
		}
	}
	never := map[int]bool{}
	for i := range projects {
		never[i] = slices.Contains(q.Without, projects[i].Name) || projects[i].Disabled
	}
	for range projects { // what requires one that does not come is worth nothing
		for i := range projects {
			for _, r := range projects[i].Requires {
				never[i] = never[i] || never[r]
			}
		}
	}
	for i := range projects {
		p := &projects[i]
		switch {
		case certain[i] && never[i]:
			return invalidf("%s is certain and left out at once, or requires what is", p.Name)
		case never[i]:
			out.never = append(out.never, i)
		case p.Completion() <= from: // finished
		case certain[i]:
			out.certain = append(out.certain, i)
		case len(q.Candidates) > 0 && !slices.Contains(q.Candidates, p.Name): // goes ahead as the scenario says
		default:
			out.projects, out.start = append(out.projects, i), append(out.start, p.Start)
			out.shifts = append(out.shifts, q.shiftsOf(p.Start, from))
		}
	}
	if len(out.projects) == 0 {
		return invalidf("%s has no project or measure to decide on in %s: all are finished, certain or left out", s.Name, from)
	}
	if len(out.projects) > mostCandidates {
		return invalidf("%s has %d projects and measures to decide on, expected at most %d: name some with --candidates", s.Name, len(out.projects), mostCandidates)
	}
	out.require(projects)
	return nil
}

// shiftsOf lists the months by which a project that has not begun may begin later; one under way
// is not stopped to go on later.
func (q *PlanQuestion) shiftsOf(start, from calendar.Month) []int {
	if start < from || len(q.Shifts) == 0 {
		return []int{0}
	}
	var months []int
	for _, years := range q.Shifts {
		months = append(months, years*calendar.MonthsPerYear)
	}
	return months
}

// candidates describes what can be decided for the search.
func (q *PlanQuestion) candidates(s *scenarios.Scenario, c *choice) ([]portfolio.Candidate, error) {
	list, place := make([]portfolio.Candidate, len(c.projects)), map[string]int{}
	for i, project := range c.projects {
		name := s.Corridor.Projects[project].Name
		list[i], place[name] = portfolio.Candidate{Name: name, Options: len(c.shifts[i]), Requires: c.requires[i]}, i
	}
	for _, pair := range q.Either {
		a, b, two := strings.Cut(pair, "/")
		i, isA := place[a]
		j, isB := place[b]
		if !two || !isA || !isB || i == j {
			wrong := a
			if isA {
				wrong = b
			}
			return nil, invalidf("--either is %q, expected two candidates such as %s/%s%s", pair, list[0].Name, list[len(list)-1].Name, text.DidYouMean(wrong, candidateNames(list)))
		}
		list[i].Excludes = append(list[i].Excludes, j)
	}
	return list, nil
}

func candidateNames(list []portfolio.Candidate) (names []string) {
	for i := range list {
		names = append(names, list[i].Name)
	}
	return names
}

// checkNumbers refuses numbers that mean nothing.
func (q *PlanQuestion) checkNumbers() error {
	switch {
	case q.Evaluations < 2 || q.Evaluations > mostEvaluations:
		return invalidf("%d plans are to be tried, expected from 2 to %d", q.Evaluations, mostEvaluations)
	case !(q.Budget >= 0) || !(q.BudgetPerYear >= 0):
		return invalidf("a budget is below 0")
	case q.TrialDraws < 1 || q.TrialDraws > mostPlanDraws:
		return invalidf("plans are to be tried in %d draws, expected from 1 to %d", q.TrialDraws, mostPlanDraws)
	case q.TrialDraws > mostPlanFutures/uint64(q.Evaluations):
		return invalidf("%d plans in %d draws each are more futures than there is room for, expected at most %d in all: try fewer plans or draws", q.Evaluations, q.TrialDraws, mostPlanFutures)
	}
	for i, years := range q.Shifts {
		if years < 0 || years > mostShiftYears || slices.Contains(q.Shifts[:i], years) {
			return invalidf("the shifts are %v, expected years from 0 to %d, each once", q.Shifts, mostShiftYears)
		}
	}
	if len(q.Objectives) > mostObjectives {
		return invalidf("there are %d objectives, expected at most %d", len(q.Objectives), mostObjectives)
	}
	if len(q.Shifts) > mostShifts {
		return invalidf("there are %d shifts, expected at most %d", len(q.Shifts), mostShifts)
	}
	return nil
}
