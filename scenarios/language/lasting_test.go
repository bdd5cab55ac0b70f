package language

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// TestPieces: of each month as much as the calendar says, by hand.
func TestPieces(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     []piece
	}{
		{"2027-03", "2027-05", []piece{{month(t, "2027-03"), month(t, "2027-05"), 1}}},
		{"2027-03-10", "2027-03-23", []piece{{month(t, "2027-03"), month(t, "2027-03"), 14. / 31}}},
		{"2027-03-01", "2027-03-31", []piece{{month(t, "2027-03"), month(t, "2027-03"), 1}}},
		{"2027-03-31", "2027-06-01", []piece{
			{month(t, "2027-03"), month(t, "2027-03"), 1. / 31}, {month(t, "2027-04"), month(t, "2027-05"), 1}, {month(t, "2027-06"), month(t, "2027-06"), 1. / 30},
		}},
		{"2027-12-18", "2028-01", []piece{{month(t, "2027-12"), month(t, "2027-12"), 14. / 31}, {month(t, "2028-01"), month(t, "2028-01"), 1}}},
		// February has 29 days in 2028 and 28 in 2027.
		{"2028-02-01", "2028-02-28", []piece{{month(t, "2028-02"), month(t, "2028-02"), 28. / 29}}},
		{"2027-02-01", "2027-02-28", []piece{{month(t, "2027-02"), month(t, "2027-02"), 1}}},
		// Fifteen days of each of two months of 30 are as much of both.
		{"2027-11-16", "2027-11-30", []piece{{month(t, "2027-11"), month(t, "2027-11"), 0.5}}},
		{"2027-03-02", "2027-03-01", nil},
	} {
		from, err := parseSpan(c.from)
		require.NoError(t, err)
		to, err := parseSpan(c.to)
		require.NoError(t, err)
		require.Equal(t, c.want, lasting{from.first, to.end}.pieces(), "%s to %s", c.from, c.to)
	}
}

// TestMonthsAfter: the same day of a later month, or where that has no such day its last.
func TestMonthsAfter(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2027-03", 1, "2027-04-01"}, {"2027-03-10", 2, "2027-05-10"}, {"2027-01-31", 1, "2027-02-28"}, {"2028-01-31", 1, "2028-02-29"}, {"2027-12-05", 1, "2028-01-05"},
	} {
		from, err := parseSpan(c.from)
		require.NoError(t, err)
		want, err := parseSpan(c.want)
		require.NoError(t, err)
		require.Equal(t, want.first, monthsAfter(from.first, c.months), "%d months after %s", c.months, c.from)
	}
}

func TestParseSpanRefuses(t *testing.T) {
	for _, said := range []string{"2027", "2027-13", "2027-02-29", "2027-2-3", "1899-12-31", "2201-01-01", "tomorrow", "2027-03-10T00:00:00Z"} {
		_, err := parseSpan(said)
		require.Error(t, err, said)
	}
}

func month(t *testing.T, said string) calendar.Month {
	t.Helper()
	m, err := parseMonth(said)
	require.NoError(t, err)
	return m
}
