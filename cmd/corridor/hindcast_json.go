package main

import (
	"corridor/sim/hindcast"
	"corridor/sim/runs"
)

// hindcastSummary is how programs read a hindcast.
type hindcastSummary struct {
	Scenario    string          `json:"scenario" doc:"name of the scenario"`
	Title       string          `json:"title" doc:"its name for readers"`
	FitYears    []int           `json:"fit_years" doc:"years that the parameters are fitted on"`
	HoldOut     int             `json:"hold_out" doc:"year that they are judged on"`
	Fitted      []fittedSummary `json:"fitted" doc:"parameters that are fitted"`
	Before      *float64        `json:"rms_log_in_file" doc:"root mean square of ln(model/actual) at the values of the file"`
	Objective   *float64        `json:"rms_log_fitted" doc:"the same at the fitted values"`
	Forecasts   []forecastRow   `json:"forecasts" doc:"as in hindcast.csv"`
	Series      []seriesRow     `json:"series" doc:"as in series.csv"`
	Scores      []scoreRow      `json:"scores" doc:"as in scores.csv"`
	PlanMt      *float64        `json:"official_plan_mt" doc:"official plan for the year held out; null where none was found" unit:"Mt"`
	Reasons     []reasonSummary `json:"reasons" doc:"what would have been carried in the year held out, each limit taken away alone"`
	Experiments []experimentRow `json:"experiments" doc:"as in experiments.csv"`
	Studies     []studyRow      `json:"studies" doc:"as in studies.csv"`
	Directory   string          `json:"directory" doc:"where the results are"`
	Files       []string        `json:"files" doc:"the files there"`
}

type fittedSummary struct {
	Path   string   `json:"path" doc:"where the parameter stands in the scenario"`
	InFile *float64 `json:"in_file" doc:"its value there"`
	Fitted *float64 `json:"fitted" doc:"fitted value"`
	Low    *float64 `json:"low" doc:"least that it may be"`
	High   *float64 `json:"high" doc:"most that it may be"`
}

type reasonSummary struct {
	If         string   `json:"if" doc:"what is taken away"`
	HeadlineMt *float64 `json:"headline_mt" doc:"carried, of all that the headline counts" unit:"Mt"`
}

func summariseHindcast(p *runs.Hindcast, r *runs.Run) hindcastSummary {
	base, spec, of := p.Base, p.Base.Hindcast, p.Forecasts
	sum := hindcastSummary{
		Scenario: base.Name, Title: base.Title, FitYears: spec.FitYears, HoldOut: spec.HoldOut,
		Before: numberOrNil(of.Before), Objective: numberOrNil(of.Objective),
		Forecasts: rowsOf[forecastRow](of.Table), Series: rowsOf[seriesRow](of.Series), Scores: rowsOf[scoreRow](of.Scores),
		PlanMt: numberOrNil(p.PlanMt), Experiments: rowsOf[experimentRow](p.Experiments), Studies: rowsOf[studyRow](p.Studies),
		Directory: r.Directory(), Files: outputsOf(r.Manifest),
	}
	for i, f := range append([]hindcast.Parameter{spec.Trend}, spec.Parameters...) {
		sum.Fitted = append(sum.Fitted, fittedSummary{f.Path, numberOrNil(f.Start), numberOrNil(of.Fitted[i]), numberOrNil(f.Low), numberOrNil(f.High)})
	}
	for _, reason := range p.Reasons {
		sum.Reasons = append(sum.Reasons, reasonSummary{reason.If, numberOrNil(reason.HeadlineMt)})
	}
	return sum
}
