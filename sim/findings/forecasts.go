package findings

import (
	"fmt"
	"math"

	"corridor/sim/tables"
)

// Forecasts says in a sentence whether the model forecast better or worse than the best of the
// naive forecasts, by the root mean square of ln(said/happened).
func Forecasts(scores *tables.Table) string {
	errors, best := map[string]float64{}, ""
	for row, f := range tables.Scores.Forecaster.Of(scores) {
		if tables.Scores.Kind.Of(scores)[row] != tables.Forecast || tables.Scores.Over.Of(scores)[row] != tables.AllYears {
			continue
		}
		errors[f] = tables.Scores.RMSLog.Of(scores)[row]
		if math.IsNaN(errors[f]) {
			errors[f] = math.Inf(1) // nothing was said to come
		}
		if naive[f] != "" && (best == "" || errors[f] < errors[best]) {
			best = f
		}
	}
	model, known := errors[tables.Hindcast.Model.Name]
	if !known || best == "" {
		return "There is nothing to judge the forecasts by."
	}
	verdict := "The model forecasts about as well as"
	switch {
	case model < float64(errors[best]*(1-even)):
		verdict = "The model forecasts better than"
	case model > float64(errors[best]*(1+even)):
		verdict = "The model forecasts worse than"
	}
	return fmt.Sprintf("%s the best naive forecast, %s: root mean square of ln(said/happened) %.2f and %.2f.", verdict, naive[best], model, errors[best])
}

// even is how much less an error must be than another to be called less: a dozen rows tell no
// more.
const even = 0.1

// naive names the forecasts that anyone can make for every row.
var naive = map[string]string{tables.Hindcast.LastValue.Name: "the last value", tables.Hindcast.Drift.Name: "a random walk with drift"}
