package sim

import (
	"corridor/model"
	"corridor/sim/findings"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// class gathers the year of one cargo class.
type class struct {
	cargo   string
	flows   []int32
	carried stats.Sum
	demand  stats.Sum
	held    findings.Tally
}

// classesOf lists the cargo classes of the corridor in the order of the flows.
func classesOf(m *model.Model) []class {
	var list []class
	index := map[string]int{}
	for f, flow := range m.Flows() {
		if flow.Rival {
			continue
		}
		i, known := index[flow.Cargo]
		if !known {
			i = len(list)
			index[flow.Cargo] = i
			list = append(list, class{cargo: flow.Cargo, held: findings.NewTally(len(m.Corridor().Segments))})
		}
		list[i].flows = append(list[i].flows, int32(f))
	}
	return list
}

// add adds a month; heldBack is space for what each segment holds back of the class.
func (c *class) add(out *model.Outcome, heldBack []float64) {
	clear(heldBack)
	for _, f := range c.flows {
		c.carried.Add(out.CarriedMt[f])
		c.demand.Add(out.FlowDemandMt[f])
		if s := out.FlowBinding[f]; s >= 0 {
			heldBack[s] += out.FlowOfferedMt[f] - out.CarriedMt[f]
		}
	}
	c.held.Add(heldBack)
}

// append writes the row of the year, at whose end s stands after YearlyCapacityMt, and
// begins the next.
func (c *class) append(t *tables.Table, r *recorder, s *model.State, year int) {
	effective, limiting := r.model.Limit(s, c.flows)
	t.Append(r.name, year, c.cargo, orName(r.labels.Cargo[c.cargo].Title, c.cargo), c.carried.Value(), effective,
		r.segmentName(limiting), r.segmentName(c.held.Most()), c.held.Months, c.demand.Value())
	c.carried, c.demand = stats.Sum{}, stats.Sum{}
	c.held.Clear()
}
