package model

import "corridor/model/calendar"

// hazards are a model's hazards laid out for drawing and stepping.
type hazards struct {
	closed, out, swollen, strained []strike // segments shut, segments out, markets, rivals
	walks                          []int
	closures                       []closure // by hazard
	events                         []events  // by hazard
	usual                          *Weather  // a year of expected values; nil where the figures say all
}

// strike is one thing that a hazard befalls.
type strike struct {
	hazard, on int
}

// layHazards finds what befalls what. It is called once, after the check.
func (m *Model) layHazards() {
	n := len(m.corridor.Hazards)
	m.closures, m.events = make([]closure, n), make([]events, n)
	for i := range m.corridor.Hazards {
		h := &m.corridor.Hazards[i]
		switch h.Kind {
		case StormClosure:
			m.closed = appendStrikes(m.closed, i, h.Segments)
		case LevelWalk:
			m.walks = append(m.walks, i)
		case Outage:
			m.out = appendStrikes(m.out, i, h.Segments)
		case MarketShock:
			m.swollen = appendStrikes(m.swollen, i, h.Markets)
		case RivalShock:
			m.strained = appendStrikes(m.strained, i, h.Rivals)
		}
		if h.Kind.hasEvents() && !h.Contained && m.usual == nil {
			m.usual = &Weather{model: m, months: calendar.MonthsPerYear, values: make([]float64, n*calendar.MonthsPerYear)}
		}
	}
}

func appendStrikes(list []strike, hazard int, on []int) []strike {
	for _, i := range on {
		list = append(list, strike{hazard, i})
	}
	return list
}

// refreshHazards finds anew what follows from the numbers of the hazards.
func (m *Model) refreshHazards() {
	if m.usual != nil {
		m.usual.Reset()
	}
	for i := range m.corridor.Hazards {
		h := &m.corridor.Hazards[i]
		switch {
		case h.Kind == StormClosure:
			m.closures[i].refresh(h, m.corridor.Segments)
		case h.Kind.hasEvents():
			m.events[i].refresh(h)
			if !h.Contained {
				copy(m.usual.of(i), m.events[i].mean[:])
			}
		}
	}
}
