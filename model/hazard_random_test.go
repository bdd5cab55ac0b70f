package model

import "corridor/model/calendar"

// hazards adds hazards of every kind to a random corridor.
func (d draw) hazards(c *Corridor) {
	for i := range d.upTo(4) {
		h := Hazard{
			Name: "hazard", Kind: HazardKind(d.upTo(4)), Spells: Days{1, 7}, SDMPerYear: d.amount(0.5), Contained: d.upTo(1) == 0,
			Events:   Events{PerYear: d.amount(3), Lasting: Days{1, 1 + d.amount(200)}},
			Severity: d.share(), Factor: d.amount(3), AddUSDPerT: d.amount(100) - 50, AddDays: d.amount(20),
		}
		h.Events.In[d.upTo(11)] = d.upTo(1) == 0
		switch h.Kind {
		case StormClosure:
			if i > 0 { // of one segment at most one
				continue
			}
			for s := range c.Segments {
				h.Segments = append(h.Segments, s)
				for month := range calendar.MonthsPerYear {
					c.Segments[s].Availability[month] = max(0.25, c.Segments[s].Availability[month])
				}
			}
		case Outage:
			h.Segments = []int{d.upTo(len(c.Segments) - 1)}
		case MarketShock:
			h.Markets = []int{d.upTo(len(c.Markets) - 1)}
		case RivalShock:
			if len(c.Rivals) == 0 {
				continue
			}
			h.Rivals = []int{d.upTo(len(c.Rivals) - 1)}
		}
		c.Hazards = append(c.Hazards, h)
	}
}
