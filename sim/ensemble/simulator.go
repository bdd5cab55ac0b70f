package ensemble

import (
	"math"
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

// begin puts what is drawn into the model, which is before its first month then.
func (s *simulator) begin(draw uint64, point []float64) {
	s.model.Change(func(c *model.Corridor) { s.inputs.draw(point, c) })
	if s.state.Weather != nil {
		s.weather.draw(draw, s.model)
	}
	s.model.Reset(s.state)
}

// simulate runs the future of a draw, and of its point in the design.
func (s *simulator) simulate(draw uint64, point []float64) {
	s.begin(draw, point)
	s.accounts.Start()
	s.months = 0
	s.tally.Clear()
	s.milestones.start()
	for month := range s.held {
		clear(s.held[month])
	}
	months := s.model.Corridor().Months
	for month := range months {
		s.model.Step(s.state, s.outcome)
		s.accounts.Add(s.outcome)
		s.note(month)
		at := s.outcome.Month
		ends := at.IsDecember() || month == months-1
		if !ends && !s.milestones.asked(at) {
			continue
		}
		capacities := s.accounts.Capacities(s.state, s.outcome)
		s.milestones.rates(at, s.accounts.Rates(s.outcome, capacities), ends)
		if ends {
			s.endYear(capacities)
		}
	}
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
		if metric, year := i/s.years, i%s.years; math.IsInf(v, 0) || math.IsNaN(v) && !s.accounts.MayLack(metric, s.values[throughputPlace*s.years+year]) {
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
