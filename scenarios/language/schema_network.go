package language

import "corridor/model"

var nodeSpec = object("A place that segments join",
	may("title", titled("Name for readers")),
	may("country", plain(formCountry, "Country, as a two-letter code")),
	may("latitude", number("Degrees north; with longitude, where it lies on maps", "", -90, 90)),
	may("longitude", number("Degrees east", "", -180, 180)),
	may("x", number("Place on a schematic, west to the right; maps that know no latitudes show it", "", 0, 100)),
	may("y", number("Place on a schematic, north at the top", "", 0, 100)),
)

var rivalSpec = object("A way outside the corridor",
	may("title", titled("Name for readers")),
	must("cost_usd_per_t", ofMonths("Cost from door to door", "USD/t").
		sets(inSeries(func(r *model.Rival) *model.Series { return &r.CostUSDPerT }))),
	may("days", ofMonths("Time from door to door", "days").
		sets(inSeries(func(r *model.Rival) *model.Series { return &r.Days }))),
	may("reliability_usd_per_t", ofMonths("What shippers would pay to be rid of its unreliability", "USD/t").
		sets(inSeries(func(r *model.Rival) *model.Series { return &r.ReliabilityUSDPerT }))),
	may("emissions_kg_per_t", amount("Emissions from door to door; 0 where they are not known", "kg CO2e per t").or("0").
		sets(in(func(r *model.Rival) *float64 { return &r.EmissionsKgPerT }))),
	may("way", wayOutSpec),
)

var wayOutSpec = object("Where it leaves the corridor and where to, to show it on maps",
	must("from", reference("Node at which it parts from the ways of the corridor", "nodes")),
	must("latitude", number("Degrees north, of a place on its way; it need not be on the map", "", -90, 90)),
	must("longitude", number("Degrees east", "", -180, 180)),
)

var waterSpec = object("Level of the Caspian against the level at which the capacities were stated",
	must("path_m", joined("Level of given years", signed("Level", "m")).
		sets(inSeries(func(w *model.WaterLevel) *model.Series { return &w.Given }))),
	may("rate_m_per_year", signed("Change a year after the last given one", "m per year").or("0").
		sets(in(func(w *model.WaterLevel) *float64 { return &w.MPerYear }))),
)

// series is a number, or numbers by year with straight lines between them.
func series(doc, unit string) *spec {
	return either(amount(doc, unit).or("0"), joined(doc, amount(doc, unit)))
}

// ofMonths is a series in which months may stand too.
func ofMonths(doc, unit string) *spec {
	by := joined(doc, amount(doc, unit))
	by.doc += "; from a month on its number holds until the next date"
	by.dates = true
	return either(amount(doc, unit).or("0"), by)
}

func (s *spec) integer() *spec { s.whole = true; return s }
