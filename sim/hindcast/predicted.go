package hindcast

import "corridor/sim/score"

// Forecasters whose forecasts are distributions. The naive ones are those that anyone can make.
const (
	ByModel   = "model" // calibrated on the years up to the origin
	ByPrior   = "prior" // not calibrated
	LastValue = "last_value"
	Drift     = "drift"
)

// Predicted is the predictive distribution of one observation, of ln(value), from an origin.
type Predicted struct {
	Kind        Kind
	Forecaster  string
	Origin      int // year at whose end it is said
	Observation *Observation
	Forecast    score.Distribution // of ln(value)
}
