package model

import (
	"math"

	"corridor/model/portable"
)

// counts reports whether the choices of a state are counted in money.
func (m *Model) counts(s *State) bool { return m.corridor.Economics.Given && s.taste != nil }

// tastes reports whether what ways are worth to shippers of a market besides their utility is
// to be known: where the choice follows cost.
func (m *Model) tastes(market int, s *State) bool {
	return m.counts(s) && m.corridor.Markets[market].Sensitivity > 0
}

// suit finds what each way suits those who prefer it better than its utility says, times how
// many they are: P (L − V̂), in units of utility, with L the logsum of the V̂. Of those who
// choose by the logit, nested or not, all come to L in the mean, whichever way they choose
// (Lindberg, Eriksson & Mattsson 1995, Environment and Planning A 27(1), 121–142).
func (m *Model) suit(logsum float64, first, end int, s *State) {
	preferred, seen, suits := s.flows.preferred[first:end], s.flows.seen[first:end], s.flows.suits[first:end]
	for f, p := range preferred {
		suits[f] = 0
		if p > 0 {
			suits[f] = float64(p * (logsum - seen[f]))
		}
	}
}

// gain finds what a tonne that the market sends in the month gains against the costs of the
// base year where nothing delays it, USD/t:
//
//	gain = Σ (share_r V_r + taste_r) / θ     with V_r = ln s_r + β Δln PS_r − θ (g_r − g0_r)
//	gain = − Σ share_r (g_r − g0_r)          where θ is 0
//
// g is what shippers meet, not what they believe: they choose by the one and pay the other
// (Leggett 2002, Environmental and Resource Economics 23, 343–355; Train 2015, Journal of
// Choice Modelling 16, 15–22). What they do meet of delays is counted as waiting.
//
// taste_r is what the way suits those who have chosen it, times their share. It follows the
// P (L − V̂) of the month as shares follow P, since the part ι of shippers looks anew and the
// others keep what they chose:
//
//	taste ← taste + ι (P (L − V̂) − taste)
//
// Where ι is 1 and beliefs are right the gain is L/θ, the logsum (Small & Rosen 1981,
// Econometrica 49(1), 105–130); without nests that is Σ P (V − ln P) / θ, the surplus of a
// representative consumer (Anderson, de Palma & Thisse 1988, International Economic Review
// 29(3), 461–466). Of shares that are a mixture of those of several months such a consumer
// would have more, as if those whom it suits best had moved; shippers who keep a choice have
// what they had.
//
// The shares move in the same pass, as shift has it.
func (m *Model) gain(market, first, end int, s *State) {
	demand := &m.corridor.Markets[market]
	theta, inertia, gain, sent := demand.Sensitivity, demand.Inertia, 0.0, 0.0
	shares := s.Share[first:end]
	n := len(shares)
	preferred := s.flows.preferred[first:end][:n]
	if theta == 0 {
		for f, share := range shares {
			share += float64(inertia * (preferred[f] - share))
			shares[f] = share
			if sent += share; share > 0 {
				cost := s.flows.routes[first+f].generalisedCost(demand.ValueOfTimeUSD, 0)
				gain -= float64(share * (cost - m.flows[first+f].base))
			}
		}
	} else {
		taste, suits, seen, late := s.taste[first:end][:n], s.flows.suits[first:end][:n], s.flows.seen[first:end][:n], s.Perceived[first:end][:n]
		feared := float64(theta * demand.ValueOfTimeUSD)
		for f, share := range shares {
			share += float64(inertia * (preferred[f] - share))
			t := taste[f]
			t += float64(inertia * (suits[f] - t))
			shares[f], taste[f] = share, t
			if share > 0 {
				sent += share
				gain += float64(share*(seen[f]+float64(feared*late[f]))) + t
			}
		}
		gain /= theta
	}
	if sent == 0 {
		gain = math.NaN()
	}
	s.markets.gain[market] = gain
}

// settle finds the tastes after ways have closed, before their shares are given to others.
// Those who had chosen an open way keep what they have; those who lose theirs choose again,
// and have what the best of the rest is to them, given that it was not the best of all. For
// all together that is the logsum of the rest: what it is less is spread over those who stay.
func (m *Model) settle(market, first, end int, s *State) {
	held, freed := 0.0, 0.0
	for f := first; f < end; f++ {
		if s.flows.open[f] {
			held += s.Share[f]
		} else {
			freed += s.Share[f]
		}
	}
	if held == 0 {
		copy(s.taste[first:end], s.flows.suits[first:end])
		return
	}
	if freed == 0 {
		return
	}
	less := portable.Log(m.rest(market, first, end, s.Share, s.flows.open))
	for f := first; f < end; f++ {
		if s.flows.open[f] {
			s.taste[f] += float64(s.Share[f]*less) + float64(freed*s.flows.suits[f])
		} else {
			s.taste[f] = 0
		}
	}
}

// rest is exp of what the logsum of a market is less without some of its ways, given the
// shares of all: Σ S_N π_N^λ_N over nests, with S_N the share of the nest and π_N the part of it
// that is left.
func (m *Model) rest(market, first, end int, shares []float64, left []bool) float64 {
	sum := 0.0
	if !m.nested(market) {
		all := 0.0
		for f := first; f < end; f++ {
			all += shares[f]
			if left[f] {
				sum += shares[f]
			}
		}
		return sum / all
	}
	total := 0.0
	for n := range m.groups[market] {
		group := &m.groups[market][n]
		all, part := 0.0, 0.0
		for _, r := range group.flows {
			all += shares[first+int(r)]
			if left[first+int(r)] {
				part += shares[first+int(r)]
			}
		}
		total += all
		if part > 0 {
			sum += float64(all * portable.Pow(part/all, group.lambda))
		}
	}
	return sum / total
}

// value counts in money what shippers gain by what they send in the month, and what those
// lose whom the corridor turns away in it.
func (m *Model) value(s *State, out *Outcome) {
	if !m.corridor.Economics.Given {
		return
	}
	gained, lost := 0.0, 0.0
	for market, potential := range s.markets.potential {
		switch gain := s.markets.gain[market]; {
		case gain == gain:
			gained += float64(potential * gain)
		case potential > 0:
			lost += float64(potential * m.lostByStaying(market, s))
		}
	}
	m.eachMarket(func(market, first, end int) {
		turnedAway := false
		for _, mt := range out.FlowDivertedMt[first:end] {
			if mt > 0 {
				turnedAway = true
			}
		}
		if turnedAway {
			refused := m.refusal(market, s)
			for i := first; i < end; i++ {
				if mt := out.FlowDivertedMt[i]; mt > 0 {
					lost += float64(mt * refused.perT(i, m, s))
				}
			}
		}
	})
	out.SurplusMUSD, out.TurnedAwayMUSD = gained-lost, lost
}

// charge takes what delays cost shippers, USD million, off what they gain. Cargo that waits at
// the end of a month loses its days: over the months that is Little's law (Little 1961),
// whatever becomes of it.
func (m *Model) charge(late float64, out *Outcome) {
	out.WaitingMUSD = late
	if out.SurplusMUSD -= late; !m.corridor.Economics.Given {
		out.SurplusMUSD, out.WaitingMUSD, out.TurnedAwayMUSD = math.NaN(), math.NaN(), math.NaN()
	}
}

// refusal is what it costs to be turned away from the ways of a market that have a capacity.
// A tonne is refused whatever the way is worth to it: the model does not know which would rather
// wait. Of those who prefer these ways, the share q, all would have L in the mean; when they
// have to take the best of the others, which for all shippers is L', they lose
//
//	(L − L') / (θ q)
//
// in the mean, −ln(1 − q) / (θ q) without nests, since the 1 − q lose nothing (what each has
// in the mean is of Lindberg, Eriksson & Mattsson 1995). To that comes the
// delay they believed in, without which the gain has them carried. What goes by an outlet, or
// where θ is 0, loses what the other way costs more, if it does: nothing is known then of what
// else a way is worth. No tonne loses more than all of its value, and that it loses where there is no
// other way.
type refusal struct {
	market   int
	byCost   bool
	other    float64 // cost of the other way, USD/t, +Inf where there is none
	rationed float64 // (L − L') / (θ q), USD/t, likewise
}

func (m *Model) refusal(market int, s *State) refusal {
	r := refusal{market: market}
	theta := m.corridor.Markets[market].Sensitivity
	if r.byCost = theta == 0 || m.outletOf[market] >= 0; r.byCost {
		r.other = m.otherCost(market, s)
	} else {
		r.rationed = m.rationed(market, s) / theta
	}
	return r
}

// perT is what a tonne of flow i loses, USD.
func (r *refusal) perT(i int, m *Model, s *State) float64 {
	valueOfTime := m.corridor.Markets[r.market].ValueOfTimeUSD
	loss := r.rationed + float64(valueOfTime*s.Perceived[i])
	if r.byCost {
		loss = positive(r.other - s.flows.routes[i].generalisedCost(valueOfTime, 0))
	}
	return atMost(loss, m.most[r.market])
}

// rationed is (L − L') / q of a market.
func (m *Model) rationed(market int, s *State) float64 {
	first, end := m.flowsOf(market)
	bounded, rest := 0.0, 0.0
	preferred, boundless := s.flows.preferred[first:end], m.boundless[first:end]
	for f, p := range preferred {
		if boundless[f] {
			rest += p
		} else {
			bounded += p
		}
	}
	if bounded < leastShare {
		return 1 // the limit
	}
	if m.nested(market) {
		rest = m.rest(market, first, end, s.flows.preferred, m.boundless)
	}
	return -s.markets.rests[market].of(rest) / bounded
}

// leastShare is a share so small that the quotient of logarithms by it would be all rounding.
const leastShare = 1e-12

// otherCost is what a way outside costs shippers of the market, USD/t: the outlet, or rivals
// by their shares; +Inf where there is none.
func (m *Model) otherCost(market int, s *State) float64 {
	valueOfTime := m.corridor.Markets[market].ValueOfTimeUSD
	if outlet := m.outletOf[market]; outlet >= 0 {
		return s.flows.routes[outlet].generalisedCost(valueOfTime, 0)
	}
	first, end := m.flowsOf(market)
	cost, all := 0.0, 0.0
	for i := first; i < end; i++ {
		if p := s.flows.preferred[i]; m.boundless[i] && p > 0 {
			all += p
			cost += float64(p * s.flows.routes[i].generalisedCost(valueOfTime, 0))
		}
	}
	if all == 0 {
		return math.Inf(1)
	}
	return cost / all
}

// lostByStaying is what a tonne of a market loses to which no way is open, USD: against its
// costs in the base year what the outlet costs more, or its value.
func (m *Model) lostByStaying(market int, s *State) float64 {
	first, end := m.flowsOf(market)
	base := 0.0
	for i := first; i < end; i++ {
		if r := &m.corridor.Markets[market].Routes[m.flows[i].route]; !r.Later {
			base += float64(r.Share * m.flows[i].base)
		}
	}
	other := math.Inf(1)
	if m.outletOf[market] >= 0 {
		other = m.otherCost(market, s)
	}
	return atMost(positive(other-base), m.most[market])
}

// atMost is a loss, no more than the most that can be lost where that is known, and NaN where
// there is no bound to it.
func atMost(loss, most float64) float64 {
	switch {
	case most > 0:
		return min(loss, most)
	case math.IsInf(loss, 1):
		return math.NaN()
	}
	return loss
}

// flowsOf returns the first flow of a market and the one after its last.
func (m *Model) flowsOf(market int) (first, end int) {
	first = m.firstOf[market]
	return first, first + len(m.corridor.Markets[market].Routes)
}
