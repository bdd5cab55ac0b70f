package model

import (
	"slices"

	"corridor/model/calendar"
)

// sharedMonths is of how many months, the last simulated, the traffic counts by which costs are
// shared: works last longer than what is simulated, so the latest says most. The limit is ours.
const sharedMonths = 60

// OthersShares returns, by project, the part of what passes the segments it changes that is
// traffic outside the corridor, in the last five years, by mean hazards and without shocks. A
// project that changes nothing through which any traffic goes is the corridor's alone.
func (c *Corridor) OthersShares() ([]float64, error) {
	calm := c.Clone()
	calm.Shocks = nil
	m, err := New(calm)
	if err != nil {
		return nil, err
	}
	traffic := m.NewTraffic()
	s, out := m.NewState(), m.NewOutcome()
	for range c.Months {
		m.Step(s, out)
		traffic.Add(out)
	}
	return traffic.OthersShares(), nil
}

// Traffic counts what passes the segments that projects change, of the corridor and of others,
// over the last months of a future. It allocates nothing after NewTraffic.
type Traffic struct {
	corridor            *Corridor
	own, others, shares []float64 // by project
}

// NewTraffic counts nothing yet.
func (m *Model) NewTraffic() *Traffic {
	n := len(m.corridor.Projects)
	return &Traffic{&m.corridor, make([]float64, n), make([]float64, n), make([]float64, n)}
}

// Start forgets the future before.
func (t *Traffic) Start() {
	clear(t.own)
	clear(t.others)
}

// Add adds a month, if it is one that counts, with the load of every segment.
func (t *Traffic) Add(out *Outcome) {
	c := t.corridor
	if out.Month < c.Start+calendar.Month(c.Months-sharedMonths) {
		return
	}
	for i := range c.Projects {
		changes := c.Projects[i].Changes
		for j := range changes {
			segment := changes[j].Segment
			if slices.ContainsFunc(changes[:j], func(ch Change) bool { return ch.Segment == segment }) {
				continue
			}
			t.own[i] += out.LoadMt[segment]
			t.others[i] += c.Segments[segment].OtherTraffic.At(out.Month.Year()) / calendar.MonthsPerYear
		}
	}
}

// OthersShares returns the part that is traffic outside the corridor, by project; it belongs to
// the traffic until it is asked for again.
func (t *Traffic) OthersShares() []float64 {
	for i, others := range t.others {
		t.shares[i] = others
		if sum := t.own[i] + others; sum > 0 {
			t.shares[i] = others / sum
		}
	}
	return t.shares
}

// ShareCosts gives some projects, by their numbers, the shares that OthersShares finds.
func (c *Corridor) ShareCosts(projects []int) error {
	if len(projects) == 0 {
		return nil
	}
	shares, err := c.OthersShares()
	if err != nil {
		return err
	}
	for _, i := range projects {
		c.Projects[i].OthersShare = shares[i]
	}
	return nil
}
