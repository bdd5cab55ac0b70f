package model

import (
	"encoding/binary"

	"corridor/model/fill"
)

// layout is what is connected with what, which no change of numbers moves.
type layout struct {
	flows     []flow
	legs      []leg        // the segments of all flows, flow by flow
	ways      []int32      // the segments of legs alone
	through   [][]int32    // by segment: the flows that pass it, in their order
	bounded   []int32      // the flows that pass a segment
	own       []int32      // the flows of the corridor, not of rivals
	outlets   []outlet     // the flows that take what others turn away
	outletOf  []int        // by market: the same, −1 where there is none
	firstOf   []int        // by market: its first flow
	boundless []bool       // by flow: it passes no segment, and is no outlet
	most      []float64    // by market: the most that is lost with a tonne, USD; 0 where it is not known
	rooms     []room       // of segments: the first of each, then the further
	further   []room       // of segments whose loads both ways take more than one
	furtherOf []int32      // by segment: its first of these; that of the next is behind its last
	sharing   *fill.System // of segments among flows
	paces     []float64    // by segment: how fast it works after it was shut
	congested []int        // segments that slow down as they fill
	trails    [][]int32    // lists of those of them that flows pass, in the order of the flow
	groups    [][]nest     // by market: its nests
	sizes     []sizing     // by market: how much of their ways they share
	every     fill.Groups  // all segments, to find the load of
	crowded   fill.Groups  // those that slow down
}

// flow is one market on one route.
type flow struct {
	market, route int
	first, end    int // its legs
	rival         bool
	via           int     // of a rival, its terms
	trail         int     // the congested segments it passes
	utility       float64 // ln(base share) + θ × base cost, the constant of the choice; without the cost where there are nests
	base          float64 // base cost, USD/t
	size          float64 // ln of the path size to which the base share belongs
	penalty       float64
	gramsPerT     float64 // emissions, g CO2e
	dayUSD        float64 // what a day is worth to its shippers, USD/t
	lag           float64 // share of the news about delays that is believed in a month
}

// leg is a flow's use of one segment.
type leg struct {
	segment int
	weight  float64 // capacity used per tonne
}

// FlowName names a flow in results.
type FlowName struct {
	Market, Cargo, Route string
	Rival                bool
}

// layFlows makes a flow of every route of every market, and lays out how they meet.
func (m *Model) layFlows() {
	segments := m.corridor.Segments
	for i := range m.corridor.Markets {
		for j := range m.corridor.Markets[i].Routes {
			m.addFlow(i, j)
		}
	}
	m.paces = make([]float64, len(segments))
	m.through = make([][]int32, len(segments))
	for i := range segments {
		if segments[i].slows() {
			m.congested = append(m.congested, i)
		}
	}
	class, trails := make([]int, len(m.flows)), map[string]int{}
	for i := range m.flows {
		f := &m.flows[i]
		class[i] = -m.corridor.Markets[f.market].Priority // the lower is served first
		m.layTrail(f, trails)
		for _, l := range m.legsOf(f) {
			m.through[l.segment] = append(m.through[l.segment], int32(i))
		}
		if f.end > f.first {
			m.bounded = append(m.bounded, int32(i))
		}
		if !f.rival {
			m.own = append(m.own, int32(i))
		}
	}
	m.layNests()
	m.laySizes()
	m.layRooms()
	m.sharing = fill.NewInClasses(len(m.rooms), m.uses(), class)
	m.every = m.sharing.All()
	m.crowded = m.sharing.With(func(i int) bool { return segments[m.rooms[i].segment].slows() })
}

func (m *Model) addFlow(market, route int) {
	r := &m.corridor.Markets[market].Routes[route]
	f := flow{
		market: market, route: route, first: len(m.legs), rival: r.Rival, via: r.Via,
	}
	for i, s := range r.Segments {
		m.legs = append(m.legs, leg{s, r.Weights[i]})
		m.ways = append(m.ways, int32(s))
		f.gramsPerT += float64(m.corridor.Segments[s].DistanceKm * m.corridor.Segments[s].EmissionsG)
	}
	f.end = len(m.legs)
	m.flows = append(m.flows, f)
}

// layTrail gives a flow the list of the congested segments it passes, one that other
// flows have where there is one: known has the index of each by what is in it.
func (m *Model) layTrail(f *flow, known map[string]int) {
	var trail []int32
	var key []byte
	for _, s := range m.ways[f.first:f.end] {
		if m.corridor.Segments[s].slows() {
			trail, key = append(trail, s), binary.NativeEndian.AppendUint32(key, uint32(s))
		}
	}
	at, found := known[string(key)]
	if !found {
		at = len(m.trails)
		known[string(key)] = at
		m.trails = append(m.trails, trail)
	}
	f.trail = at
}

// Flows names the flows in the order results list them: market by market, route
// by route.
func (m *Model) Flows() []FlowName {
	names := make([]FlowName, len(m.flows))
	for i, f := range m.flows {
		market := &m.corridor.Markets[f.market]
		names[i] = FlowName{market.Name, market.Cargo, market.Routes[f.route].Name, f.rival}
	}
	return names
}

func (m *Model) legsOf(f *flow) []leg { return m.legs[f.first:f.end] }

// refreshSegments takes over the numbers of segments that a month looks at.
func (m *Model) refreshSegments() {
	for i := range m.corridor.Segments {
		m.paces[i] = m.corridor.Segments[i].pace()
	}
}

// refreshFlows takes over the numbers of markets and routes that a month looks at.
func (m *Model) refreshFlows() {
	for i := range m.flows {
		f := &m.flows[i]
		market := &m.corridor.Markets[f.market]
		f.penalty, f.lag = market.Routes[f.route].ReliabilityUSDPerT, market.PerceptionLag
		f.dayUSD = market.ValueOfTimeUSD
	}
	for i := range m.most {
		m.most[i] = m.corridor.Economics.LostUSDPerT(m.corridor.Markets[i].Cargo)
	}
}
