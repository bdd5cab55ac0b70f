package model

// outlet is a flow that takes what its market's other flows turn away.
type outlet struct {
	flow, market, first, end int // the flows of the market
}

// layOutlets lists them.
func (m *Model) layOutlets() {
	m.outletOf, m.boundless = make([]int, len(m.corridor.Markets)), make([]bool, len(m.flows))
	m.most, m.firstOf = make([]float64, len(m.corridor.Markets)), make([]int, len(m.corridor.Markets))
	m.eachMarket(func(market, first, end int) {
		m.outletOf[market], m.firstOf[market] = -1, first
		for f := first; f < end; f++ {
			m.boundless[f] = m.flows[f].end == m.flows[f].first
			if m.corridor.Markets[market].Routes[m.flows[f].route].Outlet {
				m.outlets = append(m.outlets, outlet{f, market, first, end})
				m.outletOf[market], m.boundless[f] = f, false
			}
		}
	})
}

// divert gives outlets what the other flows of their markets have turned away in the month,
// given up or refused, and all of a market to which no way is open. It has been counted as
// diverted where it was offered, and the outlet carries it outside the corridor; it comes
// besides what the market sends (Mt):
//
//	x_outlet = Σ diverted + potential where no route is open
func (m *Model) divert(s *State, out *Outcome) {
	for i := range m.outlets {
		o := &m.outlets[i]
		taken, share := 0.0, 0.0
		for f := o.first; f < o.end; f++ {
			taken += out.FlowDivertedMt[f]
			share += s.Share[f]
		}
		if share == 0 {
			taken += s.markets.potential[o.market]
		}
		out.FlowOfferedMt[o.flow], out.CarriedMt[o.flow] = taken, taken
	}
}
