package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCongestion: 4 days, α = 0.15 and β = 4, the values the Bureau of Public
// Roads gave.
func TestCongestion(t *testing.T) {
	bpr := Congestion{Alpha: 0.15, Beta: 4}
	for _, test := range []struct {
		name                 string
		c                    Congestion
		load, capacity, want float64
	}{
		{"empty", bpr, 0, 10, 0},
		{"full: 1 + α", bpr, 10, 10, 0.6},
		{"half: α/16", bpr, 5, 10, 0.6 / 16},
		{"closed and empty", bpr, 0, 0, 0},
		{"closed under load: as if full", bpr, 3, 0, 0.6},
		{"in a straight line", Congestion{0.5, 1}, 5, 10, 1},
		{"the same at any load", Congestion{0.5, 0}, 1, 10, 2},
		{"none", Congestion{0, 4}, 10, 10, 0},
	} {
		require.InDelta(t, test.want, test.c.delay(4, test.load, test.capacity), 1e-12, test.name)
	}
}
