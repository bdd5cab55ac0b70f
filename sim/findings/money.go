package findings

import (
	"math"

	"corridor/sim/tables"
)

// netGain is the gain of all kinds together in economics.csv.
const netGain = "net"

// Unvalued says why nothing is said in money of results for which an economics section is there.
func Unvalued(w Words) string {
	return w.Say("What this is worth in money cannot be said: cargo could go nowhere, and economics does not say what is lost with it (lost_cargo_usd_per_t), or it went by a rival without emissions_kg_per_t.")
}

// Money says what a scenario gains against a baseline, all together and as a present value,
// and in which year most; nothing where economics.csv has no rows of them.
func Money(w Words, t *tables.Table, baseline, scenario string) string {
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
		return Unvalued(w)
	}
	if draws == 1 {
		if math.Round(mean[sum]) == 0 && math.Round(mean[most]) == 0 {
			return w.Say("In money %[1]s comes to as much as %[2]s.", scenario, baseline)
		}
		return w.Say("In money %[1]s against %[2]s, as a present value; in %[3]s alone it is %[4]s.", gains(w, scenario, mean[sum]), baseline, year(t, most), gained(w, mean[most]))
	}
	return w.Say("In money %[1]s against %[2]s, as a present value, in the mean of the pairs: between %[3]s and %[4]s in 90 %% of them, above nothing in %[5]s. In %[6]s alone it is %[7]s.",
		gains(w, scenario, mean[sum]), baseline, gained(w, of.P05.Of(t)[sum]), gained(w, of.P95.Of(t)[sum]), percentIn(w, of.Gains.Share.Of(t)[sum]), year(t, most), gained(w, mean[most]))
}

func year(t *tables.Table, row int) string { return tables.Economics.Period.Of(t)[row] }

// gains is who gains or loses how much.
func gains(w Words, scenario string, musd float64) string {
	if musd < 0 {
		return w.Say("%[1]s loses USD %[2]s million", scenario, w.Amount(math.Round(-musd), 0))
	}
	return w.Say("%[1]s gains USD %[2]s million", scenario, w.Amount(math.Abs(math.Round(musd)), 0))
}

// gained is the same as an amount.
func gained(w Words, musd float64) string {
	if math.Round(musd) < 0 {
		return w.Say("−USD %s million", w.Amount(math.Round(-musd), 0))
	}
	return w.Say("USD %s million", w.Amount(math.Abs(math.Round(musd)), 0))
}
