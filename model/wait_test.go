package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWaitDays(t *testing.T) {
	const month = 30.4375 // days, 365.25 / 12
	for _, test := range []struct{ backlog, carried, want float64 }{
		{0, 5, 0},
		{0, 0, 0},
		{5, 5, month},
		{1, 4, month / 4},
		{3, 1, MaxWaitDays}, // 91.3 days
		{2.9, 1, 2.9 * month},
		{1e-9, 0, MaxWaitDays},
	} {
		require.InDelta(t, test.want, WaitDays(test.backlog, test.carried), 1e-9, "%+v", test)
	}
}

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
