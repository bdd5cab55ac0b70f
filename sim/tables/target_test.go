package tables

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
)

// Rounding decides nothing, and no value meets nothing.
func TestMet(t *testing.T) {
	for _, c := range []struct {
		value         float64
		atLeast, most bool // of ten
	}{
		{9.99, false, true}, {10, true, true}, {10.01, true, false},
		{math.Nextafter(10, 0), true, true}, {math.Nextafter(10, 11), true, true},
		{10 - 1e-6, false, true}, {10 + 1e-6, true, false},
		{math.NaN(), false, false}, {-10, false, true},
	} {
		require.Equal(t, c.atLeast, (&Target{Threshold: 10}).Met(c.value), "%v at least 10", c.value)
		require.Equal(t, c.most, (&Target{Threshold: 10, AtMost: true}).Met(c.value), "%v at most 10", c.value)
	}
	zero := Target{AtMost: true}
	require.True(t, zero.Met(0))
	require.False(t, zero.Met(1e-300), "nothing is rounded from zero")
}

// A value to reach is attained as early as it is met; one to stay under from its date on.
func TestAttained(t *testing.T) {
	at := calendar.NewMonth(2030, 12)
	reach, stay := Target{Threshold: 5, At: Period{Month: at}}, Target{Threshold: 5, At: Period{Month: at}, AtMost: true}
	for _, c := range []struct {
		month         calendar.Month
		value         float64
		reached, kept bool
	}{
		{at - 1, 6, true, false}, {at - 1, 4, false, false}, {at, 4, false, true}, {at, 6, true, false}, {at + 12, 4, false, true}, {at + 12, math.NaN(), false, false},
	} {
		require.Equal(t, c.reached, reach.Attained(c.month, c.value), "%v in %v", c.value, c.month)
		require.Equal(t, c.kept, stay.Attained(c.month, c.value), "%v in %v", c.value, c.month)
	}
}

func TestLabelOfProject(t *testing.T) {
	labels := Labels{Projects: map[string]ProjectLabel{"berths": {Title: "Berths at Aktau"}}}
	require.Equal(t, "Berths at Aktau", labels.Project("berths"))
	require.Equal(t, "dredging", labels.Project("dredging"), "called by its name")
}
