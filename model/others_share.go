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
	own, others := make([]float64, len(c.Projects)), make([]float64, len(c.Projects))
	s, out := m.NewState(), m.NewOutcome()
	last := c.Start + calendar.Month(c.Months)
	for at := c.Start; at < last; at++ {
		m.Step(s, out)
		if at < last-sharedMonths {
			continue
		}
		for i := range c.Projects {
			p := &c.Projects[i]
			for j := range p.Changes {
				segment := p.Changes[j].Segment
				if slices.ContainsFunc(p.Changes[:j], func(ch Change) bool { return ch.Segment == segment }) {
					continue
				}
				own[i] += out.LoadMt[segment]
				others[i] += c.Segments[segment].OtherTraffic.At(at.Year()) / calendar.MonthsPerYear
			}
		}
	}
	for i := range others {
		if sum := own[i] + others[i]; sum > 0 {
			others[i] /= sum
		}
	}
	return others, nil
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
