package sim

import (
	"math"
	"math/bits"
	"time"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/sim/findings"
)

// future simulates the futures of one alternative, one after the other, and holds
// what is summarised of the last. It allocates nothing per future.
type future struct {
	inputs     inputs
	weather    *weather // nil without hazards, or with expected ones
	model      *model.Model
	state      *model.State
	outcome    *model.Outcome
	boxes      containers
	year       year
	years      int
	milestones milestones

	values   []float64 // by metric, then by year
	limiting []int     // by month: segment that limits the capacity, −1 for none
	words    int       // of a set of segments
	held     []uint64  // by month: set of the segments that hold cargo back

	months, monthsHeld int // of the year so far, and those of them in which cargo was held back
}

func (e *Ensemble) newFuture(a *Alternative, names []string) *future {
	m, err := model.New(a.Corridor.Clone())
	if err != nil {
		panic(err) // the ensemble was checked
	}
	_, years := m.Years()
	words := (len(m.Segments) + 63) / 64
	f := &future{
		inputs: e.newInputs(a, names),
		model:  m, state: m.NewState(), outcome: m.NewTotals(),
		boxes: containersOf(m, &a.Labels), years: years, milestones: newMilestones(a.Targets),
		values:   make([]float64, len(figures{})*years),
		limiting: make([]int, m.Months), words: words, held: make([]uint64, m.Months*words),
	}
	if f.weather = newWeather(m, e.Seed); f.weather != nil && !e.Expected {
		f.state.Weather = f.weather.weather
	}
	return f
}

// simulate runs the future of a draw, and of its point in the design.
func (f *future) simulate(draw uint64, point []float64) {
	f.inputs.draw(point, &f.model.Corridor)
	f.model.Refresh()
	if f.state.Weather != nil {
		f.weather.draw(draw, f.model)
	}
	f.model.Reset(f.state)
	f.year.start()
	f.months, f.monthsHeld = 0, 0
	f.milestones.start()
	clear(f.held)
	for month := range f.model.Months {
		f.model.Step(f.state, f.outcome)
		f.year.add(f.outcome, &f.boxes)
		f.note(month)
		at := f.outcome.Month
		ends := at.IsDecember() || month == f.model.Months-1
		if !ends && !f.milestones.asked(at) {
			continue
		}
		capacity := f.model.YearlyCapacityMt(f.state, f.outcome)
		f.milestones.rates(ratesOf(f.outcome, capacity, &f.boxes), ends)
		if ends {
			f.endYear(capacity)
		}
	}
}

// note remembers what limited the capacity in the month, and what held cargo back.
func (f *future) note(month int) {
	f.limiting[month] = f.outcome.Limiting
	held := f.held[month*f.words : (month+1)*f.words]
	any := uint64(0)
	for s, mt := range f.outcome.HeldBackMt {
		if findings.HoldsBack(mt) {
			held[s/64] |= 1 << (s % 64)
			any = 1
		}
	}
	f.months++
	f.monthsHeld += int(any)
}

func (f *future) endYear(capacity float64) {
	row := f.year.figures(capacity, &f.boxes)
	year := f.outcome.Month.Year()
	for metric, v := range row {
		f.values[metric*f.years+year-f.model.Start.Year()] = v
	}
	december := calendar.NewMonth(year, time.December)
	f.milestones.annual(december, &row)
	if f.monthsHeld == f.months {
		f.milestones.heldBack(december)
	}
	f.months, f.monthsHeld = 0, 0
	f.year.next()
}

// failure returns the metric and year, by their positions, of the first figure that
// is no finite number, or −1. A mean has no value where there is nothing to take it of,
// which is no failure.
func (f *future) failure() (metric, year int) {
	for i, v := range f.values {
		if metric, year := i/f.years, i%f.years; math.IsInf(v, 0) || math.IsNaN(v) && !f.lacks(metric, year) {
			return metric, year
		}
	}
	return -1, -1
}

// lacks reports whether a metric has no value in a year: time and cost where nothing
// was carried, utilisation where there was no capacity, containers where the scenario
// does not know what they weigh.
func (f *future) lacks(metric, year int) bool {
	switch metric {
	case daysPlace, costPlace:
		return f.values[throughputPlace*f.years+year] <= 0
	}
	return metric == utilisationPlace || metric == containersPlace && f.boxes.tonnesPerTEU <= 0
}

// eachHeld visits the segments that held cargo back, month by month.
func (f *future) eachHeld(visit func(month, segment int)) {
	for i, word := range f.held {
		for ; word != 0; word &= word - 1 {
			visit(i/f.words, i%f.words*64+bits.TrailingZeros64(word))
		}
	}
}
