package model

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

func TestSeries(t *testing.T) {
	none, one, two := Series{}, Constant(7), Series{Years: []int{2024, 2028}, Values: []float64{2, 10}}
	for year, want := range map[int][3]float64{
		2020: {0, 7, 2}, 2024: {0, 7, 2}, 2025: {0, 7, 4}, 2027: {0, 7, 8}, 2028: {0, 7, 10}, 2040: {0, 7, 10},
	} {
		require.Equal(t, want, [3]float64{none.At(year), one.At(year), two.At(year)}, "%d", year)
	}
}

// TestSteps: from a month on a step holds, until the next step or year; lines join years alone.
func TestSteps(t *testing.T) {
	s := Series{Years: []int{2024, 2028, 2030, 2032}, Values: []float64{2, 10, 4, 8}, Steps: []Dated{{calendar.NewMonth(2023, 5), 1}, {calendar.NewMonth(2028, 7), 20}, {calendar.NewMonth(2033, 2), 3}}}
	for _, c := range []struct {
		year  int
		month time.Month
		want  float64
	}{
		{2023, 1, 1}, {2023, 12, 1}, {2024, 1, 2}, {2026, 6, 6}, {2028, 6, 10}, {2028, 7, 20}, {2029, 12, 20}, {2030, 1, 4}, {2031, 12, 6}, {2032, 1, 8}, {2033, 1, 8}, {2033, 2, 3}, {2040, 1, 3},
	} {
		require.Equal(t, c.want, s.In(calendar.NewMonth(c.year, c.month)), "%d-%02d", c.year, c.month)
	}
	only := Series{Steps: []Dated{{calendar.NewMonth(2028, 7), 20}}}
	require.Equal(t, 20.0, only.In(calendar.NewMonth(2024, 1)))
}
