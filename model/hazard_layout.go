package model

import (
	"corridor/model/calendar"
	"corridor/model/portable"
)

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

// events are those of a hazard laid out for drawing.
type events struct {
	of    effect
	mean  [calendar.MonthsPerYear]float64 // of what they do, by calendar month
	quiet [calendar.MonthsPerYear]float64 // what a month without any has
}

// effect is what the mean of a hazard's events follows from.
type effect struct {
	known            bool
	events           Events
	severity, factor float64
}

// calm is what a hazard does where nothing happens, or what is usual.
func (k HazardKind) calm() float64 {
	if k == StormClosure || k == Outage || k == MarketShock {
		return 1 // a factor
	}
	return 0
}

// refresh finds the means anew where the hazard's numbers have changed. For events of
// a Poisson process with effects that multiply, E Π f = exp(Σ mean number × (f − 1)),
// and for effects that add up, Σ mean number × effect (Campbell's theorem; Kingman
// 1993, Poisson Processes, §3.2).
func (e *events) refresh(h *Hazard) {
	of := effect{true, h.Events, h.Severity, h.Factor}
	if e.of == of {
		return
	}
	e.of, e.mean = of, h.Events.share()
	for month, share := range e.mean {
		mean := &e.mean[month]
		switch h.Kind {
		case Outage:
			*mean = portable.Exp(-float64(h.Severity * share))
		case MarketShock:
			*mean = portable.Exp(float64((h.Factor - 1) * share))
		}
		e.quiet[month] = h.Kind.calm()
		switch {
		case h.Contained && h.Kind == RivalShock:
			e.quiet[month] = -*mean
		case h.Contained:
			e.quiet[month] = 1 / *mean
		}
	}
}

// draw writes the months of one future.
func (e *events) draw(h *Hazard, numbers Uniform, first calendar.Month, to []float64) {
	for rest := to[copy(to, e.quiet[first.Index():]):]; len(rest) > 0; {
		rest = rest[copy(rest, e.quiet[:]):]
	}
	change := -h.Severity
	if h.Kind == MarketShock {
		change = h.Factor - 1
	}
	h.Events.spread(first, len(to), numbers, func(month int, share float64) {
		if h.Kind == RivalShock {
			to[month] += share
			return
		}
		to[month] = float64(to[month] * (1 + float64(change*share)))
	})
}
