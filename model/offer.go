package model

// offer is what comes to each flow in the month, Mt: o_f = D_m × share_f + backlog_f.
func (m *Model) offer(s *State, out *Outcome) {
	share, backlog, offered := s.Share, s.Backlog, out.FlowOfferedMt
	m.eachMarket(func(market, first, end int) {
		d := s.markets.potential[market]
		for f := first; f < end; f++ {
			offered[f] = float64(d*share[f]) + backlog[f]
		}
	})
}
