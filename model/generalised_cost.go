package model

import "math"

// alternative is a route as shippers of its market see it in a month.
type alternative struct {
	utility                                  float64 // the constant of the choice; −∞ while the route is not open
	costUSD, days, rivalDays, reliabilityUSD float64

	worth  float64 // u − θ g
	weight float64 // exp(worth − the best of the market), or unweighed
}

const unweighed = -1 // its worth has changed since its exponential was taken

// generalisedCost is cost + value of time × (days + perceived delay) + reliability
// penalty, USD/t, with the value of time in USD per tonne and day (the generalised cost of
// travel: Ortúzar & Willumsen 2011, Modelling Transport, 4th ed., ch. 5).
func (a *alternative) generalisedCost(valueOfTime, perceivedDelay float64) float64 {
	return a.costUSD + float64(valueOfTime*(a.days+perceivedDelay+a.rivalDays)) + a.reliabilityUSD
}

// goBy adds what the rival asks that the route goes by.
func (a *alternative) goBy(r *terms) {
	a.costUSD += r.costUSD
	a.rivalDays = r.days
	a.reliabilityUSD += r.reliabilityUSD
}

// see takes over what another is seen to be.
func (a *alternative) see(other *alternative) {
	a.utility, a.costUSD, a.days, a.rivalDays, a.reliabilityUSD = other.utility, other.costUSD, other.days, other.rivalDays, other.reliabilityUSD
}

// show lets shippers see what flow i costs now, how long it takes, and whether it is
// open.
func (m *Model) show(i int, s *State) {
	f, a := &m.flows[i], &s.flows.routes[i]
	a.utility, a.costUSD, a.days, a.rivalDays, a.reliabilityUSD = f.utility+s.flows.sizes[i], s.flows.price[i], s.flows.days[i], 0, f.penalty
	if !s.flows.open[i] {
		a.utility = math.Inf(-1)
	}
	if f.rival && len(s.rivals.month) > 0 {
		a.goBy(&s.rivals.month[f.via])
	}
	if s.unlimited != nil {
		s.markets.shown[f.market] = true
		s.unlimited.flows.routes[i].see(a)
	}
}
