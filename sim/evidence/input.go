package evidence

import (
	"corridor/sim/ensemble"
	"corridor/sim/swings"
	"corridor/sim/tables"
)

// Came says how a figure of the scenario came about.
type Came struct {
	Value  float64  // in the expected future, NaN where it is no number
	Status string   // tables.Published, …
	Works  []string // it rests on
	Range  string   // how the range came about, as Status
}

// input is what differs from future to future: a figure of the scenario, or how a project turns
// out.
type input struct {
	ensemble.Uncertainty
	Came
	figure int // place among the figures, −1 for none
}

// inputs lists what differs, first the figures. What several have in common changes nothing by
// itself and is left out.
func (q *Question) inputs() (list []input) {
	for i, u := range q.figures {
		came := q.Came(&u)
		if q.Priors[u.Name] != nil {
			came.Status, came.Range = tables.Calibrated, tables.Calibrated
		}
		list = append(list, input{u, came, i})
	}
	for _, u := range q.Futures.Alternatives[0].Uncertainties {
		if swings.IsOutcome(&u) && u.Path != "" {
			list = append(list, input{u, Came{Status: tables.OfProjects}, -1})
		}
	}
	return list
}
