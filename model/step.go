package model

import "math"

// State is what the corridor carries from one month to the next, and the space a
// step works in. It belongs to one run of one model.
type State struct {
	Month     Month     // the month the next step simulates
	Share     []float64 // by flow: share of its market
	Backlog   []float64 // by flow: Mt waiting
	Perceived []float64 // by flow: days of delay shippers believe in

	effects         []float64    // by project, behind the conditions below
	year            int          // likewise
	base            []conditions // by segment: of the year, before projects
	now             []conditions // by segment
	moved           []bool       // by segment: to be found anew
	freeFlow        []float64    // by segment: days
	price, days     []float64    // by flow: USD/t, and days when nothing is in the way
	built           []bool       // by segment
	open            []bool       // by flow: every segment of it is built
	nameplate       []float64    // by segment: Mt per year for the corridor while it is open
	yearly          []float64    // by segment: Mt per year at mean availability
	storage, slowed []float64    // by segment
	potential       []float64    // by market
	rivals          []terms      // in the month
	rivalsYear      int          // of the terms below
	usual           []terms      // of the rivals in the year, without shocks
	delay, work     []float64    // by flow
	filling         filling
	reach           []float64 // by flow, of the filling without bound
	binding, holder []int     // by flow: segment that holds it with and without bound
	held            []float64 // by segment: Mt it holds

	// For the fillings besides the month's own.
	ones, spare  []float64
	spareBinding []int
}

// Outcome is one month of the corridor. Masses are Mt in the month.
type Outcome struct {
	Month        Month
	PotentialMt  float64 // demand before choice
	OfferedMt    float64 // new cargo and backlog that came to the corridor
	ThroughputMt float64
	DivertedMt   float64 // gave up or was refused
	QueueMt      float64 // waiting at the end of the month
	CapacityMt   float64 // of the corridor, in the month
	Binding      int     // segment that limits the capacity, −1 when none does
	TransitDays  float64 // mean over what was carried; 0 when nothing was
	CostUSDPerT  float64 // likewise
	EmissionsKt  float64
	CapexMUSD    float64

	// By segment.
	SegmentCapacityMt, LoadMt, WaitingMt, Availability []float64
	// By flow.
	FlowOfferedMt, CarriedMt, FlowDivertedMt []float64
	FlowBinding                              []int
}

// NewState returns the state before the first month: no backlog, no perceived
// delay, and the shares that shippers prefer then.
func (m *Model) NewState() *State {
	segments, flows := len(m.Segments), len(m.flows)
	s := &State{
		Share: make([]float64, flows), Backlog: make([]float64, flows), Perceived: make([]float64, flows),
		effects: make([]float64, len(m.Projects)),
		base:    make([]conditions, segments), now: make([]conditions, segments), moved: make([]bool, segments),
		freeFlow: make([]float64, segments), price: make([]float64, flows), days: make([]float64, flows),
		built: make([]bool, segments), open: make([]bool, flows), nameplate: make([]float64, segments), yearly: make([]float64, segments),
		storage: make([]float64, segments), slowed: make([]float64, segments),
		potential: make([]float64, len(m.Markets)), rivals: make([]terms, len(m.Rivals)), usual: make([]terms, len(m.Rivals)), work: make([]float64, flows),
		delay: make([]float64, flows), reach: make([]float64, flows),
		binding: make([]int, flows), holder: make([]int, flows),
		filling: filling{on: make([]pressed, segments), frozen: make([]bool, flows)},
		held:    make([]float64, segments),
		ones:    make([]float64, flows), spare: make([]float64, flows), spareBinding: make([]int, flows),
	}
	for f := range m.flows {
		if !m.flows[f].rival {
			s.ones[f] = 1
		}
	}
	m.Reset(s)
	return s
}

// Reset takes a state back to before the first month.
func (m *Model) Reset(s *State) {
	s.Month, s.year, s.rivalsYear = m.Start, math.MinInt, math.MinInt
	clear(s.Backlog)
	clear(s.Perceived)
	clear(s.Share)
	m.conditionsOf(s)
	m.rivals(s)
	m.eachMarket(func(first, end int) { m.prefer(first, end, s, s.Share) })
}

// NewOutcome returns an outcome with space for every segment and flow.
func (m *Model) NewOutcome() *Outcome {
	segments, flows := len(m.Segments), len(m.flows)
	return &Outcome{
		SegmentCapacityMt: make([]float64, segments), LoadMt: make([]float64, segments),
		WaitingMt: make([]float64, segments), Availability: make([]float64, segments),
		FlowOfferedMt: make([]float64, flows), CarriedMt: make([]float64, flows),
		FlowDivertedMt: make([]float64, flows), FlowBinding: make([]int, flows),
	}
}

// Step simulates one month: it moves the state on and writes the month's outcome
// over out. It allocates nothing.
func (m *Model) Step(s *State, out *Outcome) {
	out.Month = s.Month

	m.capacities(s, out.SegmentCapacityMt, out.Availability)
	m.rivals(s)
	m.potentials(s.Month, s.potential)
	m.eachMarket(func(first, end int) { m.choose(first, end, s) })
	m.offer(s.potential, s.Share, s.Backlog, out.FlowOfferedMt)

	m.allocate(&s.filling, out.FlowOfferedMt, out.SegmentCapacityMt, out.CarriedMt, s.reach, s.binding, s.holder)
	m.queue(out.FlowOfferedMt, out.CarriedMt, s.binding, s.storage, s.Backlog, out.FlowDivertedMt, out.WaitingMt)
	m.loads(out.CarriedMt, out.LoadMt)
	m.delays(s.freeFlow, out.LoadMt, out.SegmentCapacityMt, s.Backlog, out.CarriedMt, s.slowed, s.delay, s.Perceived)

	m.account(s, out)
	s.Month++
}

// offer is what comes to each flow: o_f = D_m × share_f + backlog_f.
func (m *Model) offer(potential, share, backlog, offered []float64) {
	for i := range m.flows {
		offered[i] = float64(potential[m.flows[i].market]*share[i]) + backlog[i]
	}
}

// potentials is the demand of each market in month t, Mt: D_m(t) = potential of
// the year ÷ 12 × season × shocks.
func (m *Model) potentials(t Month, potential []float64) {
	year := t.Year() - m.Start.Year()
	for i := range m.Markets {
		d := m.annual[i*m.years+year] / MonthsPerYear
		potential[i] = float64(d * m.Markets[i].Season[t.Index()])
	}
	for i := range m.Shocks {
		if shock := &m.Shocks[i]; shock.disturbs(shock.Market) && shock.active(t) {
			potential[shock.Market] = float64(potential[shock.Market] * shock.Factor)
		}
	}
}

// capacities finds the conditions of every segment in the month and with them
// K_s(t) in Mt: capacity per year ÷ 12 × availability of the calendar month.
func (m *Model) capacities(s *State, capacity, availability []float64) {
	m.conditionsOf(s)
	for i := range m.Segments {
		availability[i] = s.now[i].open(m.Segments[i].Availability[s.Month.Index()])
	}
	for i := range m.Shocks {
		if shock := &m.Shocks[i]; shock.disturbs(shock.Segment) && shock.active(s.Month) {
			availability[shock.Segment] = float64(availability[shock.Segment] * shock.Factor)
		}
	}
	for i := range capacity {
		availability[i] = min(1, availability[i])
		capacity[i] = float64(s.nameplate[i] / MonthsPerYear * availability[i])
	}
}

// conditionsOf applies the projects to the segments: to all when a year begins, and
// otherwise to those that a project changes whose effect has moved.
func (m *Model) conditionsOf(s *State) {
	newYear := s.Month.Year() != s.year
	if newYear {
		s.year = s.Month.Year()
		m.unchanged(s.year, s.base)
	}
	moved := newYear
	for i := range s.moved {
		s.moved[i] = newYear
	}
	for i := range m.Projects {
		p := &m.Projects[i]
		if effect := p.Effect(s.Month, m.service[i]); effect != s.effects[i] {
			s.effects[i], moved = effect, true
			for j := range p.Changes {
				s.moved[p.Changes[j].Segment] = true
			}
		}
	}
	if !moved {
		return
	}
	for i := range m.Segments {
		if s.moved[i] {
			m.derive(s, i)
		}
	}
	m.routes(s)
}

// derive finds the conditions of a segment and what follows from them.
func (m *Model) derive(s *State, i int) {
	now, factor := &s.now[i], ones
	*now = s.base[i]
	for _, e := range m.efforts[i] {
		if effect := s.effects[e.project]; effect != 0 {
			e.change.apply(effect, now, &factor)
		}
	}
	if len(m.efforts[i]) > 0 {
		now.scale(&factor)
	}
	practical := now.capacity()
	s.built[i] = practical > 0
	s.nameplate[i] = max(0, practical-now[OtherTraffic])
	s.storage[i] = max(0, now[StorageMt])
	s.freeFlow[i] = now[FreeFlowDays]
}

// routes finds what each flow pays and how long it takes, and whether there is a way for it.
func (m *Model) routes(s *State) {
	for i := range m.flows {
		f := &m.flows[i]
		price, days, open := f.fixedCost, f.ownDays, true
		for _, l := range m.legsOf(f) {
			price += s.now[l.segment][CostUSDPerT]
			days += s.freeFlow[l.segment]
			open = open && s.built[l.segment]
		}
		s.price[i], s.days[i], s.open[i] = price, days, open
	}
}

// unchanged sets the conditions of a year before any project.
func (m *Model) unchanged(year int, now []conditions) {
	fall := m.Water.FallM(year)
	for i := range m.Segments {
		now[i] = m.Segments[i].base(year, fall)
	}
}

// ones are factors that change nothing.
var ones = func() (q conditions) {
	for i := range q {
		q[i] = 1
	}
	return q
}()

// scale multiplies the conditions by the factors gathered from the projects.
func (q *conditions) scale(factor *conditions) {
	for i := range q {
		q[i] = float64(q[i] * factor[i])
	}
}

// loads is the capacity used on each segment: Σ weight × x_f.
func (m *Model) loads(carried, load []float64) {
	for s, users := range m.users {
		sum := 0.0
		for _, u := range users {
			sum += float64(u.weight * carried[u.flow])
		}
		load[s] = sum
	}
}
