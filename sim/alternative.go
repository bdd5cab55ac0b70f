package sim

import (
	"slices"

	"corridor/model"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// Alternative is a corridor of which many futures are simulated: what it is, and
// what about it differs from future to future.
type Alternative struct {
	Name          string // the scenario column of every table
	Corridor      model.Corridor
	Labels        tables.Labels
	Uncertainties []Uncertainty
	Copula        *random.Copula // of the uncertainties in their order; nil when all are independent
	Targets       []tables.Target
}

// Uncertainty is a number of a corridor that differs from future to future.
type Uncertainty struct {
	Name         string // names its stream of random numbers
	Distribution random.Distribution
	Set          func(c *model.Corridor, v float64)
}

// names lists the uncertainties of all alternatives, each name once, in the order
// they are met: the dimensions of the design.
func names(alternatives []Alternative) []string {
	var list []string
	met := map[string]bool{}
	for i := range alternatives {
		for _, u := range alternatives[i].Uncertainties {
			if !met[u.Name] {
				met[u.Name] = true
				list = append(list, u.Name)
			}
		}
	}
	return list
}

// thresholds lists what the targets ask of single columns, to count how often it
// is reached in every year.
func (a *Alternative) thresholds() map[string][]float64 {
	list := map[string][]float64{}
	for _, t := range a.Targets {
		metric := t.Metric.String()
		if !slices.Contains(list[metric], t.Threshold) {
			list[metric] = append(list[metric], t.Threshold)
		}
	}
	return list
}
