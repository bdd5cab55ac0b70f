package model

import "corridor/model/calendar"

// Quantity names what a project may change about a segment.
type Quantity int

// The quantities of a segment that a project can change.
const (
	Capacity      Quantity = iota // nameplate, Mt per year
	TrainsPerDay                  // rail
	NetTonnes                     // rail
	Vessels                       // fleet
	PayloadT                      // fleet
	LoadFactor                    // fleet
	SailingDays                   // fleet
	PortDays                      // fleet
	Effectiveness                 // practical over nameplate capacity
	FreeFlowDays
	CostUSDPerT
	StorageMt
	Availability // factor on the calendar month's availability, 1 before any change
	Closure      // factor on the share of the month it is shut, 1 before any change
	DepthM       // metres of depth regained by dredging
	OtherTraffic // Mt per year
	fallM        // metres the water has fallen
	draftLoss    // share of the load lost per metre
	fullM        // metres above the reference at which ships are full
	quantities
)

// conditions are the quantities of one segment in one month.
type conditions [quantities]float64

func (s *Segment) base(t calendar.Month, fall float64) conditions {
	var q conditions
	year := t.Year()
	if len(s.Supply.Fixed.Years) > 0 {
		q[Capacity] = s.Supply.Fixed.at(year)
	}
	q[TrainsPerDay], q[NetTonnes] = s.Supply.Rail.TrainsPerDay, s.Supply.Rail.NetTonnes
	fleet := &s.Supply.Fleet
	q[Vessels], q[PayloadT], q[LoadFactor] = fleet.Vessels, fleet.PayloadT, fleet.LoadFactor
	q[SailingDays], q[PortDays] = fleet.SailingDays, fleet.PortDays
	q[Effectiveness], q[Availability], q[Closure] = s.OpenEffectiveness(), 1, 1
	q[OtherTraffic], q[fallM], q[draftLoss] = s.OtherTraffic.At(year), fall, s.DraftLossPerM
	q[fullM] = s.DraftFullM
	q[FreeFlowDays], q[CostUSDPerT] = dated(s.FreeFlowDays, s.DaysFrom, t), dated(s.CostUSDPerT, s.CostFrom, t)
	q[StorageMt] = s.StorageMt
	return q
}

// turn brings what differs from year to year, or from a date on, up to the month given:
// in the conditions before projects, and in those of the month where that has moved. It
// tells what follows from what has.
func (s *Segment) turn(t calendar.Month, fall float64, base, now *conditions) (follows aspects) {
	if len(s.CostFrom) > 0 || len(s.DaysFrom) > 0 {
		cost, days := dated(s.CostUSDPerT, s.CostFrom, t), dated(s.FreeFlowDays, s.DaysFrom, t)
		if cost != base[CostUSDPerT] || days != base[FreeFlowDays] {
			base[CostUSDPerT], base[FreeFlowDays] = cost, days
			now[CostUSDPerT], now[FreeFlowDays] = cost, days
			follows |= way
		}
	}
	year, stated := t.Year(), 0.0
	if len(s.Supply.Fixed.Years) > 0 {
		stated = s.Supply.Fixed.at(year)
	}
	traffic := s.OtherTraffic.At(year)
	if stated == base[Capacity] && traffic == base[OtherTraffic] && fall == base[fallM] {
		return follows
	}
	base[Capacity], base[OtherTraffic], base[fallM] = stated, traffic, fall
	now[Capacity], now[OtherTraffic], now[fallM] = stated, traffic, fall
	return follows | passing
}
