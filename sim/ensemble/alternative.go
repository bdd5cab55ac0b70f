package ensemble

import (
	"slices"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/random"
)

// Alternative is a corridor of which many futures are simulated: its run, in which every
// number has its own value, and what differs from future to future. The Weather of the
// run is not used: in an ensemble hazards are drawn.
type Alternative struct {
	sim.Run
	Title         string // for readers
	Uncertainties []Uncertainty
	Copula        *random.Copula // of the uncertainties in their order; nil when all are independent
}

// Uncertainty is a number of a corridor that differs from future to future, a factor that
// several of them have in common, or a sample of several that are drawn together.
type Uncertainty struct {
	Name         string // names its stream of random numbers, and its column among kept draws
	Title        string // for readers; "" for none
	Path         string // to the number in the scenario file; "" for a common factor or a sample
	Distribution random.Distribution
	Set          func(c *model.Corridor, v float64)
	Labels       map[float64]string // what values stand for, for readers; nil for numbers that speak for themselves
	Sample       []Sampled          // what [NewSample] sets; nil for all others
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
