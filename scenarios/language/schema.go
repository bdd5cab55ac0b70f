package language

// schema says what a scenario file may hold: every key with its meaning, unit,
// range and default. Keys that end in a unit hold that unit.
var schema = object("A scenario of the corridor, or an overlay on one",
	may("scenario", plain(formName, "Name of the scenario; its results go to a directory of that name")),
	may("overlay", plain(formEntry, "Name of the overlay: a file that changes scenarios and is no scenario itself")),
	may("for", plain(formEntry, "Scenario an overlay is made for, and those that start from it; without it, any. One of the library is refused on other scenarios of the library")),
	may("extends", plain(formEntry, "Scenario this one starts from, by library name or by path to a .yaml file; only what differs is written")),
	may("with", list("Overlays on the scenario it extends, applied before what this file says", plain(formEntry, "Overlay"))),
	may("title", plain(formText, "What a chart is headed with; a scenario that extends this one has its own, as of the question and the description")),
	may("question", prose("What the scenario asks, in a sentence")),
	may("description", prose("What a reader should know before believing the results")),
	may("sources", section("Works the figures come from, besides those of the library", sourceSpec)),
	must("time", timeSpec),
	may("base_year", number("Year of the base shares and of the costs they were chosen at; without it the year of the start", "year", firstYear, lastYear).integer()),
	may(recalibrate, plain(formBoolean, "On top of another scenario: the base shares belong to the costs and times as they are with this file, and not as they were before it").or("false")),
	may("calibration", calibrationSpec),
	may("declared_capacity_mt_per_year", amount("Capacity as officially declared, to show beside the one the model finds; nothing is computed from it", "Mt/yr")),
	may("water_level", waterSpec),
	may("nodes", section("Places that segments join", nodeSpec)),
	may("cargo", section("Cargo classes", cargoSpec)),
	must("segments", named("Parts of the corridor with a capacity: terminals, borders, lines, sea services", segmentSpec)),
	may("rivals", section("Ways outside the corridor that several markets can use", rivalSpec)),
	must("markets", named("Demands for transport", marketSpec)),
	may("projects", section("Investments", projectSpec)),
	may("measures", section("Procedures, tariffs and systems", measureSpec)),
	may("shocks", section("Dated disturbances", shockSpec)),
	may("hazards", section("Disturbances at random: storms, the level of the water, outages, shocks", hazardSpec)),
	may("uncertainties", section("Numbers that are not known, with their distributions", uncertaintySpec)),
	may("correlations", section("Uncertainties that go together", correlationSpec)),
	may("delivery", deliverySpec),
	may("hindcast", hindcastSpec),
	may("experiments", section("Things that happened, to test the model's direction and size with", experimentSpec)),
	may("studies", section("Headline figures of published studies, to set the model beside", studySpec)),
	may("levers", section("Choices to compare: each names overlays", list("Overlays to choose from", plain(formEntry, "Overlay")))),
	may("metrics", section("Expressions on result columns, to use in targets", metricSpec)),
	may("targets", section("What the scenario is judged by", targetSpec)),
).exactlyOne("scenario", "overlay")

var sourceSpec = object("A work figures come from",
	must("title", plain(formText, "Title, with author or publisher")),
	may("url", plain(formText, "Address")),
	may("date", plain(formText, "Date of the work, as far as known")),
)

var timeSpec = object("The months simulated",
	must("start", plain(formMonth, "First month, such as 2024-01")),
	must("end", plain(formMonth, "Last month")),
)

var cargoSpec = object("A cargo class",
	may("title", plain(formText, "Name for readers")),
	may("tonnes_per_unit", positive("Tonnes in one unit: a TEU, wagon or truck", "t")),
	may("unit", plain(formText, "What is counted: TEU, wagon, truck")),
)

var segmentSpec = object("A part of the corridor with a capacity",
	may("title", plain(formText, "Name for readers")),
	may("kind", words("What it is", "rail", "road", "port", "border", "sea", "pipeline", "corridor")),
	may("from", reference("Node it leads from; with to, routes can be found through it", "nodes")),
	may("to", reference("Node it leads to", "nodes")),
	must("capacity", capacitySpec),
	may("includes_weather", plain(formBoolean, "The capacity is what passes in a year with its closures; the availability only shapes it by month").or("false")),
	may("other_traffic_mt_per_year", either(
		amount("Capacity that trade outside the corridor takes", "Mt/yr").or("0"),
		joined("Capacity that trade outside the corridor takes", amount("Traffic", "Mt/yr")),
	)),
	may("draft", object("How falling water lightens its ships",
		must("loss_per_m", number("Share of the load lost per metre the water has fallen", "per m", 0, 1)),
		may("full_at_m", amount("Level of the water above the reference from which its ships load full, so that more carries no more; 0 where they are full at the reference", "m").or("0")),
	)),
	may("accepts", named("Cargo classes that may pass, each with the capacity one tonne uses; without it every class passes at 1",
		positive("Capacity used per tonne", ""))),
	may("availability", either(
		share("Share of the time the segment is open").or("1"),
		monthly("Share of each calendar month the segment is open, January first", share("Share of the month")),
	)),
	may("effectiveness", number("Practical over nameplate capacity", "", 0, 2).or("1")),
	may("free_flow_days", dated("Time to cross it when nothing is in the way", "days")),
	may("cost_usd_per_t", dated("Price of crossing it", "USD/t")),
	may("distance_km", amount("Length", "km").or("0")),
	may("emissions_g_per_tkm", amount("Emission factor", "g CO2e per tonne-km").or("0")),
	may("storage_mt", amount("Cargo that may wait for it; more is refused by an embargo. Without it the queue has no limit", "Mt")),
	may("congestion", object("How it slows down as it fills: free-flow days × (1 + alpha × (load/capacity)^beta)",
		may("alpha", amount("Slowing at capacity", "").or("0")),
		may("beta", positive("Steepness", "").or("4")),
	)),
)

var capacitySpec = object("Nameplate capacity, in the direction of the corridor",
	may("fixed_mt_per_year", either(
		amount("A stated capacity", "Mt/yr"),
		byYear("A stated capacity from January of each year on; the first also before", amount("Capacity", "Mt/yr")),
	)),
	may("units", object("Units a year: containers, wagons, trucks",
		must("per_year", amount("Units a year in the direction of the corridor", "units/yr")),
		must("of", reference("Cargo class whose unit is meant; it says the tonnes in one", "cargo")),
	)),
	may("rail", object("Trains a day times what one carries",
		must("trains_per_day", amount("Trains a day in the direction of the corridor", "trains/day")),
		must("net_tonnes", positive("Net tonnes a train", "t")),
	)),
	may("fleet", object("Vessels times what one carries in a year of round trips",
		must("vessels", amount("Vessels in service", "vessels")),
		must("payload_t", positive("What a vessel carries when full, one way", "t")),
		may("load_factor", share("Share of the payload used").or("1")),
		must("sailing_days", positive("Sailing time, one way", "days")),
		must("port_days", amount("Time in port, a round trip", "days")),
	)),
).exactlyOne("fixed_mt_per_year", "units", "rail", "fleet")

var marketSpec = object("A demand for transport",
	may("title", plain(formText, "Name for readers")),
	may("origin", plain(formText, "Where the cargo comes from")),
	may("destination", plain(formText, "Where it goes")),
	may("from", reference("Node it comes from, to find routes", "nodes")),
	may("to", reference("Node it goes to", "nodes")),
	may("scope", words("Which official series counts it: the association's like-for-like series, or the ministry's headline alone", "like-for-like", "headline")),
	must("cargo", reference("Its cargo class", "cargo")),
	must("growth", growthSpec),
	may("season", monthly("Weight of each calendar month in the year's potential, January first; the mean is set to 1",
		amount("Weight", ""))),
	may("give_up_per_month", share("Share of waiting cargo that gives up in a month").or("0")),
	may("value_of_time_usd_per_t_day", amount("What a day is worth to the shipper", "USD per t and day").or("0")),
	may("sensitivity_per_usd", amount("How strongly the choice of route follows generalised cost; 0 keeps the base shares", "1 per USD/t").or("0")),
	may("inertia_per_month", share("Share of the way to the new choice that is gone in a month").or("1")),
	may("perception_per_month", share("Share of the news about delays that is believed in a month").or("1")),
	must("routes", named("Ways the cargo can go", routeSpec)),
)

var growthSpec = object("Potential over the years",
	must("path_mt_per_year", byYear("Potential of given years; between them growth is constant", amount("Potential", "Mt/yr"))),
	may("rate_per_year", either(
		number("Growth a year after the last given one; 0.05 is 5 %", "per year", -1, 10).or("0"),
		byYear("Growth a year from each year on", number("Growth a year", "per year", -1, 10)),
	)),
	may("fade_per_year", number("A year's growth over the growth of the year before; 1 keeps the rate", "", 0, 1).or("1")),
	may("ceiling_mt_per_year", positive("Potential the growth levels off at (logistic)", "Mt/yr")),
)

var routeSpec = object("A way the cargo can go",
	may("rival", &spec{form: formRival, doc: "It goes outside the corridor: true, or the name of the rival that sets its cost and time", sections: []string{"rivals"}, standard: "false"}),
	may("segments", list("Segments it passes, in order", reference("Segment", "segments"))),
	may("find", number("Find up to so many routes on the network, the cheapest first; they split the share by the choice model", "", 1, 10).integer()),
	may("share", share("Share of the market in the base year; a market's shares add to 1. A single route has 1")),
	may("cost_usd_per_t", dated("Cost besides the segments'", "USD/t")),
	may("days", dated("Time besides the segments'", "days")),
	may("reliability_usd_per_t", amount("What shippers would pay to be rid of its unreliability", "USD/t").or("0")),
)

var projectSpec = object("An investment", append([]field{
	must("cost_musd", amount("Cost, in prices of 2025", "USD million")),
	may("ramp_months", months("Months until the full effect", 600).or("0")),
}, effortFields...)...)

var measureSpec = object("A procedure, tariff or system", append([]field{
	may("cost_musd", amount("Cost of bringing it in, in prices of 2025", "USD million").or("0")),
	may("cost_musd_per_year", amount("Cost of keeping it going, in prices of 2025", "USD million a year").or("0")),
	may("adoption_months", months("Months until all use it, along an S-curve", 600).or("0")),
}, effortFields...)...)

// effortFields are what projects and measures have in common.
var effortFields = append([]field{
	may("title", plain(formText, "Name for readers")),
	may("enabled", plain(formBoolean, "Whether it goes ahead").or("true")),
	must("start", plain(formMonth, "First month of work and spending")),
	must("duration_months", months("Planned time until it serves", 600)),
	may("delay_factor", positive("Actual over planned duration", "").or("1")),
	may("delay_months", months("Delay added to it; what was to serve by the month as_of of delivery is not delayed", 600).or("0")),
	may("effective_share", number("Share of the claimed effect that comes", "", 0, 2).or("1")),
	may("life_months", months("The effect wears off over so many months, 0 for never", 1200).or("0")),
	may("requires", list("Projects and measures that must serve before this one has an effect", reference("Project or measure", "projects", "measures"))),
	must("changes", named("What it changes, by segment", changeSpec)),
}, deliveryFields...)

var shockSpec = object("A dated disturbance of one segment or one market",
	may("title", plain(formText, "Name for readers")),
	must("from", plain(formMonth, "First month")),
	must("to", plain(formMonth, "Last month")),
	may("segment", reference("Segment whose availability is multiplied", "segments")),
	may("market", reference("Market whose potential is multiplied", "markets")),
	may("factor", number("What it is multiplied by", "", 0, 100)),
	may("rival", reference("Rival that becomes dearer or slower", "rivals")),
	may("add_cost_usd_per_t", signed("Cost added to the rival", "USD/t")),
	may("add_days", signed("Time added to the rival", "days")),
).exactlyOne("segment", "market", "rival")

var metricSpec = object("A number made of result columns",
	may("title", plain(formText, "Name for readers")),
	must("expression", plain(formExpression, "Such as throughput_mt / potential_mt")),
	may("unit", plain(formText, "Unit of the result")),
)

var targetSpec = object("Something to reach by a date",
	may("title", plain(formText, "Name for readers, such as 10 Mt/yr")),
	must("metric", plain(formExpression, "A result column such as throughput_mt, capacity_mt or containers_kteu (thousand TEU), a metric, or an expression on them")),
	must("at", plain(formPeriod, "Year or month to reach it in: a year reads annual results, a month yearly rates of that month")),
	may("at_least", number("Value to reach", "as the metric", minusInfinity, infinity)),
	may("at_most", number("Value to stay under", "as the metric", minusInfinity, infinity)),
).exactlyOne("at_least", "at_most")

// monthly is a list of twelve.
func monthly(doc string, item *spec) *spec {
	s := list(doc, item)
	s.count = 12
	return s
}
