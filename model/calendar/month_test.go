package calendar

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestMonth(t *testing.T) {
	for _, test := range []struct {
		written  string
		month    Month
		year     int
		index    int
		december bool
		name     string
	}{
		{"2024-01", 24288, 2024, 0, false, "January 2024"}, // 2024 × 12
		{"2028-12", 24347, 2028, 11, true, "December 2028"},
		{"0000-01", 0, 0, 0, false, "January 0"},
	} {
		month, err := ParseMonth(test.written)
		require.NoError(t, err)
		require.Equal(t, test.month, month)
		require.Equal(t, test.written, month.String())
		require.Equal(t, test.year, month.Year())
		require.Equal(t, test.index, month.Index())
		require.Equal(t, test.december, month.IsDecember())
		require.Equal(t, test.name, month.Name())
	}
	require.Equal(t, NewMonth(2025, 1), NewMonth(2024, 12)+1)
	for _, wrong := range []string{"", "2024", "2024-1", "2024-13", "2024-00", "24-01", "2024-01-01", "January 2024"} {
		_, err := ParseMonth(wrong)
		require.ErrorContains(t, err, "expected the form 2024-01", wrong)
	}
}

// TestDays against the standard library's calendar, in a year that is no leap year.
func TestDays(t *testing.T) {
	for index := range MonthsPerYear {
		next := time.Date(2025, time.Month(index+2), 1, 0, 0, 0, 0, time.UTC)
		require.Equal(t, next.AddDate(0, 0, -1).Day(), Days(index))
	}
}
