package findings

// What findings.csv says of futures, in its column finding.
const (
	TargetMet        = "target-met"
	TargetReached    = "target-reached"  // in or before the year
	TargetInReach    = "target-in-reach" // it would be met if no segment ever limited
	LimitsCapacity   = "limits-capacity"
	HoldsBackMost    = "holds-back-most"
	HoldsNothingBack = "holds-nothing-back"

	CarriesAsMuch     = "carries-as-much"
	CarriesMore       = "carries-more"
	SpendsLess        = "spends-less"          // to the end of the year
	CostsLessPerTonne = "costs-less-per-tonne" // likewise
)

// AsMuch is the part of the tonnes of another plan from which on a plan carries as much:
// a twentieth is less than what is uncertain in any figure of demand. The tolerance is ours.
const AsMuch = 0.95
