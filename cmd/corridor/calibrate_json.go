package main

import (
	"corridor/sim/findings"
	"corridor/sim/runs"
)

// calibrationSummary is how programs read a calibration, all but the sample, which is in
// posterior.yaml and sample.csv.
type calibrationSummary struct {
	Scenario     string          `json:"scenario" doc:"name of the scenario"`
	Title        string          `json:"title" doc:"its name for readers"`
	Seed         uint64          `json:"seed" doc:"seed of the random numbers"`
	Observations int             `json:"observations" doc:"observations that the last fit knows"`
	Stages       []stageRow      `json:"stages" doc:"how each fit went, as in stages.csv"`
	Parameters   []parameterRow  `json:"parameters" doc:"what the observations tell of each, as in parameters.csv"`
	Predictive   []predictiveRow `json:"predictive" doc:"what was said of years by fits that did not know them, as in predictive.csv"`
	Skill        []skillRow      `json:"skill" doc:"how good the forecasts were as distributions, as in skill.csv"`
	Aims         []aimSummary    `json:"aims" doc:"what a model that deserves belief would reach"`
	Directory    string          `json:"directory" doc:"where the results are"`
	Files        []string        `json:"files" doc:"the files there"`
}

type aimSummary struct {
	What    string `json:"aim" doc:"what is aimed at"`
	Reached bool   `json:"reached" doc:"whether it is reached"`
	Figures string `json:"figures" doc:"by how much, in words"`
}

func summariseCalibration(p *runs.Calibration, r *runs.Run) calibrationSummary {
	found := p.Calibrated
	sum := calibrationSummary{
		Scenario: p.Scenario.Name, Title: p.Scenario.Title, Seed: p.Seed, Observations: found.Latest().Targets,
		Stages: rowsOf[stageRow](found.Stages), Parameters: rowsOf[parameterRow](found.Parameters),
		Predictive: rowsOf[predictiveRow](found.Predictive), Skill: rowsOf[skillRow](found.Skill),
		Directory: r.Directory(), Files: outputsOf(r.Manifest),
	}
	for _, aim := range findings.Aims(found.Predictive, found.Parameters, found.Skill) {
		sum.Aims = append(sum.Aims, aimSummary(aim))
	}
	return sum
}
