package model

import "corridor/model/calendar"

// Supply says where the nameplate capacity of a segment comes from: exactly one
// of its parts is set.
type Supply struct {
	Fixed Fixed
	Rail  Rail
	Fleet Fleet
}

// Fixed is a capacity stated in Mt per year, as steps: MtPerYear[i] holds from
// January of Years[i] on, and the first value also before.
type Fixed struct {
	Years     []int // ascending
	MtPerYear []float64
}

// Rail is a line's capacity: trains that run each day in the direction of the
// corridor times what one carries.
type Rail struct {
	TrainsPerDay float64
	NetTonnes    float64 // net tonnes a train
}

// Fleet is a sea service's capacity: vessels times what one carries in a year of
// round trips.
type Fleet struct {
	Vessels     float64
	PayloadT    float64 // tonnes a vessel carries when full, one way
	LoadFactor  float64 // share of the payload used; draft and demand limit it
	SailingDays float64 // one way
	PortDays    float64 // in port, a round trip
}

// DaysPerYear is the number of days a train or ship can run in a year.
const DaysPerYear = 365

const tonnesPerMt = 1e6

// CycleDays is the length of a round trip: 2 × sailing + port days (design
// practice of shuttle services; Index1520, 2022, counts the Aktau–Alat feeder so).
func (f *Fleet) CycleDays() float64 { return float64(2*f.SailingDays) + f.PortDays }

// Built reports whether a segment has any capacity of its own in a year, before
// projects.
func (s *Segment) Built(year int) bool { return s.CapacityMt(year) > 0 }

// CapacityMt is the practical capacity of a segment in a year, Mt per year, while it is
// open, before projects and at the reference level of the water.
func (s *Segment) CapacityMt(year int) float64 {
	q := s.base(calendar.NewMonth(year, 1), 0)
	return q.capacity()
}

// at returns the stated capacity of a year in Mt per year.
func (f *Fixed) at(year int) float64 {
	mt := f.MtPerYear[0]
	for i, y := range f.Years {
		if y <= year {
			mt = f.MtPerYear[i]
		}
	}
	return mt
}

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
	q[Effectiveness], q[Availability], q[Closure] = s.Effectiveness, 1, 1
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

// capacity returns the practical capacity in Mt per year while the segment is
// open: (fixed + trains × tonnes + vessels × payload × load factor ÷ cycle) ×
// effectiveness × draft. Of the three terms a segment has one; a project can add to
// the first whatever the segment's own is.
func (q *conditions) capacity() float64 {
	mt := q[Capacity]
	if q[TrainsPerDay] > 0 {
		mt += float64(float64(q[TrainsPerDay]*positive(q[NetTonnes]))*DaysPerYear) / tonnesPerMt
	}
	fleet := Fleet{SailingDays: q[SailingDays], PortDays: q[PortDays]}
	if cycle := fleet.CycleDays(); q[Vessels] > 0 && cycle > 0 {
		trip := float64(positive(q[PayloadT]) * atMostAll(q[LoadFactor]))
		mt += float64(float64(q[Vessels]*trip)*DaysPerYear) / cycle / tonnesPerMt
	}
	return positive(float64(float64(mt*q[Effectiveness]) * q.draft()))
}

// left is what other traffic leaves to the corridor of a practical capacity.
func (q *conditions) left(practical float64) float64 {
	return positive(practical - positive(q[OtherTraffic]))
}

// draft is the load the water carries against that of the reference level: each
// metre fallen and not dredged takes a share of it, each metre more gives one until
// ships are full.
func (q *conditions) draft() float64 {
	return positive(1 - float64(q[draftLoss]*max(q[fallM]-q[DepthM], -q[fullM])))
}

// open returns the share of a calendar month the segment is open, given the share
// it is open before any change.
func (q *conditions) open(share float64) float64 {
	opened := share + float64((1-share)*(1-q[Closure]))
	return atMostAll(float64(atMostAll(opened) * q[Availability]))
}

// atMostAll keeps a share between 0 and 1, whatever projects add to it.
func atMostAll(x float64) float64 { return min(1, positive(x)) }
