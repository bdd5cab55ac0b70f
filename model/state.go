package model

import (
	"math"

	"corridor/model/bitset"
	"corridor/model/calendar"
	"corridor/model/fill"
)

// State is what the corridor carries from one month to the next, and the space a
// step works in. It belongs to one run of one model.
type State struct {
	Month     calendar.Month // the month the next step simulates
	Share     []float64      // by flow: share of its market
	Backlog   []float64      // by flow: Mt waiting
	Perceived []float64      // by flow: days of delay shippers believe in
	Weather   *Weather       // what the hazards come to, to be set before Reset; nil for their expected values

	at              calendar.Month                    // the month that the conditions below are of
	effects         []float64                         // by project
	base            []conditions                      // by segment: of the year, before projects
	now             []conditions                      // by segment
	altered         bitset.Set                        // alterations to be found anew
	derived         bitset.Set                        // segments of which something is to be derived anew
	aspects         []aspects                         // by segment: what
	rerouted        bitset.Set                        // flows whose price, time or opening is to be found anew
	crossings       []crossing                        // by segment
	closed          []bool                            // by segment: there is nothing to cross by
	shut            []int32                           // by flow: how many of its segments are closed
	price, days     []float64                         // by flow: USD/t, and days when nothing is in the way
	open            []bool                            // by flow: every segment of it is built
	nameplate       []float64                         // by segment: Mt per year for the corridor while it is open
	monthly         []float64                         // by segment: a twelfth of it
	opening         [calendar.MonthsPerYear][]float64 // by calendar month and segment: share of it that is open, before shocks
	meanOpening     []float64                         // by segment
	yearly          []float64                         // by segment: Mt per year at mean availability
	storage, slowed []float64                         // by segment
	trails          []float64                         // by trail: days that congestion adds
	potential       []float64                         // by market
	rivals          []terms                           // in the month
	rivalsYear      int                               // of the terms below
	usual           []terms                           // of the rivals in the year, without shocks
	shown           []terms                           // of the rivals, as shippers see them
	routes          []alternative                     // by flow
	turned          []bool                            // by market: a way of it has opened or closed
	best            []float64                         // by market: the most that a route is worth
	preferred       []float64                         // by flow: P
	delay           []float64                         // by flow
	filling         *fill.Workspace
	reach           []float64 // by flow, of the filling without bound
	binding, holder []int     // by flow: segment that holds it with and without bound
	held            []float64 // by segment: Mt it holds

	// For the fillings besides the month's own.
	ones, spare  []float64
	spareBinding []int
}

// crossing is what it takes to cross a segment when nothing is in the way.
type crossing struct {
	usdPerT, days float64
}

// Outcome is one month of the corridor. Masses are Mt in the month.
type Outcome struct {
	Month        calendar.Month
	PotentialMt  float64 // demand before choice
	OfferedMt    float64 // new cargo and backlog that came to the corridor
	ThroughputMt float64
	DivertedMt   float64 // gave up or was refused
	QueueMt      float64 // waiting at the end of the month
	CapacityMt   float64 // of the corridor, in the month
	Limiting     int     // segment that limits the capacity, −1 when none does
	TransitDays  float64 // mean over what was carried; NaN, no value, when nothing was
	CostUSDPerT  float64 // likewise
	EmissionsKt  float64
	CapexMUSD    float64

	// By segment.
	SegmentCapacityMt, LoadMt, Availability []float64
	HeldBackMt                              []float64 // offered and not carried, because the segment could take no more
	WaitingMt                               []float64 // what of it waits for the next month
	// By flow.
	FlowOfferedMt, CarriedMt, FlowDivertedMt []float64
	FlowBinding                              []int // segment that holds it back, −1 when it was carried whole

	loads fill.Groups // the segments LoadMt is found of
}

// NewState returns the state before the first month: no backlog, no perceived
// delay, and the shares that shippers prefer then.
func (m *Model) NewState() *State {
	segments, flows := len(m.corridor.Segments), len(m.flows)
	s := &State{
		Share: make([]float64, flows), Backlog: make([]float64, flows), Perceived: make([]float64, flows),
		effects: make([]float64, len(m.corridor.Projects)),
		base:    make([]conditions, segments), now: make([]conditions, segments),
		altered: bitset.New(len(m.altered)), derived: bitset.New(segments), aspects: make([]aspects, segments), rerouted: bitset.New(flows),
		crossings: make([]crossing, segments), closed: make([]bool, segments), shut: make([]int32, flows), price: make([]float64, flows), days: make([]float64, flows),
		open: make([]bool, flows), shown: make([]terms, len(m.corridor.Rivals)), routes: make([]alternative, flows), turned: make([]bool, len(m.corridor.Markets)),
		nameplate: make([]float64, segments), monthly: make([]float64, segments), yearly: make([]float64, segments),
		meanOpening: make([]float64, segments),
		storage:     make([]float64, segments), slowed: make([]float64, segments), trails: make([]float64, len(m.trails)),
		potential: make([]float64, len(m.corridor.Markets)), rivals: make([]terms, len(m.corridor.Rivals)), usual: make([]terms, len(m.corridor.Rivals)),
		preferred: make([]float64, flows), best: make([]float64, len(m.corridor.Markets)),
		delay: make([]float64, flows), reach: make([]float64, flows),
		binding: make([]int, flows), holder: make([]int, flows),
		filling: m.sharing.NewWorkspace(),
		held:    make([]float64, segments),
		ones:    make([]float64, flows), spare: make([]float64, flows), spareBinding: make([]int, flows),
	}
	for f := range m.flows {
		if !m.flows[f].rival {
			s.ones[f] = 1
		}
	}
	for month := range s.opening {
		s.opening[month] = make([]float64, segments)
	}
	m.Reset(s)
	return s
}

// Reset takes a state back to before the first month.
func (m *Model) Reset(s *State) {
	s.Month, s.at, s.rivalsYear = m.corridor.Start, math.MinInt, math.MinInt
	clear(s.Backlog)
	clear(s.Perceived)
	for market := range s.best {
		s.best[market] = math.NaN() // equal to nothing: weights are found anew
	}
	s.filling.Forget()
	m.conditionsOf(s)
	m.rivals(s)
	m.eachMarket(func(market, first, end int) { m.prefer(market, first, end, s) })
	copy(s.Share, s.preferred)
	clear(s.turned) // nobody has a habit yet
}

// NewOutcome returns an outcome with space for every segment and flow.
func (m *Model) NewOutcome() *Outcome {
	segments, flows := len(m.corridor.Segments), len(m.flows)
	return &Outcome{
		SegmentCapacityMt: make([]float64, segments), LoadMt: make([]float64, segments),
		HeldBackMt: make([]float64, segments), WaitingMt: make([]float64, segments), Availability: make([]float64, segments),
		FlowOfferedMt: make([]float64, flows), CarriedMt: make([]float64, flows),
		FlowDivertedMt: make([]float64, flows), FlowBinding: make([]int, flows),
		loads: m.every,
	}
}

// NewTotals returns an outcome for those who read no loads: LoadMt is found only of
// segments that slow down as they fill. All else is as in other outcomes.
func (m *Model) NewTotals() *Outcome {
	out := m.NewOutcome()
	out.loads = m.crowded
	return out
}

// besides is where an allocation goes whose reach alone is asked for.
func (s *State) besides() fill.Allocation {
	return fill.Allocation{Given: s.spare, Binding: s.spareBinding, Reach: s.reach, Holder: s.holder}
}
