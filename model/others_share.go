package model

import (
	"slices"

	"corridor/model/calendar"
)

// OthersShares returns, by project, the part of what passes the segments it changes that is
// traffic outside the corridor: as spending.csv has it by year, over the months from which it
// serves, or over the last year where it does not serve by then. Hazards come to their means.
// A project that changes nothing through which any traffic goes is the corridor's alone.
func (c *Corridor) OthersShares() ([]float64, error) {
	m, err := New(c.Clone())
	if err != nil {
		return nil, err
	}
	own, others := make([]float64, len(c.Projects)), make([]float64, len(c.Projects))
	s, out := m.NewState(), m.NewOutcome()
	last := c.Start + calendar.Month(c.Months)
	for at := c.Start; at < last; at++ {
		m.Step(s, out)
		for i := range c.Projects {
			if at < min(m.service[i], last-calendar.MonthsPerYear) {
				continue
			}
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
