package language

// posteriorKey is the section of the sample, and the name by which it is drawn.
const posteriorKey = "posterior"

// asDrawn is the unit of what a program writes: plain numbers.
const asDrawn = "as its uncertainty"

// posteriorSpec is replaced whole by a later file: rows of two samples are nothing together.
var posteriorSpec = object("A sample of numbers that are drawn together in the place of their uncertainties, such as a calibration makes. A later one replaces all of it",
	may("title", titled("Name for readers")),
	may("made", section("What it was made of, such as digests of the scenario and of the observations", plain(formText, "What it is"))),
	must("of", list("Uncertainties whose place it takes", reference("Uncertainty", "uncertainties"))),
	must("rows", list("The sample: each row has a value for every one of them, in their order, and is as likely as the next",
		list("Values", signed("Value", asDrawn)))),
)
