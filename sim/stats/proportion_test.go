package stats

import (
	"math"
	"testing"
)

// Newcombe (1998), Statistics in Medicine 17, 857–872, Table I, method 3.
func TestWilsonAgainstNewcombe(t *testing.T) {
	tests := []struct {
		successes, trials uint64
		low, high         float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
	}
	for _, test := range tests {
		low, high := Wilson(test.successes, test.trials, 0.95)
		if math.Abs(low-test.low) > 5e-5 || math.Abs(high-test.high) > 5e-5 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", test.successes, test.trials, low, high, test.low, test.high)
		}
		low, high = Wilson(test.trials-test.successes, test.trials, 0.95)
		if math.Abs(1-high-test.low) > 5e-5 || math.Abs(1-low-test.high) > 5e-5 {
			t.Errorf("%d failures of %d: %.4f to %.4f", test.successes, test.trials, low, high)
		}
	}
}

func TestWilsonEdges(t *testing.T) {
	tests := []struct {
		successes, trials uint64
		low, high         float64 // exact where 0 or 1
	}{
		{0, 0, 0, 1},
		{0, 5, 0, -1},
		{5, 5, -1, 1},
	}
	for _, test := range tests {
		low, high := Wilson(test.successes, test.trials, 0.9)
		if test.low >= 0 && low != test.low || test.high >= 0 && high != test.high || !(low < high) {
			t.Errorf("%d of %d: %v to %v", test.successes, test.trials, low, high)
		}
	}
}
