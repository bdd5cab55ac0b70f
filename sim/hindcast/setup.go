package hindcast

import (
	"slices"

	"corridor/model/calendar"
)

// Setup says what a hindcast fits, and on which years it is judged. A scenario holds it
// as it is.
type Setup struct {
	Start calendar.Month // of every run
	// BaseAtOrigin makes each origin the base year of its runs.
	BaseAtOrigin bool
	FitYears     []int       // ascending; potentials are known up to the year before the first
	HoldOut      int         // a year after them, which no fit sees
	Trend        Parameter   // growth a year of all potentials after the origin
	Parameters   []Parameter // fitted with it

	Calibration *Calibration // nil for none
}

// Calibration says which uncertain numbers are calibrated, and on what.
type Calibration struct {
	Of     []string // names of uncertainties of the scenario
	Series []Reliance
}

// Reliance says how far an observation of a series may be off, in proportion.
type Reliance struct {
	Series      *Series
	Error       float64 // standard deviation of the observation about what happened
	Discrepancy float64 // standard deviation of what happened about the model at its best
	Fitted      bool    // otherwise it is only shown and scored
}

// TestYears lists the years that are said from the year before: those of the fit, and the one held out.
func (s *Setup) TestYears() []int { return append(slices.Clone(s.FitYears), s.HoldOut) }

// Parameter is a number to fit, with the bounds it is fitted in: Low ≤ Start ≤ High, in
// the unit of the number. Where Low is High it is not fitted.
type Parameter struct {
	Path      string // to the number in the scenario
	Low, High float64
	Start     float64 // its value in the scenario, from which the search starts
}
