package main

import (
	"corridor/sim/runs"
)

// planSummary is how programs read plans.
type planSummary struct {
	Scenario  string            `json:"scenario"`
	Title     string            `json:"title"`
	Seed      uint64            `json:"seed"`
	Question  runs.PlanQuestion `json:"question"`
	Tried     int               `json:"tried"`
	Feasible  *int              `json:"feasible"` // null where there are more than could be tried
	Proven    bool              `json:"proven"`
	Polished  bool              `json:"polished"`
	Front     int               `json:"front"`
	Simulated int               `json:"simulated"`
	Plans     []plannedSummary  `json:"plans"`
	Unreached *string           `json:"unreached,omitempty"`
	Gap       string            `json:"gap"`
	Directory string            `json:"directory"`
	Files     []string          `json:"files"`
}

type plannedSummary struct {
	Name     string         `json:"plan"`
	Also     []string       `json:"also,omitempty"`
	Front    bool           `json:"front"`
	Projects []chosen       `json:"projects"`
	CostMUSD float64        `json:"cost_musd"`
	CostP05  float64        `json:"cost_p05_musd"`
	CostP95  float64        `json:"cost_p95_musd"`
	Within   *float64       `json:"within_share"`
	Figures  []statedFigure `json:"objectives"`
	Overlay  string         `json:"overlay"`
}

type chosen struct {
	Name  string `json:"project"`
	Start string `json:"start"`
}

type statedFigure struct {
	Objective string   `json:"objective"`
	Value     *float64 `json:"value"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Tried     *float64 `json:"tried"`
	Gain      *float64 `json:"gain"`
	Better    *float64 `json:"better_share"`
	Regret    *float64 `json:"regret"`
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
