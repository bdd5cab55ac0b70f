package plots

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStep(t *testing.T) {
	for _, test := range []struct {
		span float64
		n    int
		want float64
	}{
		{13.6, 7, 2}, {10, 5, 2}, {10, 10, 1}, {100, 7, 20}, {0.03, 3, 0.01}, {1e12, 6, 2e11},
		{0, 5, 1}, {-3, 5, 1}, {math.NaN(), 5, 1}, {9.99, 1, 10}, {2.0000001, 1, 5},
	} {
		require.Equal(t, test.want, step(test.span, test.n), "%g in %d", test.span, test.n)
	}
}

func TestValueAxis(t *testing.T) {
	for _, largest := range []float64{1e-9, 0.3, 1, 2.78, 6, 9.99, 10, 13.6, 99, 1e5, 3e11} {
		a := english.valueAxis(largest, 6)
		require.Zero(t, a.min)
		require.GreaterOrEqual(t, a.max, largest*(1-1e-9))
		require.LessOrEqual(t, len(a.ticks), 7)
		require.GreaterOrEqual(t, len(a.ticks), 3)
		require.Equal(t, a.max, a.ticks[len(a.ticks)-1].at)
	}
	require.Equal(t, 1.0, english.valueAxis(0, 6).max)
}

func labelled(a axis) (labels []string) {
	for _, tick := range a.ticks {
		if tick.label != "" {
			labels = append(labels, tick.label)
		}
	}
	return labels
}

func TestYearAxis(t *testing.T) {
	require.Equal(t, []string{"2024", "2025", "2026"}, labelled(yearAxis(2024, 2026, 500)))
	require.Equal(t, []string{"2030", "2035", "2040", "2045", "2050"}, labelled(yearAxis(2026, 2050, 200)))
	require.Equal(t, []string{"2027"}, labelled(yearAxis(2027, 2027, 10)))
	require.Len(t, yearAxis(2026, 2050, 200).ticks, 25)
}

func TestMonthAxis(t *testing.T) {
	first, err := parseMonth("2023-01")
	require.NoError(t, err)
	a := english.monthAxis(first, first+35, 500)
	require.Equal(t, []string{"2023", "2024", "2025"}, labelled(a))
	major, minor := 0, 0
	for _, tick := range a.ticks {
		switch {
		case tick.unmark:
			require.InDelta(t, 6, tick.labelAt-tick.at, 1e-9, "a year is named under its middle")
		case tick.minor:
			minor++
		default:
			major++
			require.Zero(t, math.Mod(tick.at, 12), "a January")
		}
	}
	require.Equal(t, 3, major)
	require.Equal(t, 9, minor)
	require.Equal(t, []string{"May 2023"}, labelled(english.monthAxis(first+4, first+4, 500)))
	require.Equal(t, []string{"Nov 2023", "Dec", "Jan 2024", "Feb"}, labelled(english.monthAxis(first+10, first+13, 500)))
	require.Len(t, labelled(english.monthAxis(first, first+11, 500)), 12)
	require.Equal(t, []string{"2023"}, labelled(english.monthAxis(first, first+11, 300)), "names of months would crowd")
}

func TestAmount(t *testing.T) {
	for want, got := range map[string]string{
		"0":                     english.amount(0, 0),
		"0.0":                   english.amount(-0.0001, 1),
		"−3":                    english.amount(-3, 0),
		"9999":                  english.amount(9999, 0),
		"10\u00a0000":           english.amount(1e4, 0),
		"1\u00a0234\u00a0567.9": english.amount(1234567.89, 1),
		"200\u00a0000\u00a0000": english.amount(2e8, 0),
		"2·10^9":                english.amount(2e9, 0),
		"−1.23·10^12":           english.amount(-1.234e12, 2),
		"1.5·10^−9":             english.amount(1.5e-9, 10),
		"0.02":                  english.amount(0.02, 2),
	} {
		require.Equal(t, want, got)
	}
}

// On an axis of many years the marks keep apart.
func TestMarksOfACenturyKeepApart(t *testing.T) {
	const width = 300
	first, last := month(1990*12), month(2089*12+11)
	a := english.monthAxis(first, last, width)
	at, marks := -1.0, 0
	for _, tick := range a.ticks {
		if tick.unmark {
			continue
		}
		require.Greater(t, width*(a.share(tick.at)-at), 2.0)
		at = a.share(tick.at)
		if !tick.minor {
			marks++
		}
	}
	require.Less(t, marks, 12)
}
