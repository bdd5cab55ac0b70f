package model

import (
	"corridor/model/calendar"
	"corridor/model/portable"
)

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

// outages take their share of the capacity of the segments they befall, and of the
// time these count as open. Where the capacity contains its outages it is larger in a
// month without any.
func (m *Model) outages(s *State, capacity, availability []float64) {
	w, month := m.weather(s)
	if w == nil {
		return
	}
	for _, k := range m.out {
		left := w.at(k.hazard, month)
		capacity[k.on] = float64(capacity[k.on] * left)
		availability[k.on] = min(1, float64(availability[k.on]*left))
	}
}

// surges multiply the potential of the markets that shocks befall.
func (m *Model) surges(s *State) {
	w, month := m.weather(s)
	if w == nil {
		return
	}
	for _, k := range m.swollen {
		s.markets.potential[k.on] = float64(s.markets.potential[k.on] * w.at(k.hazard, month))
	}
}

// strains make the rivals that shocks befall dearer and slower, in the mean of the
// month.
func (m *Model) strains(s *State) {
	w, month := m.weather(s)
	if w == nil {
		return
	}
	for _, k := range m.strained {
		h, share := &m.corridor.Hazards[k.hazard], w.at(k.hazard, month)
		s.rivals.month[k.on].costUSD += float64(h.AddUSDPerT * share)
		s.rivals.month[k.on].days += float64(h.AddDays * share)
	}
}

// usualOutages takes the mean of the outages over the calendar off capacities that do
// not contain them.
func (m *Model) usualOutages(yearly []float64) {
	if m.usual == nil {
		return
	}
	for _, k := range m.out {
		yearly[k.on] = float64(yearly[k.on] * m.usualOut(k))
	}
}

// usualOut is the mean over the calendar of what an outage leaves.
func (m *Model) usualOut(k strike) float64 { return sum(m.usual.of(k.hazard)) / calendar.MonthsPerYear }
