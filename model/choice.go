package model

import (
	"math"

	"corridor/model/portable"
)

// solveConstants fixes the constants of the choice on the base year, so that the
// base shares come out when every route has its free-flow cost and time of that
// year: with utility u_r = ln(share_r) + θ g0_r the multinomial logit
//
//	P_r = exp(u_r − θ g_r) / Σ exp(u − θ g)
//
// gives P = share at g = g0 (the incremental or pivot-point logit: Kumar 1980,
// Transportation Research Record 775). A route with no share in the base year is never
// chosen.
//
// The base terms are those of the base year as they were when the shares were found:
// a price that a scenario changes on top moves shares as any change does, and does not
// move the point at which they are known.
func (m *Model) solveConstants() {
	for i := range m.flows {
		f := &m.flows[i]
		market := &m.corridor.Markets[f.market]
		f.utility, f.base = math.Inf(-1), 0
		if share := market.Routes[f.route].Share; share > 0 {
			f.base = m.baseCost(f)
			f.utility = portable.Log(share) + float64(market.Sensitivity*f.base)
		}
	}
	m.solveNests()
	m.solveSizes()
}

// prefer finds what shippers of a market, whose flows run from first up to end,
// would choose, by the multinomial logit (McFadden 1974, in Zarembka, Frontiers in
// Econometrics, 105–142): P_r for every route, 0 for one whose segments are not all built, and
// for all of them where there is no way to go. What a route is worth, u − θ g, is
// found every month, and exponentials only of what has changed.
func (m *Model) prefer(market, first, end int, s *State) {
	if s.markets.turned[market] && m.sizes[market].ways != nil {
		m.resize(market, first, end, s)
	}
	if m.nested(market) {
		m.preferInNests(market, first, end, s)
		return
	}
	theta, valueOfTime := m.corridor.Markets[market].Sensitivity, m.corridor.Markets[market].ValueOfTimeUSD
	routes, late, preferred := s.flows.routes[first:end], s.Perceived[first:end], s.flows.preferred[first:end]
	best, changed := math.Inf(-1), false
	for f := range routes {
		r := &routes[f]
		worth := r.utility - float64(theta*r.generalisedCost(valueOfTime, late[f]))
		if worth != r.worth {
			r.worth, r.weight, changed = worth, unweighed, true
		}
		if worth > best {
			best = worth
		}
	}
	anew := best != s.markets.best[market]
	if !changed && !anew {
		return
	}
	s.markets.best[market] = best
	if math.IsInf(best, -1) {
		clear(preferred)
		if m.tastes(market, s) {
			clear(s.flows.suits[first:end])
		}
		return
	}
	sum := 0.0
	for f := range routes {
		r := &routes[f]
		if anew || r.weight == unweighed {
			r.weight = portable.Exp(r.worth - best)
		}
		sum += r.weight
	}
	for f := range preferred {
		preferred[f] = routes[f].weight / sum
	}
	if m.tastes(market, s) {
		seen := s.flows.seen[first:end]
		for f := range seen {
			seen[f] = routes[f].worth
		}
		m.suit(best+s.markets.logs[market].of(sum), first, end, s)
	}
}

// choose finds what rivals offer, and moves the shares of every market's flows towards
// what shippers prefer.
func (m *Model) choose(s *State) {
	m.rivals(s)
	m.eachMarket(func(market, first, end int) {
		turned := s.markets.turned[market]
		m.prefer(market, first, end, s)
		m.shift(market, first, end, s)
		if s.unlimited != nil {
			m.chooseUnlimited(market, first, end, turned, s)
		}
	})
}

// shift moves the shares of a market's flows towards what its shippers prefer: share ← share
// + ι (P − share) (as choices are updated from day to day in Cantarella & Cascetta 1995,
// Transportation Science 29(4), 305–329). Habit holds nobody to a way that is not there:
// its share goes to the others in proportion to P, and a market that opens begins with P.
func (m *Model) shift(market, first, end int, s *State) {
	inertia := m.corridor.Markets[market].Inertia
	if s.markets.turned[market] {
		s.markets.turned[market] = false
		m.reassign(market, first, end, s)
	}
	if m.counts(s) {
		m.gain(market, first, end, s)
		return
	}
	shares, preferred := s.Share[first:end], s.flows.preferred[first:end]
	for f := range shares {
		shares[f] += float64(inertia * (preferred[f] - shares[f]))
	}
}

// reassign gives the shares of ways that have closed to those that are open.
func (m *Model) reassign(market, first, end int, s *State) {
	if m.tastes(market, s) {
		m.settle(market, first, end, s)
	}
	held, freed := 0.0, 0.0
	for f := first; f < end; f++ {
		if s.flows.open[f] {
			held += s.Share[f]
		} else {
			freed += s.Share[f]
			s.Share[f] = 0
		}
	}
	if held == 0 {
		freed = 1
	}
	for f := first; f < end; f++ {
		s.Share[f] += float64(freed * s.flows.preferred[f])
	}
}

// eachMarket calls do with each market, its first flow and the one after its last.
func (m *Model) eachMarket(do func(market, first, end int)) {
	first := 0
	for market := range m.corridor.Markets {
		end := first + len(m.corridor.Markets[market].Routes)
		do(market, first, end)
		first = end
	}
}
