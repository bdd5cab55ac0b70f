package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// annual is a corridor in three years: what it carries, and its capacity.
func annual(carried, capacity [3]float64) *tables.Table {
	t := tables.New(tables.Annual)
	for i := range carried {
		t.Append("s", 2024+i, 9.0, 8.0, carried[i], 0.0, 0.0, capacity[i], 0.5, "", "", 1.0, 1.0, 1.0, 0.0, nil, 0)
	}
	return t
}

// classes has a row for each class of a year: its title and its months held back.
func classes(rows ...any) *tables.Table {
	t := tables.New(tables.Classes)
	for i := 0; i < len(rows); i += 3 {
		t.Append("s", rows[i], "cargo", rows[i+1], 1.0, 2.0, "", "", rows[i+2])
	}
	return t
}

func TestCapacity(t *testing.T) {
	rows := annual([3]float64{4, 6.25, 6}, [3]float64{5.96, 6.5, 10.04})
	held := classes(2024, "Grain", 12, 2025, "Grain", 3, 2025, "Oil", 0)
	effective := "Effective capacity, what would pass in mean weather if every market pressed in the proportions of the time: " +
		"6.0 Mt/yr at the end of 2024, 10.0 at the end of 2026. Most carried in a year: 6.25 Mt in 2025. Held back in that year: Grain in 3 months, nothing of Oil."
	require.Equal(t, effective, Capacity(0, rows, held), "no capacity is declared")
	require.Equal(t, "Declared capacity: 15.5 Mt/yr, a planning figure. "+effective, Capacity(15.5, rows, held))
}

// Of years that carry as much, the first is named.
func TestMostCarried(t *testing.T) {
	text := Capacity(0, annual([3]float64{1, 2, 2}, [3]float64{3, 3, 3}), classes())
	require.Contains(t, text, "Most carried in a year: 2.00 Mt in 2025. Held back in that year: nothing.")
}

func TestHeldBackIn(t *testing.T) {
	table := classes(2024, "Grain", 1, 2024, "Oil", 0, 2024, "Containers", 12, 2024, "Coal", 0, 2025, "Grain", 0)
	require.Equal(t, "Grain in 1 month, Containers in 12 months, nothing of Oil, Coal", HeldBackIn(table, 2024))
	require.Equal(t, "nothing", HeldBackIn(table, 2025))
	require.Equal(t, "nothing", HeldBackIn(table, 2026), "no such year")
}
