package language

import "corridor/sim/tables"

// schema says what a scenario file may hold: every key with its meaning, unit,
// range and default. Keys that end in a unit hold that unit.
var schema = object("A scenario of the corridor, or an overlay on one",
	may("scenario", plain(formName, "Name of the scenario; its results go to a directory of that name")),
	may("overlay", plain(formEntry, "Name of the overlay: a file that changes scenarios and is no scenario itself")),
	may("for", plain(formEntry, "Scenario an overlay is made for, and those that start from it; without it, any. One of the library is refused on other scenarios of the library")),
	may("extends", plain(formEntry, "Scenario this one starts from, by library name or by path to a .yaml file; only what differs is written")),
	may("with", list("Overlays on the scenario it extends, applied before what this file says", plain(formEntry, "Overlay"))),
	may("title", titled("What a chart is headed with; a scenario that extends this one has its own, as of the question and the description")),
	may("question", forReaders(prose("What the scenario asks, in a sentence")).saying(someWords)),
	may("description", forReaders(prose("What a reader should know before believing the results")).saying(someWords)),
	may("sources", section("Works the figures come from, besides those of the library", sourceSpec)),
	must("time", timeSpec),
	may("base_year", number("Year of the base shares and of the costs they were chosen at; without it the year of the start", "year", firstYear, lastYear).integer()),
	may(recalibrate, plain(formBoolean, "On top of another scenario: the base shares belong to the costs and times as they are with this file, and not as they were before it").or("false")),
	may("calibration", calibrationSpec),
	may("declared_capacity", declaredSpec),
	may("water_level", waterSpec),
	may("nodes", section("Places that segments join", nodeSpec)),
	may("cargo", section("Cargo classes", cargoSpec)),
	must("segments", named("Parts of the corridor with a capacity: terminals, borders, lines, sea services", segmentSpec)),
	may("rivals", section("Ways outside the corridor that several markets can use", rivalSpec)),
	must("markets", named("Demands for transport", marketSpec)),
	may("projects", section("Investments", projectSpec)),
	may("measures", section("Procedures, tariffs and systems", measureSpec)),
	may("financiers", section("Who pays for projects and measures", financierSpec)),
	may("economics", economicsSpec),
	may("shocks", section("Dated disturbances", shockSpec)),
	may("hazards", section("Disturbances at random: storms, the level of the water, outages, shocks", hazardSpec)),
	may("pools", section("Fleets of ships that serve several segments, and trades outside, and move to what pays", poolSpec)),
	may("uncertainties", section("Numbers that are not known, with their distributions", uncertaintySpec)),
	may(posteriorKey, posteriorSpec),
	may("correlations", section("Uncertainties that go together", correlationSpec)),
	may(withinKey, withinSpec),
	may("delivery", deliverySpec),
	may("hindcast", hindcastSpec),
	may("experiments", section("Things that happened, to test the model's direction and size with", experimentSpec)),
	may("studies", section("Headline figures of published studies, to set the model beside", studySpec)),
	may("levers", leversSpec),
	may("metrics", section("Expressions on result columns, to use in targets", metricSpec)),
	may("targets", section("What the scenario is judged by", targetSpec)),
	may("expect", section("Checks on the results, which corridor check judges; no result depends on them", expectationSpec)),
).exactlyOne("scenario", "overlay")

var declaredSpec = object("Capacity of the corridor as officially declared, and what of the corridor is like it: comparable_capacity_mt counts that alone",
	must("mt_per_year", amount("What is declared, to show beside what the model finds; nothing is computed from it", "Mt/yr")),
	may("scope", words("Official series whose cargo it counts; without it all cargo", tables.LikeForLike, tables.Headline)),
	may("through", selects("Segments one of which its ways pass; without it all ways", "segments")),
	may("segment_alone", reference("Segment of which alone it may be the capacity, in the words of some sources: shown beside it too", "segments")),
)

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
	may("title", titled("Name for readers")),
	may("tonnes_per_unit", positive("Tonnes in one unit: a TEU, wagon or truck", "t")),
	may("unit", worded("What is counted: TEU, wagon, truck", unitNamed)),
	may("empty_return", share("Share of the units that find no load back which go back empty, by the same services").or("0")),
	may("empty_place", share("Place an empty unit takes, over that of a loaded one").or("1")),
)

var metricSpec = object("A number made of result columns",
	may("title", titled("Name for readers")),
	must("expression", plain(formExpression, "Such as throughput_mt / potential_mt")),
	may("unit", worded("Unit of the result", unitNamed)),
)

var targetSpec = object("Something to reach by a date",
	may("title", titled("Name for readers, such as 10 Mt/yr")),
	must("metric", plain(formExpression, "A result column such as throughput_mt, capacity_mt or containers_kteu (thousand TEU), a metric, or an expression on them")),
	must("at", plain(formPeriod, "Year or month to reach it in: a year reads annual results, a month yearly rates of that month")),
	may("at_least", number("Value to reach", "as the metric", minusInfinity, infinity)),
	may("at_most", number("Value to stay under", "as the metric", minusInfinity, infinity)),
).exactlyOne("at_least", "at_most")
