package main

import (
	"corridor/sim/runs"
)

// planSummary is how programs read plans.
type planSummary struct {
	Scenario  string            `json:"scenario" doc:"name of the scenario"`
	Title     string            `json:"title" doc:"name for readers"`
	Seed      uint64            `json:"seed" doc:"seed of the random numbers"`
	Question  runs.PlanQuestion `json:"question" doc:"what was asked"`
	Tried     int               `json:"tried" doc:"value in the futures of the search"`
	Feasible  *int              `json:"feasible" doc:"plans within the limits; null where there are more than could be tried"`
	Proven    bool              `json:"proven" doc:"whether all were tried, so that none is better"`
	Polished  bool              `json:"polished" doc:"whether the best were improved one change at a time"`
	Front     int               `json:"front" doc:"plans of which none is better in every objective"`
	Simulated int               `json:"simulated" doc:"futures that were simulated"`
	Plans     []plannedSummary  `json:"plans" doc:"the plans that are shown"`
	Unreached *string           `json:"unreached,omitempty" doc:"why no plan reaches what is asked"`
	Gap       string            `json:"gap" doc:"how far the best may be from the best there is, in words"`
	Directory string            `json:"directory" doc:"where the results are"`
	Files     []string          `json:"files" doc:"the files there"`
}

type plannedSummary struct {
	Name     string         `json:"plan" doc:"name of the plan"`
	Also     []string       `json:"also,omitempty" doc:"plans of other names with the same results"`
	Front    bool           `json:"front" doc:"plans of which none is better in every objective"`
	Projects []chosen       `json:"projects" doc:"what it takes, in the order of their start"`
	CostMUSD float64        `json:"cost_musd" doc:"mean of what is paid" unit:"USD million"`
	CostP05  float64        `json:"cost_p05_musd" doc:"5 % quantile" unit:"USD million"`
	CostP95  float64        `json:"cost_p95_musd" doc:"95 % quantile" unit:"USD million"`
	Within   *float64       `json:"within_share" doc:"share of the futures within the budget"`
	Figures  []statedFigure `json:"objectives" doc:"what it comes to"`
	Overlay  string         `json:"overlay" doc:"file of the results that lays the plan on the scenario"`
}

type chosen struct {
	Name  string `json:"project" doc:"name of the project or measure"`
	Start string `json:"start" doc:"month in which it starts"`
}

type statedFigure struct {
	Objective string   `json:"objective" doc:"the objective, as it was given"`
	Value     *float64 `json:"value" doc:"value; null where there is none"`
	Low       *float64 `json:"low" doc:"low end of the 95 % interval"`
	High      *float64 `json:"high" doc:"high end of the 95 % interval"`
	Tried     *float64 `json:"tried" doc:"value in the futures of the search"`
	Gain      *float64 `json:"gain" doc:"more than with nothing built"`
	Better    *float64 `json:"better_share" doc:"share of the futures in which it is better than nothing built"`
	Regret    *float64 `json:"regret" doc:"most that is lost against the best plan of a future, in its 95 % quantile"`
}

func summarisePlan(p *runs.Portfolio, r *runs.Run) *planSummary {
	found := p.Found
	a := found.Answer
	sum := &planSummary{
		Scenario: p.Scenario.Name, Title: p.Scenario.Title, Seed: p.Seed, Question: p.Question, Tried: len(a.Tried), Proven: a.Proven, Polished: a.Polished,
		Front: len(a.Front), Simulated: found.Simulated, Plans: []plannedSummary{}, Gap: gap(p), Directory: r.Directory(),
	}
	if a.Feasible >= 0 {
		sum.Feasible = &a.Feasible
	}
	if found.Why != nil {
		text := reached(p)
		sum.Unreached = &text
	}
	for _, listed := range found.Listed {
		one := plannedSummary{
			Name: listed.Name, Also: listed.Also, Front: listed.Front, Projects: []chosen{}, CostMUSD: listed.Cost.Mean, CostP05: listed.Cost.P05, CostP95: listed.Cost.P95,
			Within: numberOrNil(listed.Within), Overlay: runs.PlanFile(listed.Name),
		}
		for _, m := range p.Members(listed) {
			one.Projects = append(one.Projects, chosen{m.Name, m.Start.String()})
		}
		for i, g := range found.Goals {
			f := &listed.Figures[i]
			one.Figures = append(one.Figures, statedFigure{
				g.Text, numberOrNil(f.Value), numberOrNil(f.Low), numberOrNil(f.High), numberOrNil(f.Tried), numberOrNil(f.Gain), numberOrNil(f.Better), numberOrNil(f.Regret),
			})
		}
		sum.Plans = append(sum.Plans, one)
	}
	sum.Files = outputsOf(r.Manifest)
	return sum
}
