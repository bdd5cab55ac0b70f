package model

import "corridor/model/calendar"

// eachPayment visits what building the project costs in months from the first one on, USD
// million, by the number of the month. It is paid along the S-curve 3τ² − 2τ³ of the time τ
// between start and completion, the distribution function of Beta(2,2): works are paid slowly
// at first and at last (Cioffi 2005, International Journal of Project Management 23, 215–222;
// the curve is ours). What was paid before AsOf was paid by the plan and the estimate, whatever
// delay and cost turn out to be: the rest of the curve is stretched and scaled. What was spent
// before a project stops counts.
func (p *Project) eachPayment(first calendar.Month, months int, visit func(month int, musd float64)) {
	if p.Disabled {
		return
	}
	completion, bill := p.planned(), p.bill()
	end := min(first+calendar.Month(months), p.paidUp(completion))
	paid := p.paid(max(first, p.Start), completion)
	for t := max(first, p.Start); t < end; t++ {
		before := paid
		paid = p.paid(t+1, completion)
		visit(int(t-first), bill.of(before, paid))
	}
}

// AddBuildingMUSD adds what is paid for building the project to each month from the first one
// on, USD million; for keeping it going nothing.
func (p *Project) AddBuildingMUSD(first calendar.Month, musd []float64) {
	p.eachPayment(first, len(musd), func(month int, paid float64) { musd[month] += paid })
}

// keep adds a part of what it costs to keep the project going, from the month service on.
func (p *Project) keep(part float64, service, first calendar.Month, musd []float64) {
	monthly := float64(part * (p.AnnualMUSD / calendar.MonthsPerYear))
	if monthly <= 0 || service >= first+calendar.Month(len(musd)) {
		return
	}
	served := musd[max(0, service-first):]
	for month := range served {
		served[month] += monthly
	}
}

// paidUp is the month after the last one with a payment for building.
func (p *Project) paidUp(completion calendar.Month) calendar.Month {
	end := max(completion, p.Start+1)
	if p.stalls(completion) {
		end = min(end, p.Stops)
	}
	return end
}

// paid is the part of the cost that is paid before month t: all at once where building
// takes no time.
func (p *Project) paid(t, completion calendar.Month) float64 {
	switch {
	case t <= p.Start:
		return 0
	case t >= completion:
		return 1
	case p.Start >= p.AsOf || p.AsOf >= completion:
		return sCurve(float64(t-p.Start) / float64(completion-p.Start))
	}
	plan, at := p.undelayed(), float64(t)
	if t > p.AsOf {
		ahead := float64(float64(t-p.AsOf)*float64(plan-p.AsOf)) / float64(completion-p.AsOf)
		at = float64(p.AsOf) + ahead
	}
	return sCurve((at - float64(p.Start)) / float64(plan-p.Start))
}

// known is the part of the cost that was paid before AsOf.
func (p *Project) known(completion calendar.Month) float64 {
	return p.paid(min(p.AsOf, p.paidUp(completion)), completion)
}

// bill is how the money for a part of the cost is found: by the estimate up to what was known,
// and beyond it so that the whole comes to the cost.
type bill struct {
	cost, estimate float64 // USD million
	known          float64 // part paid by an estimate that is not the cost; 0 for none
	left           float64 // of the cost when that is paid, USD million
}

func (p *Project) bill() bill {
	b := bill{cost: p.CostMUSD, estimate: p.EstimateMUSD}
	if p.EstimateMUSD != 0 && p.EstimateMUSD != p.CostMUSD {
		b.known = p.known(p.planned())
		b.left = positive(p.CostMUSD - float64(p.EstimateMUSD*b.known))
	}
	return b
}

// of is the money for what is paid from one part of the cost to another.
func (b *bill) of(from, to float64) float64 {
	if b.known == 0 {
		return float64(b.cost * (to - from))
	}
	past := float64(b.estimate * (min(to, b.known) - min(from, b.known)))
	if b.known == 1 {
		return past
	}
	return past + float64(b.left*((max(to, b.known)-max(from, b.known))/(1-b.known)))
}

// PaymentsMUSD returns what is paid in each month simulated for building project i and for
// keeping it going, USD million.
func (m *Model) PaymentsMUSD(i int) (building, running []float64) {
	first := m.corridor.Start
	building, running = make([]float64, m.corridor.Months), make([]float64, m.corridor.Months)
	p := &m.corridor.Projects[i]
	p.AddBuildingMUSD(first, building)
	p.keep(1, m.service[i], first, running)
	return building, running
}

// PaidPart returns the part of the cost of building project i that is paid from one month
// to the beginning of another, simulated or not.
func (m *Model) PaidPart(i int, from, before calendar.Month) float64 {
	p := &m.corridor.Projects[i]
	if p.Disabled {
		return 0
	}
	completion := p.planned()
	end := p.paidUp(completion)
	return p.paid(min(before, end), completion) - p.paid(min(from, end), completion)
}

// Outlay is what a project costs, USD million, by when it is paid.
type Outlay struct {
	Before  float64 // for building it, before the first month simulated
	Within  float64 // in the months simulated
	After   float64 // after the last of them
	Running float64 // for keeping it going, in the months simulated
}

// paidUntil is the share of a project that is paid before a month, of all that will be.
func (p *Project) paidUntil(month calendar.Month) float64 {
	completion := p.planned()
	return p.paid(min(month, p.paidUp(completion)), completion)
}

// OutlayMUSD returns what project i costs: Within and Running of all projects add to
// the capital spent in the months simulated, but for rounding.
func (m *Model) OutlayMUSD(i int) (o Outlay) {
	p := &m.corridor.Projects[i]
	if p.Disabled {
		return o
	}
	first, after := p.paidUntil(m.corridor.Start), p.paidUntil(m.corridor.Start+calendar.Month(m.corridor.Months))
	bill := p.bill()
	o.Before, o.Within, o.After = bill.of(0, first), bill.of(first, after), bill.of(after, p.paidUntil(calendar.Never))
	if served := m.corridor.Start + calendar.Month(m.corridor.Months) - max(m.corridor.Start, m.service[i]); served > 0 {
		o.Running = p.AnnualMUSD / calendar.MonthsPerYear * float64(served)
	}
	return o
}
