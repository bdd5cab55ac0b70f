package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestMoney(t *testing.T) {
	at := func(draws int, period string, mean, low, high, share float64) []any {
		return []any{"as it is", "shut", "net", "All together", period, draws, mean, nil, nil, low, low, low, low, mean, high, high, high, high, share, share, share}
	}
	expected := tables.New(tables.Economics)
	for _, row := range [][]any{at(1, "2027", -52.4, -52.4, -52.4, 0), at(1, "2028", 3, 3, 3, 1), at(1, tables.PresentValue, -1054, -1054, -1054, 0)} {
		expected.Append(row...)
	}
	require.Equal(t, "In money shut loses USD 1,054 million against as it is, as a present value; in 2027 alone it is −USD 52 million.", Money(English, expected, "as it is", "shut"))
	require.Empty(t, Money(English, expected, "shut", "as it is"))

	drawn := tables.New(tables.Economics)
	drawn.Append(at(500, "2027", 20, 10, 30, 1)...)
	drawn.Append(at(500, tables.PresentValue, 12, -5, 31, 0.75)...)
	require.Equal(t, "In money shut gains USD 12 million against as it is, as a present value, in the mean of the pairs: between −USD 5 million and USD 31 million in 90 % of them, above nothing in 75.0 %. In 2027 alone it is USD 20 million.",
		Money(English, drawn, "as it is", "shut"))

	same := tables.New(tables.Economics)
	same.Append(at(1, "2027", 0, 0, 0, 0)...)
	same.Append(at(1, tables.PresentValue, 0.2, 0.2, 0.2, 1)...)
	require.Equal(t, "In money shut comes to as much as as it is.", Money(English, same, "as it is", "shut"))
}
