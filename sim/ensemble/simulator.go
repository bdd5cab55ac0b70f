package ensemble

import (
	"time"

	"corridor/model"
	"corridor/model/bitset"
	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// simulator simulates the futures of one alternative, one after the other, and holds
// what is counted of the last. It allocates nothing per future.
type simulator struct {
	inputs     inputs
	weather    *weather // nil without hazards, or with expected ones
	model      *model.Model
	state      *model.State
	outcome    *model.Outcome
	accounts   *sim.Accounts
	years      int
	milestones milestones

	values   []float64                      // by metric, then by year
	figure   func(metric, year int) float64 // of them
	limiting []int                          // by month: segment that limits the capacity, −1 for none
	held     []bitset.Set                   // by month: the segments that hold cargo back
	limits   []int                          // by year: segment that limits the capacity at its end, −1 for none
	holds    []int                          // by year: segment that held most cargo back, −1 for none

	own    []int32        // the flows of the corridor
	months int            // of the year so far
	tally  findings.Tally // of what was held back in them
}

func (e *Ensemble) newSimulator(a *Alternative, names []string) *simulator {
	m, err := model.New(a.Corridor.Clone())
	if err != nil {
		panic(err) // the ensemble was checked
	}
	c := m.Corridor()
	_, years := c.Years()
	s := &simulator{
		inputs: e.newInputs(a, names),
		model:  m, state: m.NewState(), outcome: m.NewTotals(),
		accounts: sim.NewAccounts(m, &a.Labels), years: years, milestones: newMilestones(a.Targets),
		values:   make([]float64, len(sim.Figures{})*years),
		limiting: make([]int, c.Months), held: bitset.Several(c.Months, len(c.Segments)),
		limits: make([]int, years), holds: make([]int, years), own: sim.OwnFlows(m), tally: findings.NewTally(len(c.Segments)),
	}
	s.figure = func(metric, year int) float64 { return s.values[metric*s.years+year] }
	if s.weather = newWeather(m, e.Seed); s.weather != nil && !e.Expected {
		s.state.Weather = s.weather.weather
	}
	return s
}

// draw puts what a draw, and its point in the design, has into the model.
func (s *simulator) draw(draw uint64, point []float64) {
	s.model.Change(func(c *model.Corridor) { s.inputs.draw(point, c) })
	if s.state.Weather != nil {
		s.weather.draw(draw, s.model)
	}
}

// simulate runs the future that was drawn.
func (s *simulator) simulate() {
	s.model.Reset(s.state)
	s.begin()
	for month := range s.held {
		s.model.Step(s.state, s.outcome)
		s.add(month)
		if s.asked(month) {
			s.look(month, s.accounts.Capacities(s.state, s.outcome))
		}
	}
}

// begin forgets the future before.
func (s *simulator) begin() {
	s.accounts.Start()
	s.months = 0
	s.tally.Clear()
	s.milestones.start()
	for month := range s.held {
		clear(s.held[month])
	}
}

// add counts the month that was simulated last.
func (s *simulator) add(month int) {
	s.accounts.Add(s.outcome)
	s.note(month)
}

// look looks at the figures after a month, and ends a year.
func (s *simulator) look(month int, c sim.Capacities) {
	ends := s.ends(month)
	s.milestones.rates(s.at(month), s.accounts.Rates(s.outcome, c), ends)
	if ends {
		s.endYear(c)
	}
}

// asked reports whether the capacities after a month are asked for.
func (s *simulator) asked(month int) bool {
	return s.ends(month) || s.milestones.asked(s.at(month))
}

// ends reports whether a year, or the future, ends with a month.
func (s *simulator) ends(month int) bool {
	return s.model.Corridor().EndsYear(s.at(month))
}

func (s *simulator) at(month int) calendar.Month {
	return s.model.Corridor().Start + calendar.Month(month)
}

// note remembers what limited the capacity in the month, and what held cargo back.
func (s *simulator) note(month int) {
	s.limiting[month] = s.outcome.Limiting
	for segment, mt := range s.outcome.HeldBackMt {
		if findings.HoldsBack(mt) {
			s.held[month].Add(segment)
		}
	}
	s.months++
	s.tally.Add(s.outcome.HeldBackMt)
}

func (s *simulator) endYear(c sim.Capacities) {
	row := s.accounts.EndYear(c)
	year := s.outcome.Month.Year()
	at := year - s.model.Corridor().Start.Year()
	for metric, v := range row {
		s.values[metric*s.years+at] = v
	}
	_, s.limits[at] = s.model.Limit(s.state, s.own)
	s.holds[at] = s.tally.Most()
	december := calendar.NewMonth(year, time.December)
	s.milestones.annual(december, &row)
	if s.tally.Months == s.months {
		s.milestones.heldBack(december)
	}
	s.months = 0
	s.tally.Clear()
}

var throughputPlace = sim.MetricPlace(tables.Annual.ThroughputMt)

// failure returns the metric and year, by their positions, of the first figure that
// is no finite number, or −1. A mean has no value where there is nothing to take it of,
// which is no failure.
func (s *simulator) failure() (metric, year int) {
	for i, v := range s.values {
		if metric, year := i/s.years, i%s.years; s.accounts.Fails(metric, v, s.values[throughputPlace*s.years+year]) {
			return metric, year
		}
	}
	return -1, -1
}

// eachHeld visits the segments that held cargo back, month by month.
func (s *simulator) eachHeld(visit func(month, segment int)) {
	for month, held := range s.held {
		for segment := range held.All() {
			visit(month, segment)
		}
	}
}
