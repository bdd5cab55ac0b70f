package runs

import (
	"math"
	"slices"

	"corridor/model"
	"corridor/sim/probe"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Unreached says why no plan reaches what it is to, on the futures of which figures are given,
// with everything built, whatever that costs.
type Unreached struct {
	Everything Reached // how often everything does
	Missed     uint64  // futures in which it does not

	// Of the futures missed:
	Short     uint64 // in which no capacity could have done it, as there is too little demand
	Demand    Spread // what would come if nothing limited, over all futures; of DemandOf
	DemandOf  string // the metric that says so; "" where the condition is no matter of demand
	Segment   string // that held most cargo back in the year, most often
	HeldShare float64
	HeldIn    uint64
}

// unreached looks at everything built, future by future.
func (p *Portfolio) unreached(found *Plans) (*Unreached, error) {
	everything := found.Named(tables.PlanEverything)
	why := &Unreached{Everything: everything.Reached}
	o := p.reach.Objective
	asked := slices.Clone(p.reach.targets)
	carried := len(asked) == 1 && asked[0].Metric.String() == tables.Annual.ThroughputMt.Name && !o.Least
	if carried {
		t := asked[0]
		why.DemandOf = tables.Annual.DemandMt.Name
		var err error
		if t.Metric, err = tables.ParseExpression(why.DemandOf, nil); err != nil {
			return nil, err
		}
		asked = append(asked, t)
	}
	if len(p.reach.targets) == 0 { // a cost is no matter of the corridor
		return why, nil
	}
	w := p.worlds[0]
	q, err := probe.New(w.run, asked)
	if err != nil {
		return nil, err
	}
	at := p.reach.targets[len(p.reach.targets)-1].At
	held := make([]float64, len(p.Scenario.Corridor.Segments))
	q.Watch = func(out *model.Outcome) {
		if out.Month > at.Month || at.Yearly && out.Month.Year() != at.Month.Year() || !at.Yearly && out.Month != at.Month {
			return
		}
		for segment, mt := range out.HeldBackMt {
			held[segment] += mt
		}
	}
	most := make([]uint64, len(held))
	demand, values := stats.NewSummary(), make([]float64, len(asked))
	draw := uint64(0)
	change := func(c *model.Corridor) { w.stated.apply(c, everything.Plan, int(draw)) }
	for ; draw < p.Draws; draw++ {
		clear(held)
		q.Draw(draw, change, values)
		sum := 0.0
		for _, v := range values[:len(p.reach.targets)] {
			sum += v
		}
		if why.DemandOf != "" {
			demand.Add(values[len(values)-1])
		}
		if o.Reaches(sum) {
			continue
		}
		why.Missed++
		if why.DemandOf != "" && !o.Reaches(values[len(values)-1]) {
			why.Short++
			continue
		}
		if segment := slices.Index(held, slices.Max(held)); held[segment] > 0 {
			most[segment]++
			why.HeldIn++
		}
	}
	why.Demand = spread(demand)
	if why.HeldIn > 0 {
		segment := slices.Index(most, slices.Max(most))
		why.Segment = p.Scenario.Corridor.Segments[segment].Name
		if title := p.Scenario.Labels.Segments[why.Segment].Title; title != "" {
			why.Segment = title
		}
		why.HeldShare = float64(most[segment]) / float64(why.HeldIn)
	} else {
		why.HeldShare = math.NaN()
	}
	return why, nil
}
