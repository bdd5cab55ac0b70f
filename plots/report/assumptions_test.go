package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// figuresTable has a row for each figure: path, value, unit, low, high, kind, source, note;
// it became known in March 2024.
func figuresTable(rows ...[]any) *tables.Table {
	t := tables.New(tables.Figures)
	for _, r := range rows {
		last := len(r) - 1
		t.Append(append(append([]any{"s"}, r[:last]...), "2024-03", r[last])...)
	}
	return t
}

var someFigures = figuresTable(
	[]any{"start", 2024.0, "year", nil, nil, "assumed", "", ""},
	[]any{"segments.port.capacity.fixed", 1500.5, "Mt/yr", 1000.0, 2000.0, "published", "a;b", "of a plan"},
	[]any{"segments.port.days", 2.0, "d", nil, 3.0, "derived", "a", ""},
	[]any{"segments.rail.days", 1e-9, "d", nil, nil, "assumed", "", ""},
	[]any{"growth", 0.04, "", nil, nil, "published", "b", ""},
)

func TestFiguresAreCountedByKind(t *testing.T) {
	groups, total := countFigures(someFigures)
	require.Equal(t, []assumptionGroup{
		{Name: "of the whole", Assumed: 1, Published: 1, All: 2},
		{Name: "segments", Assumed: 1, Derived: 1, Published: 1, All: 3},
	}, groups)
	require.Equal(t, assumptionGroup{Name: "All figures", Assumed: 2, Derived: 1, Published: 2, All: 5}, total)
}

// A figure stands below the thing it belongs to, with its range and the works known.
func TestFiguresAreListedByThing(t *testing.T) {
	list := listFigures(someFigures, map[string]bool{"a": true}, func(row int) bool { return row < 3 })
	require.Equal(t, []figuresOfThing{
		{"", []figure{{Path: "start", Value: "2024", Unit: "year", Kind: "assumed", Known: "2024-03"}}},
		{"segments.port", []figure{
			{"capacity.fixed", "1,500.5", "Mt/yr", "1,000 to 2,000", "published", []workLink{{"a", "work-a"}, {"b", ""}}, "2024-03", "of a plan"},
			{"days", "2", "d", "≤ 3", "derived", []workLink{{"a", "work-a"}}, "2024-03", ""},
		}},
	}, list)
}
