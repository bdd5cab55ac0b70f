package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSeries(t *testing.T) {
	none, one, two := Series{}, Constant(7), Series{[]int{2024, 2028}, []float64{2, 10}}
	for year, want := range map[int][3]float64{
		2020: {0, 7, 2}, 2024: {0, 7, 2}, 2025: {0, 7, 4}, 2027: {0, 7, 8}, 2028: {0, 7, 10}, 2040: {0, 7, 10},
	} {
		require.Equal(t, want, [3]float64{none.At(year), one.At(year), two.At(year)}, "%d", year)
	}
}

func TestWaterLevel(t *testing.T) {
	none := WaterLevel{MPerYear: -0.1}
	require.Zero(t, none.FallM(2040))
	sea := WaterLevel{Given: Series{[]int{2024, 2026}, []float64{-1, -2}}, MPerYear: -0.25}
	for year, want := range map[int]float64{2020: 1, 2025: 1.5, 2026: 2, 2030: 3} {
		require.InDelta(t, want, sea.FallM(year), 1e-12, "%d", year)
	}
}
