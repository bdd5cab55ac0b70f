package model

import (
	"math"

	"corridor/model/portable"
)

// solveConstants fixes the constants of the choice on the base year, so that the
// base shares come out when every route has its free-flow cost and time: with
// utility u_r = ln(share_r) + θ g0_r the multinomial logit
//
//	P_r = exp(u_r − θ g_r) / Σ exp(u − θ g)
//
// gives P = share at g = g0 (the incremental or pivot-point logit: Kumar 1980,
// Transportation Research Record 775; Ben-Akiva & Lerman 1985, §5.6). A route
// with no share in the base year is never chosen.
func (m *Model) solveConstants() {
	for i := range m.flows {
		f := &m.flows[i]
		market := &m.Markets[f.market]
		f.utility = math.Inf(-1)
		if share := market.Routes[f.route].Share; share > 0 {
			f.utility = portable.Log(share) + float64(market.Sensitivity*m.baseCost(f))
		}
	}
}

// baseCost is the generalised cost of a flow in the base year, USD/t.
func (m *Model) baseCost(f *flow) float64 {
	cost, days := f.fixedCost, f.ownDays
	for _, l := range m.legsOf(f) {
		s := &m.Segments[l.segment]
		cost += s.CostUSDPerT
		days += s.FreeFlowDays
	}
	return cost + float64(m.Markets[f.market].ValueOfTimeUSD*days) + f.penalty
}

// generalisedCost is cost + value of time × (days + perceived delay) +
// reliability penalty, USD/t.
func (m *Model) generalisedCost(f *flow, now []conditions, perceivedDelay float64) float64 {
	cost, days := f.fixedCost, f.ownDays+perceivedDelay
	for _, l := range m.legsOf(f) {
		cost += now[l.segment][CostUSDPerT]
		days += now[l.segment][FreeFlowDays]
	}
	return cost + float64(m.Markets[f.market].ValueOfTimeUSD*days) + f.penalty
}

// open reports whether every segment of a flow has been built.
func (m *Model) open(f *flow, nameplate []float64) bool {
	for _, l := range m.legsOf(f) {
		if nameplate[l.segment] <= 0 {
			return false
		}
	}
	return true
}

// choose moves the shares of a market's flows, from first up to end, towards the
// logit choice: share ← share + ι (P − share). A flow whose segments are not all
// built is no choice. Work holds one number per flow.
func (m *Model) choose(first, end int, now []conditions, nameplate, perceived, work, share []float64) {
	market := &m.Markets[m.flows[first].market]
	if end-first == 1 {
		share[first] = 0
		if m.open(&m.flows[first], nameplate) {
			share[first] = 1
		}
		return
	}
	best := math.Inf(-1)
	for f := first; f < end; f++ {
		work[f] = math.Inf(-1)
		if flow := &m.flows[f]; m.open(flow, nameplate) {
			work[f] = flow.utility - float64(market.Sensitivity*m.generalisedCost(flow, now, perceived[f]))
		}
		best = max(best, work[f])
	}
	if math.IsInf(best, -1) {
		clear(share[first:end]) // no way to go at all
		return
	}
	sum := 0.0
	for f := first; f < end; f++ {
		work[f] = portable.Exp(work[f] - best)
		sum += work[f]
	}
	for f := first; f < end; f++ {
		share[f] += float64(market.Inertia * (work[f]/sum - share[f]))
	}
}
