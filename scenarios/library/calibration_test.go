package library_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

var calibrationClaims = []claim{
	{"calibration/posterior", func(t *testing.T, base, with *future) {
		require.InEpsilon(t, 56.5, with.boxes(t, 2024), 0.001, "as counted")
		years(2025, 2027, func(y int) {
			require.Less(t, with.cargo(tables.Oil, y), base.cargo(tables.Oil, y), "less of the oil agreed on comes: %d", y)
		})
		more := func(f *future, overlays ...string) float64 {
			return runOf(t, "reference", append(overlays, "shock/red-sea")...).boxes(t, 2027) - f.boxes(t, 2027)
		}
		require.Greater(t, more(with, "calibration/posterior"), more(base), "boxes answer more to what ships cost")
		drawn := map[string]bool{}
		for _, u := range with.scenario.Uncertainties {
			drawn[u.Name] = true
		}
		require.True(t, drawn["posterior"])
		for _, name := range with.scenario.Posterior.Of {
			require.False(t, drawn[name], name)
		}
		require.Len(t, drawn, len(base.scenario.Uncertainties)-len(with.scenario.Posterior.Of)+1)
	}},
}
