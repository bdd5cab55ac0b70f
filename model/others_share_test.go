package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestOthersShares by hand: of 6 Mt of the corridor beside 2 of others a quarter is the others';
// where it is 6 in 2025 only, half of what passes then. A segment changed twice counts once, and
// two segments count by what passes both.
func TestOthersShares(t *testing.T) {
	quarter, half, alone := fixed("quarter", 24), fixed("half", 24), fixed("alone", 24)
	quarter.OtherTraffic = Constant(2)
	half.OtherTraffic = Series{Years: []int{2024, 2025}, Values: []float64{0, 6}}
	c := corridor([]Segment{quarter, half, alone}, market("ore", 6, route("line", 1, 0, 1, 2)))
	on := func(segments ...int) (changes []Change) {
		for _, s := range segments {
			changes = append(changes, Change{Segment: s, Quantity: StorageMt, Add: 1})
		}
		return changes
	}
	c.Projects = []Project{
		{Name: "from the start", Start: c.Start, DelayFactor: 1, Changes: on(0)},
		{Name: "from 2025", Start: c.Start, DurationMonths: 12, DelayFactor: 1, Changes: on(1)},
		{Name: "after the end, so the last year", Start: c.Start + 20, DurationMonths: 12, DelayFactor: 1, Changes: on(1)},
		{Name: "over both years", Start: c.Start, DelayFactor: 1, Changes: on(1)},
		{Name: "two, one of them twice", Start: c.Start, DurationMonths: 12, DelayFactor: 1, Changes: on(0, 1, 0)},
		{Name: "the corridor's alone", Start: c.Start, DelayFactor: 1, Changes: on(2)},
		{Name: "nothing", Start: c.Start, DelayFactor: 1},
	}
	got, err := c.OthersShares()
	require.NoError(t, err)
	require.InDeltaSlice(t, []float64{2. / 8, 6. / 12, 6. / 12, 6. / 18, 8. / 20, 0, 0}, got, 1e-12)
}
