package model

import "math"

// demand is what would come to the corridor in the month, Mt, in the same future if no
// segment ever limited:
//
//	demand_f = D_m × share_f, of shares that follow free-flow times alone
//
// Potentials, prices, days, rivals, shocks to them, habits, and which ways there are and
// when stay as they are. Every capacity that is there at all is boundless in every weather, so
// that nothing waits, slows down or is turned away, shippers have no delay to believe in, and
// all of it passes in its month. What is not built, or has been given up, is no way in that
// future either.
func (m *Model) demand(s *State, out *Outcome) {
	if s.unlimited == nil {
		return
	}
	share, demand := s.unlimited.Share, out.FlowDemandMt
	m.eachMarket(func(market, first, end int) {
		d := s.markets.potential[market]
		for f := first; f < end; f++ {
			demand[f] = float64(d * share[f])
		}
	})
	total := 0.0
	for _, f := range m.own {
		total += demand[f]
	}
	out.DemandMt = total
}

// newUnlimited returns a state of the choices alone, with the ways of another. What choices
// write is its own, but for spaces and the sizes, which are the same in both.
func (m *Model) newUnlimited(s *State) *State {
	u := &State{Share: make([]float64, len(m.flows)), Perceived: make([]float64, len(m.flows))} // which stays 0
	u.flows = flowState{
		routes: make([]alternative, len(m.flows)), preferred: make([]float64, len(m.flows)),
		price: s.flows.price, days: s.flows.days, open: s.flows.open, sizes: s.flows.sizes,
	}
	u.markets = m.newMarketState()
	u.rivals = s.rivals
	return u
}

// resetUnlimited takes it back to before the first month.
func (m *Model) resetUnlimited(s *State) {
	m.eachMarket(func(market, first, end int) {
		s.unlimited.markets.best[market] = math.NaN()
		m.preferUnlimited(market, first, end, s)
	})
	copy(s.unlimited.Share, s.unlimited.flows.preferred)
}

// chooseUnlimited is a month of a market's choice in it.
func (m *Model) chooseUnlimited(market, first, end int, turned bool, s *State) {
	m.preferUnlimited(market, first, end, s)
	s.unlimited.markets.turned[market] = turned
	m.shift(market, first, end, s.unlimited)
}

// preferUnlimited finds what shippers would choose, which is something else only where they
// are shown other terms.
func (m *Model) preferUnlimited(market, first, end int, s *State) {
	if s.markets.shown[market] {
		s.markets.shown[market] = false
		m.prefer(market, first, end, s.unlimited)
	}
}
