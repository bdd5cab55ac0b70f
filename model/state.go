package model

import (
	"math"

	"corridor/model/bitset"
	"corridor/model/calendar"
)

// State is what the corridor carries from one month to the next, and the space a
// step works in. It belongs to one run of one model.
type State struct {
	Month   calendar.Month // the month the next step simulates
	Weather *Weather       // what the hazards come to, to be set before Reset; nil for their expected values

	// Kept from month to month, by flow.
	Share     []float64 // share of its market
	Backlog   []float64 // Mt waiting
	Perceived []float64 // days of delay shippers believe in
	taste     []float64 // share × what the way suits those who have chosen it better than its utility says

	// Of the month. What no project, year or shock changes stays as it was.
	projects projectState
	segments segmentState
	flows    flowState
	markets  marketState
	rivals   rivalState
	filling  filling
	pools    poolState

	unlimited *State // of the choices if no segment ever limited; nil where nobody asks
}

// projectState is what projects do in the month.
type projectState struct {
	effects []float64  // by project
	altered bitset.Set // alterations to be found anew
}

// segmentState is what segments are like in the month, by segment.
type segmentState struct {
	at        calendar.Month // the month it was found for
	base, now []conditions   // before projects, and with them
	derived   bitset.Set     // segments of which something is to be derived anew
	aspects   []aspects      // what

	nameplate   []float64                         // Mt per year for the corridor while it is open
	monthly     []float64                         // a twelfth of it
	opening     [calendar.MonthsPerYear][]float64 // by calendar month: share of it that is open, before shocks
	meanOpening []float64                         // share of a year's capacity that passes, what is caught up counted
	storage     []float64                         // Mt that may wait for it
	crossings   []crossing
	closed      []bool    // there is nothing to cross by
	slowed      []float64 // days that congestion adds
	deployed    []float64 // ships there over those of its own

	yearly []float64 // space, by room: Mt per year at mean availability
	held   []float64 // space: Mt a segment holds
}

// crossing is what it takes to cross a segment when nothing is in the way.
type crossing struct {
	usdPerT, days float64
}

// flowState is what the ways of flows are like in the month, by flow.
type flowState struct {
	rerouted    bitset.Set // flows whose price, time or opening is to be found anew
	price, days []float64  // USD/t, and days when nothing is in the way
	shut        []int32    // how many of its segments are closed
	open        []bool     // every segment of it is built
	routes      []alternative
	preferred   []float64 // P
	seen        []float64 // V̂, the utility of its way as shippers believe it
	suits       []float64 // P × what the way suits those who prefer it better than its utility says
	sizes       []float64 // what sharing segments adds to the utility, against when the base shares were found
	delay       []float64 // days
	trails      []float64 // by trail: days that congestion adds
}

// marketState is what markets are like in the month, by market.
type marketState struct {
	potential []float64   // Mt
	turned    []bool      // a way of it has opened or closed
	shown     []bool      // shippers are shown terms that were not weighed without limits
	best      []float64   // the most that a route or nest is worth
	logs      []logarithm // of the sum of the exponentials against the best
	rests     []logarithm // of the part of it that ways without a capacity have
	gain      []float64   // USD/t, of what is sent against the base year; NaN where no way is open
	nests     []float64   // space, by nest of one market: what it is worth
	sums      []float64   // space, likewise: the weights of its routes
	passing   []int32     // space, by segment of one market: how many of its open ways pass it
}

// rivalState is what rivals offer, by rival.
type rivalState struct {
	month []terms // in the month
	year  int     // of the following
	usual []terms // in the year, without shocks
	shown []terms // as shippers see them
}

// NewState returns the state before the first month: no backlog, no perceived
// delay, and the shares that shippers prefer then.
func (m *Model) NewState() *State {
	segments, flows := len(m.corridor.Segments), len(m.flows)
	s := &State{
		Share: make([]float64, flows), Backlog: make([]float64, flows), Perceived: make([]float64, flows), taste: make([]float64, flows),
		projects: projectState{make([]float64, len(m.corridor.Projects)), bitset.New(len(m.altered))},
		segments: newSegmentState(segments, len(m.rooms)), flows: newFlowState(flows, len(m.trails)),
		markets: m.newMarketState(), rivals: newRivalState(len(m.corridor.Rivals)),
		filling: m.newFilling(), pools: m.newPoolState(),
	}
	s.unlimited = m.newUnlimited(s)
	m.Reset(s)
	return s
}

func newSegmentState(n, rooms int) segmentState {
	s := segmentState{
		base: make([]conditions, n), now: make([]conditions, n), derived: bitset.New(n), aspects: make([]aspects, n),
		nameplate: make([]float64, n), monthly: make([]float64, n), meanOpening: make([]float64, n), storage: make([]float64, n),
		crossings: make([]crossing, n), closed: make([]bool, n), slowed: make([]float64, n),
		deployed: make([]float64, n), yearly: make([]float64, rooms), held: make([]float64, n),
	}
	for i := range s.deployed {
		s.deployed[i] = 1
	}
	for month := range s.opening {
		s.opening[month] = make([]float64, n)
	}
	return s
}

func newFlowState(n, trails int) flowState {
	return flowState{
		rerouted: bitset.New(n), price: make([]float64, n), days: make([]float64, n), shut: make([]int32, n), open: make([]bool, n),
		routes: make([]alternative, n), preferred: make([]float64, n), sizes: make([]float64, n),
		seen: make([]float64, n), suits: make([]float64, n),
		delay: make([]float64, n), trails: make([]float64, trails),
	}
}

func (m *Model) newMarketState() marketState {
	n, most, passed := len(m.corridor.Markets), 0, 0
	for market := range m.groups {
		most, passed = max(most, len(m.groups[market])), max(passed, len(m.sizes[market].segments))
	}
	return marketState{
		potential: make([]float64, n), turned: make([]bool, n), shown: make([]bool, n), best: make([]float64, n),
		gain: make([]float64, n), logs: make([]logarithm, n), rests: make([]logarithm, n),
		nests: make([]float64, most), sums: make([]float64, most), passing: make([]int32, passed),
	}
}

func newRivalState(n int) rivalState {
	return rivalState{month: make([]terms, n), usual: make([]terms, n), shown: make([]terms, n)}
}

// Reset takes a state back to before the first month.
func (m *Model) Reset(s *State) {
	s.Month, s.segments.at, s.rivals.year = m.corridor.Start, math.MinInt, math.MinInt
	clear(s.Backlog)
	clear(s.Perceived)
	for market := range s.markets.best {
		s.markets.best[market] = math.NaN() // equal to nothing: weights are found anew
		s.markets.logs[market].forget()
		s.markets.rests[market].forget()
	}
	s.filling.space.Forget()
	m.conditionsOf(s)
	m.rivals(s)
	m.eachMarket(func(market, first, end int) { m.prefer(market, first, end, s) })
	copy(s.Share, s.flows.preferred)
	copy(s.taste, s.flows.suits)
	clear(s.markets.turned) // nobody has a habit yet
	if s.unlimited != nil {
		m.resetUnlimited(s)
	}
}
