package tables

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func threePlaces() *Table {
	t := New(places)
	t.Append("a", "2024-01", 1, 0.5, true)
	t.Append("b", nil, nil, nil, nil)
	t.Append("c", "2025-12", 3, 1.5, false)
	return t
}

func TestRows(t *testing.T) {
	table := threePlaces()
	require.Equal(t, 3, table.Len())
	require.Equal(t, []string{"a", "b", "c"}, table.Text("name"))
	require.Equal(t, []string{"2024-01", "", "2025-12"}, table.Text("since"))
	require.Equal(t, []string{"true", "", "false"}, table.Text("port"))
	require.Equal(t, 3.0, table.Numbers("people")[2])
	require.True(t, math.IsNaN(table.Numbers("share")[1]))
}

func TestWhereAndAppendAll(t *testing.T) {
	table := threePlaces()
	some := table.Where(func(row int) bool { return row != 1 })
	require.Equal(t, 2, some.Len())
	require.Equal(t, []string{"a", "c"}, some.Text("name"))
	require.Equal(t, []float64{0.5, 1.5}, some.Numbers("share"))
	some.AppendAll(table)
	require.Equal(t, 5, some.Len())
	require.Equal(t, []string{"a", "c", "a", "b", "c"}, some.Text("name"))
	require.Equal(t, 3, table.Len(), "what is added from stays")
	require.Zero(t, table.Where(func(int) bool { return false }).Len())
}

// A row that does not fit its table is a mistake of the program, which is not written.
func TestRowsThatDoNotFit(t *testing.T) {
	for _, c := range []struct {
		cells []any
		want  string
	}{
		{[]any{"a"}, "tables: places has 5 columns, got 1 cells"},
		{[]any{1, "", 1, 1.0, true}, "tables: places.name is a string, got 1"},
		{[]any{"a", 2024.5, 1, 1.0, true}, "tables: places.since is a yearmonth, got 2024.5"},
		{[]any{"a", "", 1.5, 1.0, true}, "tables: places.people is a integer, got 1.5"},
		{[]any{"a", "", "1", 1.0, true}, "tables: places.people is a integer, got 1"},
		{[]any{"a", "", 1, "half", true}, "tables: places.share is a number, got half"},
		{[]any{"a", "", 1, true, true}, "tables: places.share is a number, got true"},
		{[]any{true, "", 1, 1.0, true}, "tables: places.name is a string, got true"},
		{[]any{"a", "", 1, float32(1), true}, "tables: places.share cannot hold a float32"},
	} {
		require.PanicsWithValue(t, c.want, func() { New(places).Append(c.cells...) })
	}
	require.PanicsWithValue(t, `tables: places has no column "names" of that kind`, func() { New(places).Text("names") })
	require.PanicsWithValue(t, `tables: places has no column "share" of that kind`, func() { New(places).Text("share") })
	require.PanicsWithValue(t, `tables: places has no column "name" of that kind`, func() { New(places).Numbers("name") })
}
