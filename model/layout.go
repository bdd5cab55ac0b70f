package model

import "slices"

// flow is one market on one route.
type flow struct {
	market, route int
	first, end    int // its legs
	rival         bool
	via           int     // of a rival, its terms
	trail         int     // the congested segments it passes
	utility       float64 // ln(base share) + θ × base cost, the constant of the choice
	penalty       float64
	gramsPerT     float64 // emissions, g CO2e
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

func (m *Model) addFlow(market, route int) {
	r := &m.corridor.Markets[market].Routes[route]
	f := flow{
		market: market, route: route, first: len(m.legs), rival: r.Rival, via: r.Via,
		penalty: r.ReliabilityUSDPerT,
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
// flows have where there is one.
func (m *Model) layTrail(f *flow) {
	var trail []int32
	for _, s := range m.ways[f.first:f.end] {
		if m.corridor.Segments[s].Congestion.Alpha != 0 {
			trail = append(trail, s)
		}
	}
	f.trail = slices.IndexFunc(m.trails, func(t []int32) bool { return slices.Equal(t, trail) })
	if f.trail < 0 {
		f.trail = len(m.trails)
		m.trails = append(m.trails, trail)
	}
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
