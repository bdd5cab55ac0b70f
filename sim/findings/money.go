package findings

import (
	"fmt"
	"math"

	"corridor/sim/tables"
)

// netGain is the gain of all kinds together in economics.csv.
const netGain = "net"

// Unvalued says why nothing is said in money of results for which an economics section is there.
const Unvalued = "What this is worth in money cannot be said: cargo could go nowhere, and economics does not say what is lost with it (lost_cargo_usd_per_t), or it went by a rival without emissions_kg_per_t."

// Money says what a scenario gains against a baseline, all together and as a present value,
// and in which year most; nothing where economics.csv has no rows of them.
func Money(t *tables.Table, baseline, scenario string) string {
	of := &tables.Economics
	sum, most := -1, -1
	for row, period := range of.Period.Of(t) {
		if of.Gain.Of(t)[row] != netGain || of.Baseline.Of(t)[row] != baseline || of.Scenario.Of(t)[row] != scenario {
			continue
		}
		mean := of.Mean.Of(t)
		switch {
		case period == tables.PresentValue:
			sum = row
		case most < 0 || math.IsNaN(mean[most]) || math.Abs(mean[row]) > math.Abs(mean[most]):
			most = row
		}
	}
	if sum < 0 || most < 0 {
		return ""
	}
	mean, draws := of.Mean.Of(t), int(of.Draws.Of(t)[sum])
	if math.IsNaN(mean[sum]) {
		return Unvalued
	}
	if draws == 1 {
		if math.Round(mean[sum]) == 0 && math.Round(mean[most]) == 0 {
			return fmt.Sprintf("In money %s comes to as much as %s.", scenario, baseline)
		}
		return fmt.Sprintf("In money %s %s against %s, as a present value; in %s alone it is %s.", scenario, gains(mean[sum]), baseline, year(t, most), gained(mean[most]))
	}
	return fmt.Sprintf("In money %s %s against %s, as a present value, in the mean of the pairs: between %s and %s in 90 %% of them, above nothing in %s. In %s alone it is %s.",
		scenario, gains(mean[sum]), baseline, gained(of.P05.Of(t)[sum]), gained(of.P95.Of(t)[sum]), Percent(of.Gains.Share.Of(t)[sum]), year(t, most), gained(mean[most]))
}

func year(t *tables.Table, row int) string { return tables.Economics.Period.Of(t)[row] }

// gains is what is gained or lost, as a verb and its object.
func gains(musd float64) string {
	if musd < 0 {
		return "loses USD " + millions(-musd) + " million"
	}
	return "gains USD " + millions(musd) + " million"
}

// gained is the same as an amount.
func gained(musd float64) string {
	if math.Round(musd) < 0 {
		return "−USD " + millions(-musd) + " million"
	}
	return "USD " + millions(musd) + " million"
}
