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
