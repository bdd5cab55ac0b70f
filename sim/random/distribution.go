package random

import (
	"fmt"
	"math"
	"slices"
)

// Distribution is a probability distribution of one uncertain number. A uniform
// number u becomes a value by Quantile(u), so that one number is read per value
// and a higher u never gives a lower value.
//
// Values are made by the constructors of this package, which check the
// parameters; a value that is not made by one is not usable.
type Distribution interface {
	// Quantile returns the smallest value that is not exceeded with probability
	// u. At 0 and 1 it is the end of the range, ±Inf if there is none; outside
	// [0, 1] it is NaN.
	Quantile(u float64) float64
	// CDF returns the probability of a value of at most x.
	CDF(x float64) float64
	// Mean returns the expected value, which a run without chance uses.
	Mean() float64
}

// isProbability reports whether u is in [0, 1], which NaN is not.
func isProbability(u float64) bool { return u >= 0 && u <= 1 }

// isFinite reports whether x is neither infinite nor NaN.
func isFinite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

// checkFinite returns an error that names the first of several parameters,
// given as name and value, that is not a finite number.
func checkFinite(distribution string, names []string, values ...float64) error {
	for i, value := range values {
		if !isFinite(value) {
			return fmt.Errorf("%s: %s is %v, expected a finite number", distribution, names[i], value)
		}
	}
	return nil
}

// checkWeights returns an error unless there are as many weights as there are
// things, none of them negative and not all of them 0.
func checkWeights(distribution, things string, count int, weights []float64) error {
	if len(weights) != count {
		return fmt.Errorf("%s: %d %s with %d weights, expected as many", distribution, count, things, len(weights))
	}
	for i, weight := range weights {
		if !isFinite(weight) || weight < 0 {
			return fmt.Errorf("%s: weight %d is %v, expected a finite number of at least 0", distribution, i+1, weight)
		}
	}
	if count == 0 || slices.Max(weights) == 0 {
		return fmt.Errorf("%s: expected at least one of the %s to have a weight above 0", distribution, things)
	}
	return nil
}

// checkRange returns an error unless low is below high, both finite.
func checkRange(distribution string, low, high float64) error {
	if err := checkFinite(distribution, []string{"low", "high"}, low, high); err != nil {
		return err
	}
	if low >= high {
		return fmt.Errorf("%s from %v to %v, expected low below high", distribution, low, high)
	}
	return nil
}

// checkMode returns an error unless low ≤ mode ≤ high and low < high.
func checkMode(distribution string, low, mode, high float64) error {
	if err := checkRange(distribution, low, high); err != nil {
		return err
	}
	if !(low <= mode && mode <= high) {
		return fmt.Errorf("%s from %v to %v with mode %v, expected the mode between them", distribution, low, high, mode)
	}
	return nil
}

// checkPositive returns an error unless a parameter is finite and above 0.
func checkPositive(distribution, name string, value float64) error {
	if !isFinite(value) || value <= 0 {
		return fmt.Errorf("%s: %s is %v, expected a finite number above 0", distribution, name, value)
	}
	return nil
}
