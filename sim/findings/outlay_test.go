package findings

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// works is spending.csv: of each project and year what is paid to build it and to keep it
// going, whether it serves, and the corridor's traffic and that of others.
func works(rows ...[]any) *tables.Table {
	t := tables.New(tables.Spending)
	for _, r := range rows {
		t.Append(append([]any{"s", r[0], r[0]}, r[1:]...)...)
	}
	return t
}

// A pier that serves from 2025 on, beside three times as much of others; a line that serves
// in 2026; and a measure that changes no segment.
func TestOutlay(t *testing.T) {
	spending := works(
		[]any{"pier", 2024, 80, 0, false, 1, 3}, []any{"pier", 2025, 10, 1, true, 1, 3}, []any{"pier", 2026, 0, 1, true, 2, 2},
		[]any{"line", 2024, 100, 0, false, 0, 0}, []any{"line", 2025, 200, 0, false, 0, 0}, []any{"line", 2026, 50, 0, true, 0, 0},
		[]any{"measure", 2024, 0, 4, true, nil, nil}, []any{"measure", 2025, 0, 4, true, nil, nil}, []any{"measure", 2026, 0, 4, true, nil, nil},
	)
	list := tables.New(tables.Projects)
	for name, before := range map[string]float64{"pier": 9, "line": 0, "measure": 0} {
		list.Append("s", name, name, "2020-01", "", "", 0, nil, before, 0, 0, 0)
	}
	year := func(y int) Outlay { return OutlayOf(spending, list, y) }
	require.Equal(t, Outlay{Year: 2024, PaidMUSD: 193, LaterMUSD: 189}, year(2024))
	require.Equal(t, Outlay{Year: 2025, PaidMUSD: 408, LaterMUSD: 300, OtherMUSD: 75}, year(2025))
	require.Equal(t, Outlay{Year: 2026, PaidMUSD: 463, OtherMUSD: 50.5}, year(2026))
	o := year(2025)
	require.Equal(t, 33.0, o.OwnMUSD())
	require.Equal(t, "Of the USD 408 million paid by the end of 2025, 300 go to works that come into use later and 75 go to other traffic, "+
		"in proportion to what passes the same segments: at most USD 33 million go to what the corridor carries then.", o.Sentence())
	o = year(2024)
	require.Equal(t, "Of the USD 193 million paid by the end of 2024, 189 go to works that come into use later: at most USD 4 million go to what the corridor carries then.", o.Sentence())
}

// Money is set against tonnes where a tenth of it or less is for later and for others.
func TestPerTonne(t *testing.T) {
	for want, list := range map[bool][]Outlay{
		true:  {{PaidMUSD: 100}, {PaidMUSD: 100, LaterMUSD: 4, OtherMUSD: 6}},
		false: {{}, {PaidMUSD: 100, LaterMUSD: 11}, {PaidMUSD: 100, LaterMUSD: 5, OtherMUSD: 6}, {PaidMUSD: math.NaN()}},
	} {
		for _, o := range list {
			require.Equal(t, want, o.PerTonne(), o)
		}
	}
	none := Outlay{Year: 2030, PaidMUSD: 100, OtherMUSD: 0.4}
	require.Empty(t, none.Sentence())
}
