package model

import (
	"math"
	"slices"

	"corridor/model/portable"
)

// solveConstants fixes the constants of the choice on the base year, so that the
// base shares come out when every route has its free-flow cost and time of that
// year: with utility u_r = ln(share_r) + θ g0_r the multinomial logit
//
//	P_r = exp(u_r − θ g_r) / Σ exp(u − θ g)
//
// gives P = share at g = g0 (the incremental or pivot-point logit: Kumar 1980,
// Transportation Research Record 775; Ben-Akiva & Lerman 1985, §5.6). A route
// with no share in the base year is never chosen.
func (m *Model) solveConstants() {
	year := m.baseYear()
	for i := range m.Rivals {
		m.baseTerms[i] = m.Rivals[i].terms(year)
	}
	for i := range m.flows {
		f := &m.flows[i]
		market := &m.Markets[f.market]
		f.utility = math.Inf(-1)
		if share := market.Routes[f.route].Share; share > 0 {
			f.utility = portable.Log(share) + float64(market.Sensitivity*m.baseCost(f, m.baseTerms))
		}
	}
}

func (m *Model) baseYear() int {
	if m.BaseYear == 0 {
		return m.Start.Year()
	}
	return m.BaseYear
}

// terms are what a rival offers: price, time and a penalty for unreliability.
type terms struct {
	costUSD, days, reliabilityUSD float64
}

func (r *Rival) terms(year int) terms {
	return terms{r.CostUSDPerT.At(year), r.Days.At(year), r.ReliabilityUSDPerT.At(year)}
}

// rivals finds the terms of the rivals in the month, shocks included.
func (m *Model) rivals(s *State) {
	if year := s.Month.Year(); year != s.rivalsYear {
		s.rivalsYear = year
		for i := range m.Rivals {
			s.usual[i] = m.Rivals[i].terms(year)
		}
	}
	copy(s.rivals, s.usual)
	for i := range m.Shocks {
		shock := &m.Shocks[i]
		if shock.onRival() && shock.active(s.Month) {
			s.rivals[shock.Rival].costUSD += shock.AddUSDPerT
			s.rivals[shock.Rival].days += shock.AddDays
		}
	}
	if slices.Equal(s.rivals, s.asked) {
		return
	}
	copy(s.asked, s.rivals)
	for i := range m.flows {
		if m.flows[i].rival {
			m.ask(i, s)
		}
	}
}

// asked is what a route asks of shippers in a month before any delay.
type asked struct {
	utility                    float64 // of the choice; −∞ while the route is not open
	costUSD, days, reliability float64
	rivalDays                  float64 // on a rival way
}

// generalised is cost + value of time × (days + perceived delay) + reliability
// penalty, USD/t.
func (a *asked) generalised(valueOfTime, perceivedDelay float64) float64 {
	return a.costUSD + float64(valueOfTime*(a.days+perceivedDelay+a.rivalDays)) + a.reliability
}

// ask finds what flow i asks.
func (m *Model) ask(i int, s *State) {
	f, a := &m.flows[i], &s.asks[i]
	*a = asked{f.utility, s.price[i], s.days[i], f.penalty, 0}
	if !s.open[i] {
		a.utility = math.Inf(-1)
	}
	if f.rival && len(s.rivals) > 0 {
		r := &s.rivals[f.via]
		a.addTerms(r)
	}
}

// addTerms adds what a rival asks.
func (a *asked) addTerms(r *terms) {
	a.costUSD, a.rivalDays, a.reliability = a.costUSD+r.costUSD, r.days, a.reliability+r.reliabilityUSD
}

// baseCost is the generalised cost of a flow in the base year, USD/t.
func (m *Model) baseCost(f *flow, rivals []terms) float64 {
	cost, days := f.fixedCost, f.ownDays
	for _, l := range m.legsOf(f) {
		s := &m.Segments[l.segment]
		cost += s.CostUSDPerT
		days += s.FreeFlowDays
	}
	a := asked{costUSD: cost, days: days, reliability: f.penalty}
	if f.rival && len(rivals) > 0 {
		a.addTerms(&rivals[f.via])
	}
	return a.generalised(m.Markets[f.market].ValueOfTimeUSD, 0)
}

// prefer finds what shippers of a market, whose flows run from first up to end,
// would choose: P_r for every route, 0 for one whose segments are not all built, and
// for all of them where there is no way to go. What a route is worth, u − θ g, is
// found every month, and exponentials only of what has changed.
func (m *Model) prefer(market, first, end int, s *State) {
	theta, valueOfTime := m.Markets[market].Sensitivity, m.Markets[market].ValueOfTimeUSD
	worths, weights, asks, late := s.worth[first:end], s.weight[first:end], s.asks[first:end], s.Perceived[first:end]
	best, changed := math.Inf(-1), false
	for f := range asks {
		ask := &asks[f]
		g := ask.generalised(valueOfTime, late[f])
		worth := ask.utility - float64(theta*g)
		if worth != worths[f] {
			worths[f], weights[f], changed = worth, unweighed, true
		}
		if worth > best {
			best = worth
		}
	}
	anew := best != s.best[market]
	if !changed && !anew {
		return
	}
	s.best[market] = best
	preferred := s.preferred[first:end]
	if math.IsInf(best, -1) {
		clear(preferred)
		return
	}
	sum := 0.0
	for f := range weights {
		if anew || weights[f] == unweighed {
			weights[f] = portable.Exp(worths[f] - best)
		}
		sum += weights[f]
	}
	for f := range preferred {
		preferred[f] = weights[f] / sum
	}
}

const unweighed = -1 // a route whose worth has changed since its exponential was taken

// choose moves the shares of a market's flows towards what shippers prefer:
// share ← share + ι (P − share). Habit holds nobody to a way that is not there: what
// share it has goes to the others as P is, and so does all of a market that opens.
func (m *Model) choose(market, first, end int, s *State) {
	inertia := m.Markets[market].Inertia
	m.prefer(market, first, end, s)
	if s.turned[market] {
		s.turned[market] = false
		m.reassign(first, end, s)
	}
	shares, preferred := s.Share[first:end], s.preferred[first:end]
	for f := range shares {
		shares[f] += float64(inertia * (preferred[f] - shares[f]))
	}
}

// reassign gives the shares of ways that have closed to those that are open.
func (m *Model) reassign(first, end int, s *State) {
	held, freed := 0.0, 0.0
	for f := first; f < end; f++ {
		if s.open[f] {
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
		s.Share[f] += float64(freed * s.preferred[f])
	}
}

// eachMarket calls do with each market, its first flow and the one after its last.
func (m *Model) eachMarket(do func(market, first, end int)) {
	first := 0
	for market := range m.Markets {
		end := first + len(m.Markets[market].Routes)
		do(market, first, end)
		first = end
	}
}
