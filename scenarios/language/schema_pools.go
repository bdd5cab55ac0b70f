package language

import "corridor/model"

var poolSpec = object("A fleet of ships that serves several segments, and trades outside the corridor, and moves to what pays",
	may("title", titled("Name for readers")),
	must("speed_per_month", share("Share of the way that ships go in a month to where they would be at what they earn").
		sets(in(func(p *model.Pool) *float64 { return &p.Speed }))),
	must("sensitivity", amount("How strongly they follow earnings: where a ship-day earns 1 % more than in the base year, they become so many per cent more", "").
		sets(in(func(p *model.Pool) *float64 { return &p.Sensitivity }))),
	must("segments", named("Segments its ships serve; what each has at its stated capacity in the base year, and what projects add to capacity, units or vessels, are its own ships", servedSpec).ofThe("segments")),
	may("trades", section("Trades outside the corridor that its ships carry, which count in no throughput", tradeSpec)),
)

var servedSpec = object("A segment that ships of a pool serve",
	must("voyage_days", positive("Round trip of a ship, days in port counted; with the capacity it says how many ships there are", "days").
		sets(in(func(v *model.Service) *float64 { return &v.VoyageDays }))),
	may("rate_usd_per_t", either(
		amount("What ships earn on a tonne; without it, the segment's price", "USD/t"),
		joined("What ships earn on a tonne", amount("Rate", "USD/t")),
	).sets(whenGiven(inSeries(func(v *model.Service) *model.Series { return &v.RateUSDPerT })))),
)

var tradeSpec = object("A trade outside the corridor",
	may("title", titled("Name for readers")),
	must("voyage_days", positive("Round trip of a ship, days in port counted", "days").
		sets(in(func(v *model.Service) *float64 { return &v.VoyageDays }))),
	must("rate_usd_per_t", series("What ships earn on a tonne", "USD/t").
		sets(inSeries(func(v *model.Service) *model.Series { return &v.RateUSDPerT }))),
	must("capacity_mt_per_year", series("What its own ships can carry; that of the base year is of the ships it has then, more is ships that come to the pool", "Mt/yr").
		sets(inSeries(func(v *model.Service) *model.Series { return &v.CapacityMt }))),
	must("demand_mt_per_year", series("Cargo there is to carry", "Mt/yr").
		sets(inSeries(func(v *model.Service) *model.Series { return &v.DemandMt }))),
)
