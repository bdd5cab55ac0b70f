package language

import (
	"corridor/model"
	"corridor/model/calendar"
)

var segmentSpec = object("A part of the corridor with a capacity",
	may("title", titled("Name for readers")),
	may("kind", words("What it is", "rail", "road", "port", "border", "sea", "pipeline", "corridor")),
	may("from", reference("Node it leads from; with to, routes can be found through it", "nodes")),
	may("to", reference("Node it leads to", "nodes")),
	must("capacity", capacitySpec),
	may("made_of", madeOfSpec),
	may("counts", words("What the capacity counts: one direction, with as much for the other, or both together, empty units too", "one-way", "both-ways").or("one-way")),
	may("includes_weather", plain(formBoolean, "The capacity is what passes in a year with its closures; the availability only shapes it by month").or("false")),
	may("other_traffic_mt_per_year", either(
		amount("Capacity that trade outside the corridor takes", "Mt/yr").or("0"),
		joined("Capacity that trade outside the corridor takes", amount("Traffic", "Mt/yr")),
	).sets(inSeries(func(s *model.Segment) *model.Series { return &s.OtherTraffic }))),
	may("draft", object("How falling water lightens its ships",
		must("loss_per_m", number("Share of the load lost per metre the water has fallen", "per m", 0, 1).
			sets(in(func(s *model.Segment) *float64 { return &s.DraftLossPerM }))),
		may("full_at_m", amount("Level of the water above the reference from which its ships load full, so that more carries no more; 0 where they are full at the reference", "m").or("0").
			sets(in(func(s *model.Segment) *float64 { return &s.DraftFullM }))),
	)),
	may("accepts", named("Cargo classes that may pass, each with the capacity one tonne uses; without it every class passes at 1",
		positive("Capacity used per tonne", "")).ofThe("cargo")),
	may("availability", either(
		share("Share of the time the segment is open").or("1"),
		monthly("Share of each calendar month the segment is open, January first", share("Share of the month")),
	).sets(availabilitySlot{})),
	may("catch_up", number("How much faster it works after it was shut than in a month without closures, until what was lost in the month is made good; 0.3 for 30 %, 0 where what is lost is lost", "", 0, 10).or("0").
		sets(in(func(s *model.Segment) *float64 { return &s.CatchUp }))),
	may("effectiveness", number("Practical over nameplate capacity", "", 0, 2).or("1").
		sets(in(func(s *model.Segment) *float64 { return &s.Effectiveness }))),
	may("free_flow_days", dated("Time to cross it when nothing is in the way", "days").
		sets(freeFlowDays)),
	may("cost_usd_per_t", dated("Price of crossing it", "USD/t").
		sets(inDated(func(s *model.Segment) *float64 { return &s.CostUSDPerT }, func(s *model.Segment) *[]model.Dated { return &s.CostFrom }))),
	may("distance_km", amount("Length", "km").or("0").
		sets(in(func(s *model.Segment) *float64 { return &s.DistanceKm }))),
	may("emissions_g_per_tkm", amount("Emission factor", "g CO2e per tonne-km").or("0").
		sets(in(func(s *model.Segment) *float64 { return &s.EmissionsG }))),
	may("storage_mt", amount("Cargo that may wait for it; more is refused by an embargo. Without it the queue has no limit", "Mt").
		sets(in(func(s *model.Segment) *float64 { return &s.StorageMt }))),
	may("congestion", object("How it slows down as it fills: free-flow days × (1 + alpha × (load/capacity)^beta)",
		may("alpha", amount("Slowing at capacity", "").or("0").
			sets(when(in(func(s *model.Segment) *float64 { return &s.Congestion.Alpha }), isCrowded))),
		may("beta", positive("Steepness", "").or("4").
			sets(in(func(s *model.Segment) *float64 { return &s.Congestion.Beta }))),
	)),
)

var capacitySpec = object("Nameplate capacity, in the direction of the corridor",
	may("fixed_mt_per_year", either(
		amount("A stated capacity", "Mt/yr"),
		byYear("A stated capacity from January of each year on; the first also before", amount("Capacity", "Mt/yr")).going(holding),
	).sets(inSteps(
		func(s *model.Segment) *[]int { return &s.Supply.Fixed.Years },
		func(s *model.Segment) *[]float64 { return &s.Supply.Fixed.MtPerYear },
	))),
	may("units", object("Units a year: containers, wagons, trucks",
		must("per_year", amount("Units a year in the direction of the corridor", "units/yr")),
		must("of", reference("Cargo class whose unit is meant; it says the tonnes in one", "cargo")),
	).sets(unitsSlot{})),
	may("rail", object("Trains a day times what one carries",
		must("trains_per_day", amount("Trains a day in the direction of the corridor", "trains/day").
			sets(in(func(s *model.Segment) *float64 { return &s.Supply.Rail.TrainsPerDay }))),
		must("net_tonnes", positive("Net tonnes a train", "t").
			sets(in(func(s *model.Segment) *float64 { return &s.Supply.Rail.NetTonnes }))),
	)),
	may("fleet", object("Vessels times what one carries in a year of round trips",
		must("vessels", amount("Vessels in service", "vessels").
			sets(in(func(s *model.Segment) *float64 { return &s.Supply.Fleet.Vessels }))),
		must("payload_t", positive("What a vessel carries when full, one way", "t").
			sets(in(func(s *model.Segment) *float64 { return &s.Supply.Fleet.PayloadT }))),
		may("load_factor", share("Share of the payload used").or("1").
			sets(in(func(s *model.Segment) *float64 { return &s.Supply.Fleet.LoadFactor }))),
		must("sailing_days", positive("Sailing time, one way", "days").
			sets(in(func(s *model.Segment) *float64 { return &s.Supply.Fleet.SailingDays }))),
		must("port_days", amount("Time in port, a round trip", "days").
			sets(in(func(s *model.Segment) *float64 { return &s.Supply.Fleet.PortDays }))),
	)),
).exactlyOne("fixed_mt_per_year", "units", "rail", "fleet")

// monthly is a list of twelve.
func monthly(doc string, item *spec) *spec {
	s := list(doc, item)
	s.count = calendar.MonthsPerYear
	return s
}

// madeOfSpec says how many of the things that a project can add there are already.
var madeOfSpec = object("What its stated capacity is made of: n more of k give n/k of it more, as if each passed as much as those there are",
	may("vessels", positive("Vessels in service", "vessels")),
	may("trains_per_day", positive("Trains a day", "trains/day")),
	may("berths", positive("Berths", "berths")),
	may("cranes", positive("Cranes", "cranes")),
	may("shifts", positive("Shifts a day", "shifts/day")),
)
