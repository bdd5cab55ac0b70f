package model

import "corridor/model/calendar"

// Weather is what the hazards of a model come to in one future: a number for each
// hazard and month. It belongs to one run, as a State does.
//
//	StormClosure  days shut over their mean
//	LevelWalk     metres above the expected level
//	Outage        factor on the capacity
//	MarketShock   factor on the potential
//	RivalShock    share of the month in which the shock is on
//
// Of what the figures already contain the last three hold the difference from the
// mean: the factor over its mean, the share less its mean.
type Weather struct {
	model  *Model
	first  calendar.Month
	months int
	values []float64 // hazard by hazard, month by month
}

// Uniform is a source of random numbers, each above 0 and below 1.
type Uniform interface{ Float64() float64 }

// NewWeather returns a weather for the months simulated, of expected values.
func (m *Model) NewWeather() *Weather {
	w := &Weather{model: m, first: m.corridor.Start, months: m.corridor.Months, values: make([]float64, len(m.corridor.Hazards)*m.corridor.Months)}
	w.Reset()
	return w
}

// Reset takes a weather back to what the corridor's figures say: every closure and
// the water at their means, and no event besides those the figures contain.
func (w *Weather) Reset() {
	for i := range w.model.corridor.Hazards {
		w.fill(i, w.model.corridor.Hazards[i].Kind.calm())
	}
}

// of returns a hazard's numbers by month.
func (w *Weather) of(hazard int) []float64 {
	return w.values[hazard*w.months : (hazard+1)*w.months]
}

// fill gives a hazard the same number in every month.
func (w *Weather) fill(hazard int, v float64) {
	numbers := w.of(hazard)
	for month := range numbers {
		numbers[month] = v
	}
}

// month returns the place of a month among the weather's; one beyond them has the
// weather of one within.
func (w *Weather) month(t calendar.Month) int { return int(t-w.first) % w.months }

// Realise draws hazard i. The numbers it takes are the hazard's own and in a fixed
// order: a closure one for each month, a walk one for each year after the last one
// whose level is known, events as Events.spread says. It allocates nothing.
func (m *Model) Realise(i int, numbers Uniform, w *Weather) {
	h, to := &m.corridor.Hazards[i], w.of(i)
	switch h.Kind {
	case StormClosure:
		for month := range to {
			shut := &m.closures[i].shut[(w.first + calendar.Month(month)).Index()]
			to[month] = shut.draw(numbers.Float64())
		}
	case LevelWalk:
		m.walk(h.SDMPerYear, numbers, w.first, to)
	default:
		m.events[i].draw(h, numbers, w.first, to)
	}
}

// weather returns what the hazards come to and the place of the month of a state in
// it: the state's Weather, or the expected values. It is nil where the figures say all.
func (m *Model) weather(s *State) (w *Weather, month int) {
	if w = s.Weather; w == nil {
		w = m.usual
	}
	if w != nil {
		month = w.month(s.Month)
	}
	return w, month
}

// at returns a hazard's number in a month.
func (w *Weather) at(hazard, month int) float64 { return w.values[hazard*w.months+month] }
