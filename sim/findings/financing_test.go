package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func financing(rows ...Payer) *tables.Table {
	t := tables.New(tables.Financing)
	for _, p := range rows {
		t.Append("s", "p", "P", p.Financier, p.Title, "", 2030, p.MUSD)
	}
	return t
}

func TestFinancing(t *testing.T) {
	require.Nil(t, FinancingOf(nil))
	none := Payer{tables.NoFinancier, "No financier named", 900}
	for _, c := range []struct {
		rows []Payer
		want string
	}{
		{nil, ""},
		{[]Payer{none}, ""},
		{[]Payer{{"bank", "Bank", 60}, none, {"fund", "Fund", 1000}, {"bank", "Bank", 40}},
			"Who pays the USD 2,000 million spent in these years: Fund 1,000; Bank 100; no financier named 900 (45 %)."},
		{[]Payer{{"a", "A", 8}, {"b", "B", 7}, {"c", "C", 6}, {"d", "D", 5}, {"e", "E", 4}, {"f", "F", 3}, {"g", "G", 2}, {"h", "H", 1}},
			"Who pays the USD 36 million spent in these years: A 8; B 7; C 6; D 5; E 4; F 3; others 3."},
	} {
		f := FinancingOf(financing(c.rows...))
		require.Equal(t, c.want, f.Sentence())
	}
}
