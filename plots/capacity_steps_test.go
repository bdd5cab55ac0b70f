package plots

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// The capacity of one segment steps in the month in which it does, December 2028.
func TestCapacityStepsInItsMonth(t *testing.T) {
	path, err := capacityOverTime(examplePackage(exampleMonthly()), exampleYears, exampleCapacity)
	require.NoError(t, err)
	require.True(t, path.steps)
	for i, x := range path.xs {
		switch december := 2027.5 + 11.0/12; {
		case x < 2023.5:
			require.InDelta(t, 5.8, path.ys[i], 1e-9)
		case x > 2023.6 && x < december-1e-9:
			require.InDelta(t, 6, path.ys[i], 1e-9, x)
		case x > december+1e-9:
			require.InDelta(t, 10, path.ys[i], 1e-9, x)
		}
	}
}

// Where winter takes a tenth of it, and where there are no months, the Decembers are all that
// is known.
func TestCapacityInDecembers(t *testing.T) {
	seasonal := exampleMonthly()
	for row := range seasonal.Len() {
		if row%12 == 11 {
			tables.Monthly.CapacityMt.Of(seasonal)[row] *= 0.9
		}
	}
	for name, p := range map[string]*tables.Package{"seasons": examplePackage(seasonal), "no months": examplePackage()} {
		path, err := capacityOverTime(p, exampleYears, exampleCapacity)
		require.NoError(t, err, name)
		require.False(t, path.steps, name)
		require.Equal(t, exampleCapacity, path.ys, name)
		require.InDelta(t, 2023.5-0.5/12, path.xs[0], 1e-9, name)
	}
}
