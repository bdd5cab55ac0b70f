package model

import "corridor/model/portable"

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
	first  Month
	months int
	values []float64 // month by month, hazard by hazard
}

// Uniform is a source of random numbers, each above 0 and below 1.
type Uniform interface{ Float64() float64 }

// strike is one thing that a hazard befalls.
type strike struct {
	hazard, on int
}

// hazards are a model's hazards laid out for drawing and stepping.
type hazards struct {
	closed, out, swollen, strained []strike // segments shut, segments out, markets, rivals
	walks                          []int
	closures                       []closure                // by hazard
	mean                           [][MonthsPerYear]float64 // by hazard, of what its events do
	usual                          *Weather                 // a year of expected values; nil where nothing has any besides the figures
}

// layHazards finds what befalls what. It is called once, after the check.
func (m *Model) layHazards() {
	n := len(m.Hazards)
	m.closures, m.mean = make([]closure, n), make([][MonthsPerYear]float64, n)
	for i := range m.Hazards {
		h := &m.Hazards[i]
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
			m.usual = &Weather{model: m, months: MonthsPerYear, values: make([]float64, n*MonthsPerYear)}
		}
	}
}

func appendStrikes(list []strike, hazard int, on []int) []strike {
	for _, i := range on {
		list = append(list, strike{hazard, i})
	}
	return list
}

// refreshHazards finds the distributions and means anew.
func (m *Model) refreshHazards() {
	for i := range m.Hazards {
		h := &m.Hazards[i]
		switch {
		case h.Kind == StormClosure:
			m.closures[i].refresh(h, m.Segments)
		case h.Kind.hasEvents():
			m.mean[i] = h.meanOf()
		}
	}
	if m.usual != nil {
		m.usual.Reset()
		for i := range m.Hazards {
			if h := &m.Hazards[i]; h.Kind.hasEvents() && !h.Contained {
				for month, v := range m.mean[i] {
					*m.usual.at(month, i) = v
				}
			}
		}
	}
}

// meanOf is the mean of what the hazard's events do, by calendar month. For events of
// a Poisson process with effects that multiply, E Π f = exp(Σ mean number × (f − 1)),
// and for effects that add up, Σ mean number × effect (Campbell's theorem; Kingman
// 1993, Poisson Processes, §3.2).
func (h *Hazard) meanOf() [MonthsPerYear]float64 {
	mean := h.Events.share()
	for month, share := range mean {
		switch h.Kind {
		case Outage:
			mean[month] = portable.Exp(-float64(h.Severity * share))
		case MarketShock:
			mean[month] = portable.Exp(float64((h.Factor - 1) * share))
		}
	}
	return mean
}

// NewWeather returns a weather for the months simulated, of expected values.
func (m *Model) NewWeather() *Weather {
	w := &Weather{model: m, first: m.Start, months: m.Months, values: make([]float64, len(m.Hazards)*m.Months)}
	w.Reset()
	return w
}

// Reset takes a weather back to what the corridor's figures say: every closure and
// the water at their means, and no event besides those the figures contain.
func (w *Weather) Reset() {
	for i := range w.model.Hazards {
		calm := 0.0
		if k := w.model.Hazards[i].Kind; k == StormClosure || k == Outage || k == MarketShock {
			calm = 1
		}
		for month := range w.months {
			*w.at(month, i) = calm
		}
	}
}

// at returns the place of a hazard's number in a month, counted from the first.
func (w *Weather) at(month, hazard int) *float64 {
	return &w.values[month*len(w.model.Hazards)+hazard]
}

// in returns the numbers of a month by hazard; one beyond the weather's months has
// those of a month within.
func (w *Weather) in(t Month) []float64 {
	n := len(w.model.Hazards)
	first := int(t-w.first) % w.months * n
	return w.values[first : first+n]
}

// Realise draws hazard i, over the weather as Reset leaves it. The numbers it takes
// are the hazard's own and in a fixed order: a closure one for each month, a walk one
// for each year after the last one whose level is known, events as Events.spread says.
// It allocates nothing.
func (m *Model) Realise(i int, numbers Uniform, w *Weather) {
	h := &m.Hazards[i]
	switch h.Kind {
	case StormClosure:
		for month := range w.months {
			shut := &m.closures[i].shut[(w.first + Month(month)).Index()]
			*w.at(month, i) = shut.draw(numbers.Float64())
		}
	case LevelWalk:
		m.walk(i, numbers, w)
	case RivalShock:
		h.Events.spread(w.first, w.months, numbers, func(month int, share float64) { *w.at(month, i) += share })
	default:
		effect := h.Factor - 1
		if h.Kind == Outage {
			effect = -h.Severity
		}
		h.Events.spread(w.first, w.months, numbers, func(month int, share float64) {
			v := w.at(month, i)
			*v = float64(*v * (1 + float64(effect*share)))
		})
	}
	if h.Contained && h.Kind.hasEvents() {
		m.lessMean(i, w)
	}
}

// lessMean takes out of a hazard's numbers the mean that the figures contain.
func (m *Model) lessMean(i int, w *Weather) {
	for month := range w.months {
		v, mean := w.at(month, i), m.mean[i][(w.first+Month(month)).Index()]
		if m.Hazards[i].Kind == RivalShock {
			*v -= mean
		} else {
			*v /= mean
		}
	}
}

// walk draws the level of the water: from the last year whose level is known on, each
// year adds a normal step to it.
func (m *Model) walk(i int, numbers Uniform, w *Weather) {
	level, year := 0.0, m.Water.known(w.first.Year())
	for month := range w.months {
		for now := (w.first + Month(month)).Year(); year < now; year++ {
			level += float64(m.Hazards[i].SDMPerYear * portable.NormQuantile(numbers.Float64()))
		}
		*w.at(month, i) = level
	}
}
