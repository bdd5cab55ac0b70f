package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// annual is a corridor in three years: what it carries, and its capacity, of which half is
// comparable and four fifths pass in the mix.
func annual(carried, capacity [3]float64) *tables.Table {
	t := tables.New(tables.Annual)
	for i := range carried {
		fill(t, "s", 2024+i, 9.0, 8.0, carried[i], 0.0, 0.0, capacity[i], 0.8*capacity[i], 0.5*capacity[i])
	}
	return t
}

// fill appends a row that has its first cells alone.
func fill(t *tables.Table, cells ...any) {
	t.Append(append(cells, make([]any, len(t.Schema.Columns)-len(cells))...)...)
}

// classes has a row for each class of a year: its title and its months held back.
func classes(rows ...any) *tables.Table {
	t := tables.New(tables.Classes)
	for i := 0; i < len(rows); i += 3 {
		t.Append("s", rows[i], "cargo", rows[i+1], 1.0, 2.0, "", "", rows[i+2], 1.5)
	}
	return t
}

// rooms has a row for each way of a year: its cargo, scope, whether the declared capacity
// counts it, what can pass and what stops it.
func rooms(rows ...any) *tables.Table {
	t := tables.New(tables.Capacities)
	for i := 0; i < len(rows); i += 6 {
		t.Append("s", rows[i], "m", rows[i+1], "r", rows[i+2], rows[i+3], 1.0, rows[i+4], rows[i+5])
	}
	return t
}

func TestCapacity(t *testing.T) {
	p := &tables.Package{Tables: []*tables.Table{
		annual([3]float64{4, 6.25, 6}, [3]float64{6, 6.5, 10.04}),
		classes(2024, "Grain", 12, 2025, "Grain", 3, 2025, "Oil", 0),
		rooms(2024, "cargo", "headline", true, 3.0, "ferry", 2024, "cargo", "headline", false, 3.0, "bridge", 2025, "cargo", "headline", false, 9.0, ""),
		tables.New(tables.Segments), tables.New(tables.Network),
	}}
	row := func(month, name string, capacity, load float64) {
		p.Table(tables.Segments).Append("s", month, name, capacity, load, 1.0, 0.0, 0.0, 0.0, 1.0)
	}
	row("2024-01", "line", 2.5, 1)
	row("2024-02", "line", 2.75, 0.5)
	row("2024-02", "other", 9, 9)
	row("2025-01", "line", 9, 9)
	all := "Capacity, what would pass in mean weather with every service full: 6.0 Mt/yr at the end of 2024, 10.0 at the end of 2026. " +
		"Capacity in the mix, all cargo growing alike until the first segment is full: 4.8 and 8.0. "
	most := "Most carried in a year: 6.25 Mt in 2025. Held back in that year: Grain in 3 months, nothing of Oil."
	require.Equal(t, all+most, Capacity(tables.DeclaredCapacity{}, p), "no capacity is declared")
	like := "Comparable capacity, cargo of its scope on its ways: 3.00 at the end of 2024 (Grain 3.00). It leaves out 3.00 (Grain 3.00), on other ways or in another scope. "
	require.Equal(t, all+"Declared capacity: 15.5 Mt/yr, a planning figure. "+like+most, Capacity(tables.DeclaredCapacity{Mt: 15.5, LowMt: 15.5, HighMt: 15.5}, p))
	require.Equal(t, all+"Declared capacity: 6 Mt/yr (5.8 to 6), a planning figure. "+like+
		"Some sources say that the declared figure is of line alone: beside other traffic that could carry 5.25 Mt in 2024 and carried 1.50, as not all cargo goes there. "+most,
		Capacity(tables.DeclaredCapacity{Mt: 6, LowMt: 5.8, HighMt: 6, SegmentAlone: "line"}, p))
}

// Of years that carry as much, the first is named.
func TestMostCarried(t *testing.T) {
	text := Capacity(tables.DeclaredCapacity{}, &tables.Package{Tables: []*tables.Table{annual([3]float64{1, 2, 2}, [3]float64{3, 3, 3}), classes()}})
	require.Contains(t, text, "Most carried in a year: 2.00 Mt in 2025. Held back in that year: nothing.")
}

// TestCapacities: parts of the whole, each with what stops most of it.
func TestCapacities(t *testing.T) {
	p := &tables.Package{Tables: []*tables.Table{
		annual([3]float64{4, 6, 6}, [3]float64{6, 6, 6}),
		rooms(2025, "a", tables.LikeForLike, true, 1.0, "ferry", 2025, "b", tables.Headline, true, 0.75, "ships", 2025, "b", tables.Headline, true, 0.5, "ships",
			2025, "a", tables.LikeForLike, false, 8.0, "bridge", 2026, "a", tables.LikeForLike, true, 9.0, "bridge"),
	}}
	list := Capacities(p, []float64{2025})
	require.Len(t, list, 4)
	require.InDelta(t, 4.8, list[0].Mt[0], 1e-12)
	require.Equal(t, CapacityRow{"  comparable with the declared", []float64{2.25}, []string{"ships"}}, list[2])
	require.Equal(t, CapacityRow{"    like-for-like scope", []float64{1}, []string{"ferry"}}, list[3])
}

func TestHeldBackIn(t *testing.T) {
	table := classes(2024, "Grain", 1, 2024, "Oil", 0, 2024, "Containers", 12, 2024, "Coal", 0, 2025, "Grain", 0)
	require.Equal(t, "Grain in 1 month, Containers in 12 months, nothing of Oil, Coal", HeldBackIn(table, 2024))
	require.Equal(t, "nothing", HeldBackIn(table, 2025))
	require.Equal(t, "nothing", HeldBackIn(table, 2026), "no such year")
}
