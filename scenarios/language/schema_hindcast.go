package language

import "corridor/sim/hindcast"

// What experiments and studies compare.
var measured = hindcast.Measures()

var hindcastSpec = object("What the model would have said, to set beside what happened",
	must("start", plain(formMonth, "First month simulated")),
	must("fit", list("Years the parameters are fitted on; potentials are known to the year before the first", plain(formYear, "Year"))),
	must("hold_out", plain(formYear, "Year kept out of the fit, to judge it on")),
	must("trend_per_year", number("Growth a year of all potentials after the known ones, fitted between low and high; a plain number is not fitted", "per year", -1, 10)),
	may("base_at_origin", plain(formBoolean, "Each origin is the base year of its runs: the base shares are those of that year, and belong to its prices").or("false")),
	may("parameters", list("Further numbers of the scenario to fit, each between the low and high it is given with; one that an overlay or --set gives without them is not fitted", plain(formPath, "Path to a number"))),
	may("calibration", calibratedSpec),
)

var experimentSpec = object("Something that happened, and how the corridor's figures changed with it",
	may("title", titled("Name for readers")),
	may("without", list("Overlays of the run compared with", plain(formEntry, "Overlay"))),
	may("with", list("Overlays of the run that has it", plain(formEntry, "Overlay"))),
	must("metric", words("What is compared", measured...)),
	must("year", plain(formYear, "Year compared")),
	may("over_year", plain(formYear, "Year of the same run to compare with, instead of a run without")),
	must("observed_low", signed("Least change observed, as a ratio less 1; 0.1 is 10 % more", "")),
	must("observed_high", signed("Greatest change observed, likewise", "")),
)

var studySpec = object("A figure of a published study and the conditions to run the model under",
	must("study", worded("Study, with author and year", someWords)),
	must("quantity", worded("What the figure is", someWords)),
	must("scope", worded("What the study counts", someWords)),
	may("with", list("Overlays that set the study's conditions", plain(formEntry, "Overlay"))),
	may("metric", words("Measure of the model to set beside it", measured...)),
	may("ways", list("In the place of metric: the share of cargo that goes by these ways, such as boxes.north, of markets and their routes", plain(formPath, "Market and route"))),
	may("among", list("With ways: of what goes by these, ways themselves among them", plain(formPath, "Market and route"))),
	must("year", plain(formYear, "Year of the figure")),
	may("over_year", plain(formYear, "Year the figure is a multiple of; without it the figure is a level")),
	must("value", plainFigure),
	must("unit", worded("Unit of the figure", unitNamed)),
).exactlyOne("metric", "ways")

var plainFigure = amount("Figure of the study", "as its unit")

var calibratedSpec = object("What the uncertainties that say so are calibrated on",
	must("series", named("Series of what was observed, by name", relianceSpec)),
)

var relianceSpec = object("How far an observation of a series may be off",
	must("error", amount("Standard deviation of the observation about what happened, in proportion: 0.02 is 2 %", "ratio")),
	must("discrepancy", amount("Standard deviation of what happened about the model at its best, likewise", "ratio")),
	may("fitted", plain(formBoolean, "The parameters are calibrated on it; otherwise it is only shown and scored, as a series that counts the cargo of another").or("true")),
	may("note", plain(formText, "Why it is trusted so far")),
)
