package findings

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestFull(t *testing.T) {
	for utilisation, want := range map[float64]bool{1: true, 1 + 1e-15: true, 1 - 1e-12: true, 0.9999: false, 0: false} {
		require.Equal(t, want, Full(utilisation), utilisation)
	}
	require.False(t, Full(math.NaN()), "shut all month")
}

func TestHoldsBack(t *testing.T) {
	for mt, want := range map[float64]bool{1: true, Tonne: true, 0.9 * Tonne: false, 1e-17: false, 0: false} {
		require.Equal(t, want, HoldsBack(mt), mt)
	}
	require.False(t, HoldsBack(math.NaN()))
}

// TestMost: rounding decides nothing; where two hold as much it is the first.
func TestMost(t *testing.T) {
	for _, test := range []struct {
		mt   []float64
		want int
	}{
		{nil, -1}, {[]float64{0, 1e-9}, -1}, {[]float64{0, 1}, 1}, {[]float64{2, 1, 3}, 2},
		{[]float64{1, 1}, 0}, {[]float64{1, 1 + 1e-12}, 0}, {[]float64{1, 1 + 1e-6}, 1},
	} {
		require.Equal(t, test.want, Most(test.mt), test.mt)
	}
}

// TestTally: crumbs are in no month and no sum.
func TestTally(t *testing.T) {
	y := NewTally(3)
	y.Add([]float64{0, 0, 5e-7})
	y.Add([]float64{0.1, 0.3, 5e-7})
	y.Add([]float64{0.3, 0, 5e-7})
	y.Add([]float64{0, 0.2, 5e-7})
	require.Equal(t, 3, y.Months)
	require.Equal(t, 1, y.Most()) // 0.5 of 0.4
	y.Clear()
	require.Equal(t, 0, y.Months)
	require.Equal(t, -1, y.Most())
}

func TestHolders(t *testing.T) {
	segments := tables.New(tables.Segments)
	row := func(month, name string, held, queue float64) {
		segments.Append("s", month, name, 1.0, 1.0, 1.0, held, queue, 0.0, 1.0)
	}
	row("2024-01", "berths", 0.5, 0.125)
	row("2024-01", "ferries", 0.5, 0.25)
	row("2024-01", "rail", 0, 0) // full, and carries all that comes
	row("2024-02", "berths", 0, 0)
	row("2024-02", "ferries", 0.25, 0)
	row("2024-02", "rail", 5e-7, 5e-7)
	row("2025-02", "berths", 0, 0)
	row("2025-02", "ferries", 0.5, 0.375)
	row("2025-02", "rail", 0, 0)
	network := tables.New(tables.Network)
	network.Append("s", "berths", "The berths", "port", "", "", nil, nil, "", "", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil)
	list, months := Holders(segments, network)
	require.Equal(t, 3, months)
	require.Equal(t, []Holder{
		{"ferries", "ferries", 3, "2024-01", [12]int{1, 2}, 1.25, 0.25 + 0.25 + 0.125, 0.375, "2025-02"},
		{"berths", "The berths", 1, "2024-01", [12]int{1}, 0.5, 0.375, 0.125, "2024-01"},
	}, list)
}

// Without network.csv a segment is called by its name; so is one without a title in it.
func TestHoldersWithoutTitles(t *testing.T) {
	segments := tables.New(tables.Segments)
	segments.Append("s", "2024-01", "berths", 1.0, 1.0, 1.0, 0.5, nil, nil, 1.0)
	network := tables.New(tables.Network)
	network.Append("s", "berths", "", "port", "", "", nil, nil, "", "", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil)
	for _, known := range []*tables.Table{nil, network} {
		list, _ := Holders(segments, known)
		require.Equal(t, "berths", list[0].Title)
		require.Zero(t, list[0].LongestMt, "nothing is known to wait")
	}
	none, months := Holders(tables.New(tables.Segments), network)
	require.Empty(t, none)
	require.Zero(t, months)
}
