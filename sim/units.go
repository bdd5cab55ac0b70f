package sim

import (
	"corridor/model"
	"corridor/sim/tables"
)

// units counts the units of a cargo class that the corridor carries, where a scenario has the
// class and says how many tonnes there are in one: containers in TEU, wagons, trucks.
type units struct {
	flows  []int32 // that carry them
	tonnes float64 // in a unit; 0 where it is not known, and no number of units either
}

func unitsOf(m *model.Model, l *tables.Labels, class string) units {
	u := units{tonnes: l.Cargo[class].TonnesPerUnit}
	for f, name := range m.Flows() {
		if !name.Rival && name.Cargo == class {
			u.flows = append(u.flows, int32(f))
		}
	}
	return u
}

// of is the mass of the units in masses by flow.
func (u *units) of(mt []float64) float64 {
	total := 0.0
	for _, f := range u.flows {
		total += mt[f]
	}
	return total
}

// thousand is how many units a mass makes, NaN where that is not known.
func (u *units) thousand(mt float64) float64 {
	return model.Ratio(mt, u.tonnes) * 1000 // Mt of t each: millions, in thousands
}
