package findings

import (
	"fmt"
	"math"

	"corridor/sim/tables"
)

// Forecasts says in a sentence whether the model forecast better than the best of the naive
// forecasts, by the root mean square of ln(said/happened).
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
	switch model, known := errors[tables.Hindcast.Model.Name]; {
	case !known || best == "":
		return "There is nothing to judge the forecasts by."
	case model < errors[best]:
		return fmt.Sprintf("The model forecasts better than the best naive forecast, %s (root mean square of ln(said/happened) %.2f and %.2f).", naive[best], model, errors[best])
	default:
		return fmt.Sprintf("The model does not forecast better than the best naive forecast, %s (root mean square of ln(said/happened) %.2f and %.2f).", naive[best], model, errors[best])
	}
}

// naive names the forecasts that anyone can make for every row.
var naive = map[string]string{tables.Hindcast.LastValue.Name: "the last value", tables.Hindcast.Drift.Name: "a random walk with drift"}
