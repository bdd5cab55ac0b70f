package sim

import (
	"corridor/model"
	"corridor/sim/tables"
)

// classes gathers the year of each cargo class.
type classes struct {
	names   []string
	of      []int // by flow: its class, −1 for a rival
	carried []sum
	full    []int
}

func newClasses(m *model.Model, flows []model.FlowName) *classes {
	c := &classes{}
	index := map[string]int{}
	for _, f := range flows {
		if f.Rival {
			c.of = append(c.of, -1)
			continue
		}
		i, ok := index[f.Cargo]
		if !ok {
			i = len(c.names)
			index[f.Cargo] = i
			c.names = append(c.names, f.Cargo)
		}
		c.of = append(c.of, i)
	}
	c.begin()
	return c
}

func (c *classes) begin() {
	c.carried, c.full = make([]sum, len(c.names)), make([]int, len(c.names))
}

func (c *classes) add(out *model.Outcome) {
	held := make([]bool, len(c.names))
	for f, class := range c.of {
		if class >= 0 {
			c.carried[class].add(out.CarriedMt[f])
			held[class] = held[class] || out.FlowBinding[f] >= 0
		}
	}
	for class := range held {
		if held[class] {
			c.full[class]++
		}
	}
}

// append writes the rows of the year and begins the next. It reads what the flows
// reach after YearlyCapacityMt.
func (c *classes) append(t *tables.Table, name string, year int, l *tables.Labels, reach []float64, holder []int, segmentName func(int) string) {
	for class, cargo := range c.names {
		effective, limiting := 0.0, -1
		held := map[int]float64{}
		for f := range c.of {
			if c.of[f] != class {
				continue
			}
			effective += reach[f]
			if h := holder[f]; h >= 0 {
				held[h] += reach[f]
				if limiting < 0 || held[h] > held[limiting] {
					limiting = h
				}
			}
		}
		t.Append(name, year, cargo, orName(l.Cargo[cargo].Title, cargo), c.carried[class].value(), effective, segmentName(limiting), c.full[class])
	}
	c.begin()
}
