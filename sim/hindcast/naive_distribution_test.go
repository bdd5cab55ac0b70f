package hindcast

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/score"
)

func past(t *testing.T, rows ...string) *History {
	h, err := ReadHistory(strings.NewReader(header + strings.Join(rows, "")))
	require.NoError(t, err)
	return h
}

// last returns the last observation of a history.
func last(h *History) *Observation { return &h.Observations[len(h.Observations)-1] }

func wagons(period, value string) string { return row("kuryk-wagons", period, value, "wagons", "") }

// TestNaiveByHand: of 100, 200, 100 and 400 wagons the last value was off by ln 2, −ln 2 and
// ln 4. The walk with drift knew no drift in 2020; in 2021 it said 400, with a stretch of √(1 + 1/1), and in
// 2022 100, with √(1 + 1/2).
func TestNaiveByHand(t *testing.T) {
	known := []string{wagons("2020", "100"), wagons("2021", "200"), wagons("2022", "100"), wagons("2023", "400")}
	ln2 := math.Ln2
	lastValue, drift := ln2*math.Sqrt(2), ln2*math.Sqrt((1+2+4/1.5)/3)
	for _, c := range []struct {
		later, period string
		ahead         float64
	}{
		{"", "2024", 1}, {wagons("2024", "9000"), "2025", 2}, // what came after the origin is not known
	} {
		h := past(t, append(known, c.later, wagons(c.period, "500"))...)
		got := h.naive(Forecast, last(h), 2023)
		require.Len(t, got, 2)
		require.Equal(t, []string{LastValue, Drift}, []string{got[0].Forecaster, got[1].Forecaster})
		a, b := got[0].Forecast.(score.Normal), got[1].Forecast.(score.Normal)
		require.InDelta(t, math.Log(400), a.Mean, 1e-12)
		require.InDelta(t, lastValue*math.Sqrt(c.ahead), a.SD, 1e-12)
		require.InDelta(t, math.Log(400)+c.ahead*2*ln2/3, b.Mean, 1e-12)
		require.InDelta(t, drift*math.Sqrt(c.ahead*(1+c.ahead/3)), b.SD, 1e-12)
	}
}

// TestNaiveOfPartsOfYears: the same months of an earlier year, with the spread of the series; none
// where these months are not known.
func TestNaiveOfPartsOfYears(t *testing.T) {
	known := []string{wagons("2020", "100"), wagons("2021", "200"), wagons("2022", "100"), wagons("2021-01/2021-06", "60")}
	h := past(t, append(known, wagons("2023-01/2023-06", "50"))...)
	got := h.naive(Forecast, last(h), 2022)[0].Forecast.(score.Normal)
	require.InDelta(t, math.Log(60), got.Mean, 1e-12)
	require.InDelta(t, math.Ln2*math.Sqrt2, got.SD, 1e-12, "two years ahead")
	h = past(t, append(known, wagons("2023-Q1", "50"))...)
	require.Empty(t, h.naive(Forecast, last(h), 2022))
	h = past(t, append(known, wagons("2023", "0"))...)
	require.Empty(t, h.naive(Forecast, last(h), 2022), "0 has no logarithm")
}

// TestNaiveSpreadBorrowed: of one error no spread is told, but that of all series; of none at all it is assumed.
func TestNaiveSpreadBorrowed(t *testing.T) {
	trucks := func(year, n string) string { return row("trucks", year, n, "vehicles", "") }
	known := []string{wagons("2020", "100"), wagons("2021", "200"), wagons("2022", "100")}
	h := past(t, append(known, trucks("2021", "10"), trucks("2022", "40"), trucks("2023", "40"))...)
	got := h.naive(Forecast, last(h), 2022)[0].Forecast.(score.Normal)
	require.InDelta(t, math.Ln2*math.Sqrt((1+1+4)/3.0), got.SD, 1e-12)
	h = past(t, trucks("2022", "40"), trucks("2023", "40"))
	require.Equal(t, assumedSpread, h.naive(Forecast, last(h), 2022)[0].Forecast.(score.Normal).SD)
}
