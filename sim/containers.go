package sim

import (
	"corridor/model"
	"corridor/sim/tables"
)

// containers counts the containers that the corridor carries, where a scenario has the
// class of that name and says how many tonnes there are in a TEU.
type containers struct {
	flows        []int32 // that carry them
	tonnesPerTEU float64 // 0 where it is not known, and no number of containers either
}

func containersOf(m *model.Model, l *tables.Labels) containers {
	c := containers{tonnesPerTEU: l.Cargo[tables.Containers].TonnesPerUnit}
	for f, name := range m.Flows() {
		if !name.Rival && name.Cargo == tables.Containers {
			c.flows = append(c.flows, int32(f))
		}
	}
	return c
}

// of is the mass of the containers of masses by flow.
func (c *containers) of(mt []float64) float64 {
	total := 0.0
	for _, f := range c.flows {
		total += mt[f]
	}
	return total
}

// thousandTEU is how many containers a mass makes, NaN where that is not known.
func (c *containers) thousandTEU(mt float64) float64 {
	return model.Ratio(mt, c.tonnesPerTEU) * 1000 // Mt of t each: millions, in thousands
}
