package language

// withinKey is the section of the limits within which futures are drawn.
const withinKey = "within"

// withinSpec names uncertainties also as those of projects are named.
var withinSpec = section("Limits within which futures are drawn: draws outside are thrown away and drawn again, with all that goes together. A box that corridor discover finds is one", insideSpec).ofUncertainties()

var insideSpec = object("What an uncertainty may be",
	may("at_least", signed("Least value", asNumber)),
	may("at_most", signed("Greatest value", asNumber)),
	may("among", list("Values it may take, of those of a discrete or empirical distribution", signed("Value", asNumber))),
)
