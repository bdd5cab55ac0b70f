package page

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/words"
)

func TestSignedAxis(t *testing.T) {
	for _, test := range []struct{ low, high, min, max float64 }{
		{-45, 160, -50, 200}, {0, 0, 0, 1}, {-3, -1, -3, 0}, {2, 7, 0, 7},
	} {
		a := english.SignedAxis(test.low, test.high, 8)
		require.InDelta(t, test.min, a.Min, 1e-9, "%v", test)
		require.InDelta(t, test.max, a.Max, 1e-9, "%v", test)
	}
}

func TestStep(t *testing.T) {
	for _, test := range []struct {
		span float64
		n    int
		want float64
	}{
		{13.6, 7, 2}, {10, 5, 2}, {10, 10, 1}, {100, 7, 20}, {0.03, 3, 0.01}, {1e12, 6, 2e11},
		{0, 5, 1}, {-3, 5, 1}, {math.NaN(), 5, 1}, {9.99, 1, 10}, {2.0000001, 1, 5},
	} {
		require.Equal(t, test.want, Step(test.span, test.n), "%g in %d", test.span, test.n)
	}
}

func TestValueAxis(t *testing.T) {
	for _, largest := range []float64{1e-9, 0.3, 1, 2.78, 6, 9.99, 10, 13.6, 99, 1e5, 3e11} {
		a := english.ValueAxis(largest, 6)
		require.Zero(t, a.Min)
		require.GreaterOrEqual(t, a.Max, largest*(1-1e-9))
		require.LessOrEqual(t, len(a.Ticks), 7)
		require.GreaterOrEqual(t, len(a.Ticks), 3)
		require.Equal(t, a.Max, a.Ticks[len(a.Ticks)-1].At)
	}
	require.Equal(t, 1.0, english.ValueAxis(0, 6).Max)
}

func labelled(a Axis) (labels []string) {
	for _, tick := range a.Ticks {
		if tick.Label != "" {
			labels = append(labels, tick.Label)
		}
	}
	return labels
}

func TestYearAxis(t *testing.T) {
	require.Equal(t, []string{"2024", "2025", "2026"}, labelled(YearAxis(2024, 2026, 500)))
	require.Equal(t, []string{"2030", "2035", "2040", "2045", "2050"}, labelled(YearAxis(2026, 2050, 200)))
	require.Equal(t, []string{"2027"}, labelled(YearAxis(2027, 2027, 10)))
	require.Len(t, YearAxis(2026, 2050, 200).Ticks, 25)
}

func TestMonthAxis(t *testing.T) {
	first, err := words.ParseMonth("2023-01")
	require.NoError(t, err)
	a := english.MonthAxis(first, first+35, 500)
	require.Equal(t, []string{"2023", "2024", "2025"}, labelled(a))
	major, minor := 0, 0
	for _, tick := range a.Ticks {
		switch {
		case tick.Unmark:
			require.InDelta(t, 6, tick.LabelAt-tick.At, 1e-9, "a year is named under its middle")
		case tick.Minor:
			minor++
		default:
			major++
			require.Zero(t, math.Mod(tick.At, 12), "a January")
		}
	}
	require.Equal(t, 3, major)
	require.Equal(t, 9, minor)
	require.Equal(t, []string{"May 2023"}, labelled(english.MonthAxis(first+4, first+4, 500)))
	require.Equal(t, []string{"Nov 2023", "Dec", "Jan 2024", "Feb"}, labelled(english.MonthAxis(first+10, first+13, 500)))
	require.Len(t, labelled(english.MonthAxis(first, first+11, 500)), 12)
	require.Equal(t, []string{"2023"}, labelled(english.MonthAxis(first, first+11, 300)), "names of months would crowd")
}

// On an axis of many years the marks keep apart.
func TestMarksOfACenturyKeepApart(t *testing.T) {
	const width = 300
	first, last := words.Month(1990*12), words.Month(2089*12+11)
	a := english.MonthAxis(first, last, width)
	at, marks := -1.0, 0
	for _, tick := range a.Ticks {
		if tick.Unmark {
			continue
		}
		require.Greater(t, width*(a.share(tick.At)-at), 2.0)
		at = a.share(tick.At)
		if !tick.Minor {
			marks++
		}
	}
	require.Less(t, marks, 12)
}
