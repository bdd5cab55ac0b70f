package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWaterLevel(t *testing.T) {
	none := WaterLevel{MPerYear: -0.1}
	require.Zero(t, none.FallM(2040))
	sea := WaterLevel{Given: Series{Years: []int{2024, 2026}, Values: []float64{-1, -2}}, MPerYear: -0.25}
	for year, want := range map[int]float64{2020: 1, 2025: 1.5, 2026: 2, 2030: 3} {
		require.InDelta(t, want, sea.FallM(year), 1e-12, "%d", year)
	}
}
