package main

import (
	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/runs"
)

// validatedSummary is how programs read what was found in a scenario.
type validatedSummary struct {
	Asked       string               `json:"asked" doc:"scenario or overlay, as it was asked for"`
	Valid       bool                 `json:"valid" doc:"whether it can be run; with --strict, whether there are no warnings either"`
	Scenario    string               `json:"scenario,omitempty" doc:"name of the scenario; left out where it could not be read"`
	CheckedOn   string               `json:"checked_on,omitempty" doc:"scenario that an overlay given by itself was checked on"`
	Figures     int                  `json:"figures" doc:"figures that the scenario has"`
	Assumptions int                  `json:"assumptions" doc:"of them: assumed or derived"`
	Mistakes    []diagnosticSummary  `json:"mistakes" doc:"what is wrong, in the order of the file"`
	Warnings    []diagnosticSummary  `json:"warnings" doc:"what is allowed and can hardly be meant"`
	Converted   []sourcedSummary     `json:"converted" doc:"figures that are given with a unit or as a change, with what they come to"`
	Selections  []language.Selection `json:"selections" doc:"where several things are named at once, such as all of KZ, with what is meant"`
}

// diagnosticSummary is how programs read a mistake or a warning.
type diagnosticSummary struct {
	Place   string `json:"place" doc:"file:line:column, in a sheet of a workbook with the cell as well"`
	File    string `json:"file" doc:"name of the file, or of what else it stands in, such as a flag"`
	Line    int    `json:"line" doc:"counted from 1; 0 for the whole file"`
	Column  int    `json:"column" doc:"counted from 1, in characters; 0 for the whole line"`
	Message string `json:"message" doc:"what is wrong, and what was expected"`
}

func summariseValidated(list []validated) (all []validatedSummary) {
	for _, v := range list {
		sum := validatedSummary{Asked: v.asked, Valid: v.mistakes == nil, CheckedOn: v.on}
		for _, d := range v.mistakes {
			switch {
			case !d.Warning:
				sum.Mistakes = append(sum.Mistakes, summariseDiagnostic(d))
			case v.scenario == nil:
				sum.Warnings = append(sum.Warnings, summariseDiagnostic(d))
			}
		}
		if s := v.scenario; s != nil {
			sum.Scenario, sum.Figures, sum.Assumptions = s.Name, len(s.Figures()), s.Assumptions()
			runs.EachWarning([]*scenarios.Scenario{s}, func(_ *scenarios.Scenario, d scenarios.Diagnostic) {
				sum.Warnings = append(sum.Warnings, summariseDiagnostic(d))
			})
			sum.Selections = s.Selections()
			for _, f := range converted(s) {
				sum.Converted = append(sum.Converted, summariseSourced(f))
			}
		}
		all = append(all, sum)
	}
	return all
}

func summariseDiagnostic(d scenarios.Diagnostic) diagnosticSummary {
	file := ""
	if d.File != nil {
		file = d.File.Name
	}
	return diagnosticSummary{d.Position.String(), file, d.Line, d.Column, d.Message}
}
