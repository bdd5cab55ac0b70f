package model

// FlowTerms is what a route asks of the shippers of a market before any delay.
type FlowTerms struct {
	Market, Route      int // indices
	CostUSDPerT        float64
	Days               float64
	GeneralisedUSDPerT float64
}

// Terms lists the terms of every flow in the first month, projects of that month
// included.
func (m *Model) Terms() []FlowTerms {
	s := m.NewState()
	out := make([]FlowTerms, len(m.flows))
	for i := range m.flows {
		f := &m.flows[i]
		t := FlowTerms{Market: f.market, Route: f.route, CostUSDPerT: s.flows.price[i], Days: s.flows.days[i]}
		if f.rival && len(m.corridor.Rivals) > 0 {
			t.CostUSDPerT += s.rivals.month[f.via].costUSD
			t.Days += s.rivals.month[f.via].days
		}
		t.GeneralisedUSDPerT = s.flows.routes[i].generalisedCost(m.corridor.Markets[f.market].ValueOfTimeUSD, 0)
		out[i] = t
	}
	return out
}
