package model

import (
	"corridor/model/calendar"
	"corridor/model/fill"
)

// Outcome is one month of the corridor. Masses are Mt in the month.
type Outcome struct {
	Month        calendar.Month
	PotentialMt  float64 // demand before choice
	DemandMt     float64 // what would come to the corridor if no segment ever limited
	OfferedMt    float64 // new cargo and backlog that came to the corridor
	ThroughputMt float64
	DivertedMt   float64 // gave up or was refused
	QueueMt      float64 // waiting at the end of the month
	CapacityMt   float64 // of the corridor, in the month
	Limiting     int     // segment that limits the capacity, −1 when none does
	TransitDays  float64 // mean over what was carried; NaN, no value, when nothing was
	CostUSDPerT  float64 // likewise
	EmissionsKt  float64
	CapexMUSD    float64
	BorneMUSD    float64 // of that: what is borne by the corridor, and not by other traffic it serves
	UpkeepMUSD   float64 // of that: to keep projects going

	// To shippers, USD million; NaN where the scenario does not count in money.
	SurplusMUSD    float64 // what shippers gain against the costs of the base year, less the two that follow
	WaitingMUSD    float64 // what waiting and congestion cost them
	TurnedAwayMUSD float64 // what it costs those that the corridor turned away

	// By segment.
	SegmentCapacityMt, LoadMt, Availability []float64
	HeldBackMt                              []float64 // offered and not carried, because the segment could take no more
	WaitingMt                               []float64 // what of it waits for the next month
	// By flow.
	FlowDemandMt                             []float64 // what would come if no segment ever limited
	FlowOfferedMt, CarriedMt, FlowDivertedMt []float64
	FlowBinding                              []int // segment that holds it back, −1 when it was carried whole

	loads          fill.Groups // the segments LoadMt is found of
	capacity, load []float64   // by room: first those of segments, which SegmentCapacityMt and LoadMt are
}

// NewOutcome returns an outcome with space for every segment and flow.
func (m *Model) NewOutcome() *Outcome {
	segments, flows := len(m.corridor.Segments), len(m.flows)
	capacity, load := make([]float64, len(m.rooms)), make([]float64, len(m.rooms))
	return &Outcome{
		SegmentCapacityMt: capacity[:segments:segments], LoadMt: load[:segments:segments], capacity: capacity, load: load,
		HeldBackMt: make([]float64, segments), WaitingMt: make([]float64, segments), Availability: make([]float64, segments),
		FlowDemandMt: make([]float64, flows), FlowOfferedMt: make([]float64, flows), CarriedMt: make([]float64, flows),
		FlowDivertedMt: make([]float64, flows), FlowBinding: make([]int, flows),
		loads: m.every,
	}
}

// NewTotals returns an outcome for those who read no loads: LoadMt is found only of
// segments that slow down as they fill. All else is as in other outcomes.
func (m *Model) NewTotals() *Outcome {
	out := m.NewOutcome()
	out.loads = m.crowded
	return out
}
