//go:build goexperiment.simd && amd64

package model

import "corridor/model/lanes"

// Totals writes what a month came to in a lane over an outcome: what is summed of it, and the
// flows that are. It is to be called after lanes.Scalar.
func (m *ModelLanes) Totals(lane int, out *OutcomeLanes, to *Outcome) {
	to.Month, to.Limiting = out.Month, int(*lanes.IntOf(&out.Limiting, lane))
	for _, v := range [...]struct {
		to   *float64
		from *lanes.Vec
	}{
		{&to.PotentialMt, &out.PotentialMt}, {&to.DemandMt, &out.DemandMt}, {&to.OfferedMt, &out.OfferedMt},
		{&to.ThroughputMt, &out.ThroughputMt}, {&to.DivertedMt, &out.DivertedMt}, {&to.QueueMt, &out.QueueMt},
		{&to.CapacityMt, &out.CapacityMt}, {&to.TransitDays, &out.TransitDays}, {&to.CostUSDPerT, &out.CostUSDPerT},
		{&to.EmissionsKt, &out.EmissionsKt}, {&to.CapexMUSD, &out.CapexMUSD}, {&to.BorneMUSD, &out.BorneMUSD},
		{&to.UpkeepMUSD, &out.UpkeepMUSD}, {&to.SurplusMUSD, &out.SurplusMUSD}, {&to.WaitingMUSD, &out.WaitingMUSD},
		{&to.TurnedAwayMUSD, &out.TurnedAwayMUSD},
	} {
		*v.to = *lanes.Lane(v.from, lane)
	}
	laneOf(lane, out.HeldBackMt, to.HeldBackMt)
	laneOf(lane, out.FlowDemandMt, to.FlowDemandMt)
	laneOf(lane, out.CarriedMt, to.CarriedMt)
	laneOf(lane, out.FlowDivertedMt, to.FlowDivertedMt)
}

// Reach writes what flows reach in a lane, as YearlyCapacityMt has found it, over a state: what
// [Model.Limit] and [Model.YearlyMixCapacityMt] read.
func (m *ModelLanes) Reach(lane int, s *StateLanes, to *State) {
	laneOf(lane, s.segments.yearly, to.segments.yearly)
	laneOf(lane, s.filling.reach, to.filling.reach)
	for i := range s.filling.holder {
		to.filling.holder[i] = int(*lanes.IntOf(&s.filling.holder[i], lane))
	}
}

func laneOf(lane int, from []lanes.Vec, to []float64) {
	for i := range from {
		to[i] = *lanes.Lane(&from[i], lane)
	}
}
