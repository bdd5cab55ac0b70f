package language

import "corridor/model"

// change is one thing a project can do to a segment.
type change struct {
	key      string
	quantity model.Quantity
	scale    bool   // multiplies the quantity instead of adding to it
	supply   string // the kind of capacity the segment must have, if any
	madeOf   string // what of a segment's capacity it adds to, where that says how much of it there is
	spec     *spec
}

// changes lists what a project can do to a segment. Additions add up, factors
// multiply, and a saving of days becomes a factor on the days there are, so that
// savings that overlap never take off more than there is.
var changes = []change{
	{"add_capacity_mt_per_year", model.Capacity, false, "", "", signed("Capacity added", "Mt/yr")},
	{"scale_capacity", model.Effectiveness, true, "", "", positive("Factor on the practical capacity", "").asFactor()},
	{"add_units_per_year", model.Capacity, false, "units", "", signed("Units a year added", "units/yr")},
	{"add_trains_per_day", model.TrainsPerDay, false, "rail", "trains_per_day", signed("Trains a day added", "trains/day")},
	{"add_net_tonnes", model.NetTonnes, false, "rail", "", signed("Net tonnes added to a train", "t")},
	{"add_vessels", model.Vessels, false, "fleet", "vessels", signed("Vessels added", "vessels")},
	{"add_berths", model.Capacity, false, "", "berths", signed("Berths added", "berths")},
	{"add_cranes", model.Capacity, false, "", "cranes", signed("Cranes added", "cranes")},
	{"add_shifts", model.Capacity, false, "", "shifts", signed("Shifts a day added", "shifts/day")},
	{"add_payload_t", model.PayloadT, false, "fleet", "", signed("Tonnes added to a vessel's payload", "t")},
	{"add_load_factor", model.LoadFactor, false, "fleet", "", number("Share of the payload regained", "", -1, 1)},
	{"scale_port_days", model.PortDays, true, "fleet", "", positive("Factor on the time in port", "").asFactor()},
	{"scale_sailing_days", model.SailingDays, true, "fleet", "", positive("Factor on the sailing time", "").asFactor()},
	{"save_days", model.FreeFlowDays, true, "", "", amount("Time saved on the segment", "days")},
	{"scale_cost", model.CostUSDPerT, true, "", "", positive("Factor on the segment's price", "").asFactor()},
	{"add_storage_mt", model.StorageMt, false, "", "", signed("Storage added", "Mt")},
	{"add_depth_m", model.DepthM, false, "", "", amount("Depth regained by dredging", "m")},
	{"scale_closure", model.Closure, true, "", "", positive("Factor on the share of the time it is shut", "").asFactor()},
	{"scale_availability", model.Availability, true, "", "", positive("Factor on the share of the time it is open", "").asFactor()},
}

var changeSpec = func() *spec {
	s := object("What a project changes on one segment")
	for _, c := range changes {
		s.fields = append(s.fields, may(c.key, c.spec))
	}
	return s
}()

func signed(doc, unit string) *spec { return number(doc, unit, minusInfinity, infinity) }
