package language

// leversSpec has two kinds of entries: overlays to compare, as a list, and what the explorer
// lets its reader move.
var leversSpec = section("Choices: a list names overlays to compare; a map is a lever of the explorer, beside those that every project and measure has",
	either(list("Overlays to choose from", plain(formEntry, "Overlay")), leverSpec))

// The groups of levers, in the order in which they are shown.
var leverGroups = []string{"market", "project", "hazard", "rival", "money"}

var leverSpec = object("A lever of the explorer",
	may("title", titled("Name for readers")),
	may("group", words("What it is about", leverGroups...).or(leverGroups[0])),
	may("unit", worded("Unit of its numbers, for readers; without it that of the number it sets, or adds to", unitNamed)),
	may("from", signed("Least number", asMoved)),
	may("to", signed("Greatest number", asMoved)),
	may("step", positive("From each position to the next", asMoved)),
	may("sets", list("Numbers of the scenario that it sets", plain(formPath, "Path to a number, or with * for every name to several"))),
	may("adds_to", list("Numbers to each of which it adds; a path to numbers by year leads to all of them", plain(formPath, "Path to numbers"))),
	may("multiplies", list("Numbers each of which it multiplies", plain(formPath, "Path to numbers"))),
	may("choices", named("Choices, one of which leaves the scenario as it is and says neither with nor set", choiceSpec)),
).exactlyOne("sets", "adds_to", "multiplies", "choices")

var choiceSpec = object("A choice of a lever",
	may("title", titled("Name for readers")),
	may("with", list("Overlays it applies, in order: they may change numbers and add shocks", plain(formEntry, "Overlay"))),
	may("set", list("Values it sets, as --set does", plain(formText, "path=value"))),
)
