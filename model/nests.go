package model

import (
	"math"

	"corridor/model/portable"
)

// nest is a group of the flows of a market. A flow of no nest is a nest of its own, so
// that the nests of a market hold each of its flows once.
type nest struct {
	index    int     // into Market.Nests, −1 of a flow by itself
	flows    []int32 // within the market
	lambda   float64
	constant float64 // (1 − λ) ln(base share of the nest)
}

// layNests lays out the nests of the markets that have any.
func (m *Model) layNests() {
	m.groups = make([][]nest, len(m.corridor.Markets))
	for i := range m.corridor.Markets {
		market := &m.corridor.Markets[i]
		if len(market.Nests) == 0 {
			continue
		}
		alone := make([]bool, len(market.Routes))
		for r := range alone {
			alone[r] = true
		}
		for n := range market.Nests {
			group := nest{index: n}
			for _, r := range market.Nests[n].Routes {
				group.flows = append(group.flows, int32(r))
				alone[r] = false
			}
			m.groups[i] = append(m.groups[i], group)
		}
		for r := range alone {
			if alone[r] {
				m.groups[i] = append(m.groups[i], nest{index: -1, flows: []int32{int32(r)}, lambda: 1})
			}
		}
	}
}

// nested reports whether the nests of a market make a difference.
func (m *Model) nested(market int) bool {
	for n := range m.groups[market] {
		if m.groups[market][n].lambda != 1 {
			return true
		}
	}
	return false
}

// solveNests fixes the constants of the choice in markets with nests. With s the base
// share of a route, s_N that of its nest N and Δg = g − g0 what it has become dearer since,
//
//	w_r = ln s_r − θ Δg_r / λ_N
//	W_N = (1 − λ_N) ln s_N + λ_N ln Σ exp(w_r), over the routes of N that are open
//	P_r = exp(W_N) / Σ exp(W) × exp(w_r) / Σ exp(w)
//
// is the nested logit (McFadden 1978; Train 2009, Discrete Choice Methods with Simulation,
// ch. 4) with utilities ln s_N + λ ln(s_r/s_N) − θ Δg, of which the pivot form keeps the
// differences alone. At Δg = 0 it is W_N = ln s_N, and P = s. What comes later into a nest
// draws beside those that were there; where none was, all that come are the nest.
func (m *Model) solveNests() {
	m.eachMarket(func(market, first, end int) {
		nests := m.corridor.Markets[market].Nests
		for n := range m.groups[market] {
			if group := &m.groups[market][n]; group.index >= 0 {
				group.lambda = nests[group.index].Dissimilarity
				group.constant = 0
				if share := m.shareOf(market, group); share > 0 {
					group.constant = float64((1 - group.lambda) * portable.Log(share))
				}
			}
		}
		if !m.nested(market) {
			return
		}
		for i := first; i < end; i++ {
			f := &m.flows[i]
			if share := m.corridor.Markets[market].Routes[f.route].Share; share > 0 {
				f.utility = portable.Log(share)
			}
		}
	})
}

// shareOf is the base share of a nest.
func (m *Model) shareOf(market int, group *nest) float64 {
	there, later := 0.0, 0.0
	for _, r := range group.flows {
		if route := &m.corridor.Markets[market].Routes[r]; route.Later {
			later += route.Share
		} else {
			there += route.Share
		}
	}
	if there > 0 {
		return there
	}
	return later
}

// preferInNests is prefer for a market with nests: P_r as solveNests has it.
func (m *Model) preferInNests(market, first, end int, s *State) {
	theta, valueOfTime := m.corridor.Markets[market].Sensitivity, m.corridor.Markets[market].ValueOfTimeUSD
	flows, routes, late, preferred := m.flows[first:end], s.flows.routes[first:end], s.Perceived[first:end], s.flows.preferred[first:end]
	groups, worth, sums := m.groups[market], s.markets.nests, s.markets.sums
	changed := math.IsNaN(s.markets.best[market])
	for n := range groups {
		scale := theta / groups[n].lambda
		for _, f := range groups[n].flows {
			r := &routes[f]
			w := r.utility - float64(scale*(r.generalisedCost(valueOfTime, late[f])-flows[f].base))
			if w != r.worth {
				r.worth, changed = w, true
			}
		}
	}
	if !changed {
		return
	}
	best := math.Inf(-1)
	for n := range groups {
		worth[n], sums[n] = groups[n].worth(routes)
		best = max(best, worth[n])
	}
	s.markets.best[market] = best
	if math.IsInf(best, -1) {
		clear(preferred)
		if m.tastes(market, s) {
			clear(s.flows.suits[first:end])
		}
		return
	}
	total := 0.0
	for n := range groups {
		worth[n] = portable.Exp(worth[n] - best)
		total += worth[n]
	}
	for n := range groups {
		for _, f := range groups[n].flows {
			preferred[f] = 0
			if sums[n] > 0 {
				preferred[f] = worth[n] / total * (routes[f].weight / sums[n])
			}
		}
	}
	if m.tastes(market, s) {
		for n := range groups {
			for _, f := range groups[n].flows { // w is against the routes of the nest, V against all
				s.flows.seen[first+int(f)] = groups[n].constant + float64(groups[n].lambda*routes[f].worth)
			}
		}
		m.suit(best+s.markets.logs[market].of(total), first, end, s)
	}
}

// worth returns what a nest is worth, W, −∞ while none of its routes is open, weighs the
// routes against the best of them, and returns the sum of their weights.
func (n *nest) worth(routes []alternative) (worth, sum float64) {
	best := math.Inf(-1)
	for _, f := range n.flows {
		best = max(best, routes[f].worth)
	}
	if math.IsInf(best, -1) {
		return best, 0
	}
	for _, f := range n.flows {
		routes[f].weight = portable.Exp(routes[f].worth - best)
		sum += routes[f].weight
	}
	return n.constant + float64(n.lambda*(best+portable.Log(sum))), sum
}
