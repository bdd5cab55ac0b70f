package findings

import "corridor/model"

// Tonne is a tonne in Mt: the least that counts as held back in a month.
const Tonne = 1e-6

// HeldBackAllYear is the event of attainment.csv that cargo is held back in every
// month of a year.
const HeldBackAllYear = "held-back-all-year"

// FullFrom is the utilisation, load over capacity, from which a segment is full.
const FullFrom = 1 - model.Rounding

// Full reports whether a segment is full at a utilisation, NaN where it has no capacity.
func Full(utilisation float64) bool { return utilisation >= FullFrom }

// HoldsBack reports whether what is held back in a month counts.
func HoldsBack(mt float64) bool { return mt >= Tonne }

// Most returns the place of the greatest of some masses, of several that are as great,
// but for rounding, the first; −1 where none counts.
func Most(mt []float64) int {
	place, most := -1, 0.0
	for i, v := range mt {
		if HoldsBack(v) && v > most {
			place, most = i, float64(v*(1+model.Rounding))
		}
	}
	return place
}
