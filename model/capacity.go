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

// CycleDays is the length of a round trip: 2 × sailing + port days.
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

// capacity returns the practical capacity in Mt per year while the segment is
// open: what is stated × effectiveness × draft.
func (q *conditions) capacity() float64 {
	return positive(float64(float64(q.stated()*q[Effectiveness]) * q.draft()))
}

// stated returns the nameplate capacity: fixed + trains × tonnes + vessels × payload ×
// load factor ÷ cycle. Of the three terms a segment has one; a project can add to the
// first whatever the segment's own is.
func (q *conditions) stated() float64 {
	mt := q[Capacity]
	if q[TrainsPerDay] > 0 {
		mt += float64(float64(q[TrainsPerDay]*positive(q[NetTonnes]))*DaysPerYear) / tonnesPerMt
	}
	fleet := Fleet{SailingDays: q[SailingDays], PortDays: q[PortDays]}
	if cycle := fleet.CycleDays(); q[Vessels] > 0 && cycle > 0 {
		trip := float64(positive(q[PayloadT]) * atMostAll(q[LoadFactor]))
		mt += float64(float64(q[Vessels]*trip)*DaysPerYear) / cycle / tonnesPerMt
	}
	return mt
}

// left is what other traffic leaves to the corridor of a practical capacity.
func (q *conditions) left(practical float64) float64 {
	return positive(practical - positive(q[OtherTraffic]))
}

// draft is the load the water carries against that of the reference level: each
// metre fallen and not dredged takes a share of it, each metre more gives one until
// ships are full. For every centimetre a ship loads its tonnes per centimetre of immersion
// less, which fall a little with its draught (Barrass & Derrett 2006, Ship Stability for
// Masters and Mates, 6th ed., ch. 8); that they are taken as constant is ours.
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

// capacities finds the conditions of every segment in the month and with them its
// capacity in Mt, K_s(t) = capacity per year ÷ 12 × the share of the calendar month it is
// open, shocks and hazards counted.
func (m *Model) capacities(s *State, out *Outcome) {
	m.conditionsOf(s)
	capacity, availability := out.SegmentCapacityMt, out.Availability
	copy(availability, s.segments.opening[s.Month.Index()])
	m.storms(s, availability)
	for i := range m.corridor.Shocks {
		if shock := &m.corridor.Shocks[i]; shock.disturbs(shock.Segment) && shock.active(s.Month) {
			availability[shock.Segment] = float64(availability[shock.Segment] * shock.Factor)
		}
	}
	for i := range capacity {
		if availability[i] > 1 {
			availability[i] = 1
		}
		capacity[i] = float64(s.segments.monthly[i] * catchUp(availability[i], m.paces[i]))
	}
	m.outages(s, capacity, availability)
	m.furnish(out.capacity)
}
