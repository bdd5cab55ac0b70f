package model

import "corridor/model/calendar"

// BaseTerms are a cost, a time and a penalty to which the base shares belong, where they
// are not those of the base year: of a figure that was changed after the shares were
// found. What is nil was not changed.
type BaseTerms struct {
	CostUSDPerT, Days, ReliabilityUSDPerT *float64
}

// unless returns what a figure was, or is where it was not changed.
func unless(was *float64, is float64) float64 {
	if was != nil {
		return *was
	}
	return is
}

// of returns the terms of the base year, given what they are now in that year.
func (b *BaseTerms) of(now terms) terms {
	return terms{unless(b.CostUSDPerT, now.costUSD), unless(b.Days, now.days), unless(b.ReliabilityUSDPerT, now.reliabilityUSD)}
}

// BaseMonth is the month whose costs and times the base shares belong to: January of
// the base year.
func (c *Corridor) BaseMonth() calendar.Month { return calendar.NewMonth(c.baseYear(), 1) }

func (c *Corridor) baseYear() int {
	if c.BaseYear == 0 {
		return c.Start.Year()
	}
	return c.BaseYear
}

// baseTerms returns what crossing the segment asked when the base shares were found.
func (s *Segment) baseTerms(t calendar.Month) terms {
	return s.Base.of(terms{costUSD: dated(s.CostUSDPerT, s.CostFrom, t), days: dated(s.FreeFlowDays, s.DaysFrom, t)})
}

// baseTerms returns what the route asked besides its segments.
func (r *Route) baseTerms(t calendar.Month) terms {
	return r.Base.of(terms{dated(r.CostUSDPerT, r.CostFrom, t), dated(r.Days, r.DaysFrom, t), r.ReliabilityUSDPerT})
}

// baseCost is the generalised cost of a flow when the base shares were found, USD/t:
// that of the base year, with every figure that was changed since as it was. It is the
// point from which the choice is pivoted (Kumar 1980, Transportation Research Record 775).
func (m *Model) baseCost(f *flow) float64 {
	t, market := m.corridor.BaseMonth(), &m.corridor.Markets[f.market]
	besides := market.Routes[f.route].baseTerms(t)
	a := alternative{costUSD: besides.costUSD, days: besides.days, reliabilityUSD: besides.reliabilityUSD}
	for _, l := range m.legsOf(f) {
		crossing := m.corridor.Segments[l.segment].baseTerms(t)
		a.costUSD += crossing.costUSD
		a.days += crossing.days
	}
	if f.rival && len(m.corridor.Rivals) > 0 {
		r := &m.corridor.Rivals[f.via]
		terms := r.Base.of(r.terms(t))
		a.goBy(&terms)
	}
	cost := a.generalisedCost(unless(market.BaseValueOfTimeUSD, market.ValueOfTimeUSD), 0)
	if !f.rival {
		cost += market.BaseShiftUSDPerT
	}
	return cost
}

// BaseCrossing is the generalised cost of crossing a segment when the base shares were
// found, USD/t, to shippers with a value of time in USD per tonne and day.
func (c *Corridor) BaseCrossing(segment int, valueOfTime float64) float64 {
	crossing := c.Segments[segment].baseTerms(c.BaseMonth())
	return crossing.costUSD + float64(valueOfTime*crossing.days)
}

// Crossing is the same in a month, as the segment is without projects.
func (c *Corridor) Crossing(segment int, t calendar.Month, valueOfTime float64) float64 {
	s := &c.Segments[segment]
	return dated(s.CostUSDPerT, s.CostFrom, t) + float64(valueOfTime*dated(s.FreeFlowDays, s.DaysFrom, t))
}
