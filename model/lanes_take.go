//go:build goexperiment.simd && amd64

package model

import "corridor/model/lanes"

// Take takes over the numbers of the models after they have changed. It reports whether they
// can be stepped side by side.
func (m *ModelLanes) Take() bool {
	lanes.Scalar()
	for month := range m.agenda {
		clear(m.agenda[month])
	}
	for l := range m.models {
		m.take(taker{l}, m.models[l])
	}
	return m.alike()
}

// taker writes the numbers of one lane.
type taker struct{ lane int }

func (t taker) put(to *lanes.Vec, x float64) { *lanes.Lane(to, t.lane) = x }

func (t taker) all(to []lanes.Vec, x []float64) {
	for i := range x {
		t.put(&to[i], x[i])
	}
}

// take takes over the numbers of one model.
func (m *ModelLanes) take(t taker, of *Model) {
	for i := range of.flows {
		from, to := &of.flows[i], &m.flows[i]
		t.put(&to.utility, from.utility)
		t.put(&to.base, from.base)
		t.put(&to.size, from.size)
		t.put(&to.penalty, from.penalty)
		t.put(&to.gramsPerT, from.gramsPerT)
		t.put(&to.dayUSD, from.dayUSD)
		t.put(&to.lag, from.lag)
	}
	for i := range of.groups {
		for n := range of.groups[i] {
			t.put(&m.groups[i][n].lambda, of.groups[i][n].lambda)
			t.put(&m.groups[i][n].constant, of.groups[i][n].constant)
		}
	}
	for i := range of.altered {
		for j, e := range of.altered[i].efforts {
			t.put(&m.altered[i].efforts[j].change.Add, e.change.Add)
			t.put(&m.altered[i].efforts[j].change.Scale, e.change.Scale)
			t.put(&m.altered[i].efforts[j].change.Part, e.change.Part)
		}
	}
	for month := range of.agenda {
		for i := range of.agenda[month].All() {
			m.agenda[month].Add(i)
		}
	}
	for i := range of.scheduled {
		t.all(m.scheduled[i], of.scheduled[i])
	}
	if m.normal != nil {
		t.all(m.normal.values, of.usual.values)
	}
	t.all(m.most, of.most)
	t.all(m.paces, of.paces)
	t.all(m.annual, of.annual)
	t.all(m.capex, of.capex)
	t.all(m.upkeep, of.upkeep)
	t.all(m.others, of.others)
	m.takeCorridor(t, &of.corridor)
}

func (m *ModelLanes) takeCorridor(t taker, c *Corridor) {
	for i := range c.Segments {
		from, to := &c.Segments[i], &m.corridor.Segments[i]
		t.all(to.Availability[:], from.Availability[:])
		t.put(&to.Congestion.Alpha, from.Congestion.Alpha)
		t.put(&to.Congestion.Beta, from.Congestion.Beta)
	}
	for i := range c.Markets {
		from, to := &c.Markets[i], &m.corridor.Markets[i]
		t.all(to.Season[:], from.Season[:])
		t.put(&to.ValueOfTimeUSD, from.ValueOfTimeUSD)
		t.put(&to.Sensitivity, from.Sensitivity)
		t.put(&to.Inertia, from.Inertia)
		t.put(&to.GiveUp, from.GiveUp)
		for j := range from.Routes {
			t.put(&to.Routes[j].Share, from.Routes[j].Share)
			t.put(&to.Routes[j].CostUSDPerT, from.Routes[j].CostUSDPerT)
			t.put(&to.Routes[j].Days, from.Routes[j].Days)
		}
	}
	for i := range c.Shocks {
		from, to := &c.Shocks[i], &m.corridor.Shocks[i]
		t.put(&to.Factor, from.Factor)
		t.put(&to.AddUSDPerT, from.AddUSDPerT)
		t.put(&to.AddDays, from.AddDays)
		t.put(&to.from, float64(from.From))
		t.put(&to.to, float64(from.To))
	}
	for i := range c.Hazards {
		t.put(&m.corridor.Hazards[i].AddUSDPerT, c.Hazards[i].AddUSDPerT)
		t.put(&m.corridor.Hazards[i].AddDays, c.Hazards[i].AddDays)
	}
}
