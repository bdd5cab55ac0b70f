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
}

// baseCost is the generalised cost of a flow in the base year, USD/t.
func (m *Model) baseCost(f *flow, rivals []terms) float64 {
	cost, days := f.fixedCost, f.ownDays
	for _, l := range m.legsOf(f) {
		s := &m.Segments[l.segment]
		cost += s.CostUSDPerT
		days += s.FreeFlowDays
	}
	return m.generalised(f, cost, days, rivals)
}

// generalisedCost is cost + value of time × (days + perceived delay) +
// reliability penalty of flow i, USD/t.
func (m *Model) generalisedCost(i int, s *State, perceivedDelay float64) float64 {
	f := &m.flows[i]
	return m.generalised(f, s.price[i], s.days[i]+perceivedDelay, s.rivals)
}

func (m *Model) generalised(f *flow, cost, days float64, rivals []terms) float64 {
	penalty := f.penalty
	if f.rival && len(rivals) > 0 {
		r := &rivals[f.via]
		cost, days, penalty = cost+r.costUSD, days+r.days, penalty+r.reliabilityUSD
	}
	return cost + float64(m.Markets[f.market].ValueOfTimeUSD*days) + penalty
}

// prefer finds what shippers of a market, whose flows run from first up to end,
// would choose: P_r for every route, 0 for one whose segments are not all built, and
// for all of them where there is no way to go. What a route is worth, u − θ g, is
// found every month, and exponentials only of what has changed.
func (m *Model) prefer(market, first, end int, s *State) {
	theta := m.Markets[market].Sensitivity
	best, changed := math.Inf(-1), false
	for f := first; f < end; f++ {
		worth := math.Inf(-1)
		if s.open[f] {
			worth = m.flows[f].utility - float64(theta*m.generalisedCost(f, s, s.Perceived[f]))
		}
		if worth != s.worth[f] {
			s.worth[f], s.weight[f], changed = worth, unweighed, true
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
	if math.IsInf(best, -1) {
		clear(s.preferred[first:end])
		return
	}
	sum := 0.0
	for f := first; f < end; f++ {
		if anew || s.weight[f] == unweighed {
			s.weight[f] = portable.Exp(s.worth[f] - best)
		}
		sum += s.weight[f]
	}
	for f := first; f < end; f++ {
		s.preferred[f] = s.weight[f] / sum
	}
}

const unweighed = -1 // a route whose worth has changed since its exponential was taken

// choose moves the shares of a market's flows towards what shippers prefer:
// share ← share + ι (P − share). Habit holds nobody to a way that is not there: what
// share it has goes to the others as P is, and so does all of a market that opens.
func (m *Model) choose(market, first, end int, s *State) {
	inertia := m.Markets[market].Inertia
	m.prefer(market, first, end, s)
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
		s.Share[f] += float64(inertia * (s.preferred[f] - s.Share[f]))
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
