package runs

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// What the ministry's series says stands beside results of the cargo it counts, and of whole
// years alone; a corridor of nobody's series has nothing beside it.
func TestObservedIn(t *testing.T) {
	for name, years := range map[string][]int{
		"stated":    {2023, 2024, 2025},
		"reference": {2024, 2025},
		"ebrd-2040": {2024, 2025}, // in 2022 and 2023 it did not count all of the cargo
		"teaching":  nil,
	} {
		s, err := Load(context.Background(), scenarios.Request{Scenario: name})
		require.NoError(t, err)
		var got []int
		for _, o := range ObservedIn(s) {
			got = append(got, o.Year)
			require.Equal(t, "throughput_mt", o.Metric)
			require.NotEmpty(t, o.Path)
			require.InDelta(t, map[int]float64{2023: 2.764, 2024: 4.484, 2025: 4.119}[o.Year], o.Value, 1e-12)
		}
		require.Equal(t, years, got, name)
	}
}
