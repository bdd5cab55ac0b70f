package language

import "corridor/model"

// eastbound is the direction against that of segments.
const eastbound = "eastbound"

var marketSpec = object("A demand for transport",
	may("title", titled("Name for readers")),
	may("origin", worded("Where the cargo comes from", someWords)),
	may("destination", worded("Where it goes", someWords)),
	may("from", reference("Node it comes from, to find routes", "nodes")),
	may("to", reference("Node it goes to", "nodes")),
	may("direction", words("Which way it goes; eastbound routes are found against the direction of segments", "westbound", eastbound).or("westbound")),
	may("scope", words("Which official series counts it: the association's like-for-like series, or the ministry's headline alone", "like-for-like", "headline")),
	may("counted_from", plain(formMonth, "Month from which the headline counts it, where its cargo crossed before; of a market that only the headline counts")),
	must("cargo", reference("Its cargo class", "cargo")),
	may("growth", growthSpec),
	may("schedule", named("Cargo that agreements give, in the place of growth: it goes by the market's routes whatever they cost, and what cannot pass by its outlet", agreementSpec)),
	may("season", monthly("Weight of each calendar month in the year's potential, January first; the mean is set to 1",
		amount("Weight", ""))),
	may("give_up_per_month", share("Share of waiting cargo that gives up in a month").or("0").
		sets(in(func(m *model.Market) *float64 { return &m.GiveUp }))),
	may("value_of_time_usd_per_t_day", amount("What a day is worth to the shipper", "USD per t and day").or("0").
		sets(in(func(m *model.Market) *float64 { return &m.ValueOfTimeUSD }))),
	may("sensitivity_per_usd", amount("How strongly the choice of route follows generalised cost; 0 keeps the base shares", "1 per USD/t").or("0").
		sets(in(func(m *model.Market) *float64 { return &m.Sensitivity }))),
	may("inertia_per_month", share("Share of the way to the new choice that is gone in a month").or("1").
		sets(in(func(m *model.Market) *float64 { return &m.Inertia }))),
	may("perception_per_month", share("Share of the news about delays that is believed in a month").or("1").
		sets(in(func(m *model.Market) *float64 { return &m.PerceptionLag }))),
	may("priority", number("What goes first where it shares a segment with other markets: the higher number, and what it leaves goes to the next; within a number all are held back alike", "", -9, 9).integer().or("0")),
	must("routes", named("Ways the cargo can go", routeSpec)),
	may("nests", section("Groups of routes that are closer to each other, in the eyes of shippers, than to the rest: who leaves one goes to the others first", nestSpec)),
	may("path_size", number("How much less a way counts that shares its segments with other ways; 0 for not at all, 1 so that ways that are the same count as one", "", 0, 10).or("0").
		sets(when(in(func(m *model.Market) *float64 { return &m.PathSize }), func(at *site) bool { return at.owner.(*model.Market).PathSize > 0 }))),
).exactlyOne("growth", "schedule").idleBeside("schedule", "sensitivity_per_usd")

var nestSpec = object("Routes that are close to each other",
	must("ways", list("Routes of the market; one that is found is all the ways found", plain(formName, "Route"))),
	must("dissimilarity", number("How far its routes are from each other: 1 as far as from any other, near 0 the same", "", 0, 1).aboveLeast().
		sets(in(func(n *model.Nest) *float64 { return &n.Dissimilarity }))),
)

var agreementSpec = object("Cargo that an agreement gives; those of a market follow each other, what runs beside them is a market of its own",
	may("title", titled("Name for readers")),
	must("mt_per_year", amount("Cargo agreed", "Mt/yr").
		sets(in(func(a *model.Agreement) *float64 { return &a.MtPerYear }))),
	may("fulfilment", number("Share of what is agreed that is sent; more than 1 where more is. Without it all of it is", "", 0, 10).aboveLeast().
		sets(in(func(a *model.Agreement) *float64 { return &a.Fulfilment }))),
	must("from", plain(formMonth, "First month")),
	may("to", plain(formMonth, "Last month; without it the agreement has no end")),
	may("ramp_months", months("Months until all of it comes, in equal steps from what the agreement that ended the month before had come to", 600).or("0").
		sets(inMonths(func(a *model.Agreement) *int { return &a.RampMonths }))),
	may("known", plain(formMonth, "Month in which it was published")),
)

// Of a year either the potential is given or what was carried.
const (
	pathKey    = "path_mt_per_year"
	carriedKey = "carried_mt_per_year"
)

var growthSpec = object("Potential over the years",
	mustUnless(carriedKey, pathKey, potentialSpec),
	may(carriedKey, carriedSpec),
	may("rate_per_year", either(
		number("Growth a year after the last given one; 0.05 is 5 %", "per year", -1, 10).or("0"),
		byYear("Growth a year from each year on", number("Growth a year", "per year", -1, 10)).going(begun),
	).sets(rateSlot{})),
	may("fade_per_year", number("A year's growth over the growth of the year before; 1 keeps the rate", "", 0, 1).or("1").
		sets(in(func(m *model.Market) *float64 { return &m.Growth.Fade }))),
	may("ceiling_mt_per_year", positive("Potential the growth levels off at (logistic)", "Mt/yr").
		sets(in(func(m *model.Market) *float64 { return &m.Growth.CeilingMt }))),
)

var potentialSpec = byYear("Potential of given years; between them growth is constant", amount("Potential", "Mt/yr")).going(growing).sets(inSteps(
	func(m *model.Market) *[]int { return &m.Growth.Years },
	func(m *model.Market) *[]float64 { return &m.Growth.MtPerYear },
))

var carriedSpec = byYear("What the corridor carried in given years, in the place of their potential: the potential is found at which a run carries that", amount("Carried", "Mt/yr"))

var sharesSpec = byYear("Share of the market, for base years from each year on; the first also before", share("Share")).going(holding)

var routeSpec = object("A way the cargo can go",
	may("rival", &spec{form: formRival, doc: "It goes outside the corridor: true, or the name of the rival that sets its cost and time", sections: []string{"rivals"}, standard: "false"}),
	may("outlet", plain(formBoolean, "Of a rival: it takes what the market's other routes turn away, which counts as diverted, and has no share. A market with a schedule needs one").or("false")),
	may("segments", list("Segments it passes, in order", reference("Segment", "segments"))),
	may("find", number("Find up to so many routes on the network, the cheapest first; they split the share by the choice model", "", 1, 10).integer()),
	may("share", either(share("Share of the market in the base year; a market's shares add to 1. A single route has 1"), sharesSpec)),
	may("cost_usd_per_t", dated("Cost besides the segments'", "USD/t").
		sets(inDated(func(r *model.Route) *float64 { return &r.CostUSDPerT }, func(r *model.Route) *[]model.Dated { return &r.CostFrom }))),
	may("days", dated("Time besides the segments'", "days").
		sets(inDated(func(r *model.Route) *float64 { return &r.Days }, func(r *model.Route) *[]model.Dated { return &r.DaysFrom }))),
	may("reliability_usd_per_t", amount("What shippers would pay to be rid of its unreliability", "USD/t").or("0").
		sets(in(func(r *model.Route) *float64 { return &r.ReliabilityUSDPerT }))),
)
