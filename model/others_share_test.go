package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOthersShares by hand: of 6 Mt of the corridor beside 2 of others a quarter is the others'.
// A segment changed twice counts once, two segments count by what passes both, and a shock
// or a delay changes nothing.
func TestOthersShares(t *testing.T) {
	quarter, half, alone := fixed("quarter", 24), fixed("half", 24), fixed("alone", 24)
	quarter.OtherTraffic, half.OtherTraffic = Constant(2), Constant(6)
	c := corridor([]Segment{quarter, half, alone}, market("ore", 6, route("line", 1, 0, 1, 2)))
	on := func(segments ...int) (changes []Change) {
		for _, s := range segments {
			changes = append(changes, Change{Segment: s, Quantity: StorageMt, Add: 1})
		}
		return changes
	}
	c.Projects = []Project{
		{Name: "a quarter", Start: c.Start, DelayFactor: 1, Changes: on(0)},
		{Name: "half", Start: c.Start, DelayFactor: 1, Changes: on(1)},
		{Name: "after the end", Start: c.Start + 20, DurationMonths: 12, DelayFactor: 1, Changes: on(1)},
		{Name: "two, one of them twice", Start: c.Start, DelayFactor: 1, Changes: on(0, 1, 0)},
		{Name: "the corridor's alone", Start: c.Start, DelayFactor: 1, Changes: on(2)},
		{Name: "nothing", Start: c.Start, DelayFactor: 1},
	}
	want := []float64{2. / 8, 6. / 12, 6. / 12, 8. / 20, 0, 0}
	got, err := c.OthersShares()
	require.NoError(t, err)
	require.InDeltaSlice(t, want, got, 1e-12)

	c.Shocks = []Shock{{From: c.Start, To: c.Start + 23, Segment: 1, Market: -1, Factor: 0}}
	got, err = c.OthersShares()
	require.NoError(t, err)
	require.InDeltaSlice(t, want, got, 1e-12)
}

// TestOthersSharesOfTheLastYears: traffic of the years before the last five does not count.
func TestOthersSharesOfTheLastYears(t *testing.T) {
	grown := fixed("grown", 24)
	grown.OtherTraffic = Series{Years: []int{2024, 2025}, Values: []float64{0, 6}}
	c := corridor([]Segment{grown}, market("ore", 6, route("line", 1, 0)))
	c.Months = 72
	c.Projects = []Project{{Start: c.Start, DelayFactor: 1, Changes: []Change{{Segment: 0, Quantity: StorageMt, Add: 1}}}}
	got, err := c.OthersShares()
	require.NoError(t, err)
	require.InDelta(t, 0.5, got[0], 1e-12)
}
