package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestAttainment(t *testing.T) {
	table := tables.New(tables.Attainment)
	for year := 2024; year <= 2053; year++ { // 30 years: every third is shown, and the last
		share := float64(year-2023) / 30
		table.Append("stated", "carried-10", "10 Mt carried", year, 500, share, share-0.01, share)
	}
	table.Append("stated", "held-back-all-year", "", 2053, 500, 0.5, 0.456, 0.544)
	e := futures(t)
	e.Package.Tables = append(e.Package.Tables, table)
	got := attainmentsOf(subjectsOf([]Run{e}))
	require.Len(t, got, 1)
	require.Equal(t, []string{"2026", "2029", "2032", "2035", "2038", "2041", "2044", "2047", "2050", "2053"}, got[0].Years)
	require.Equal(t, []string{"10.0", "20.0", "30.0", "40.0", "50.0", "60.0", "70.0", "80.0", "90.0", "100.0"}, got[0].Rows[0].Shares)
	require.Equal(t, "99.0 to 100.0", got[0].Rows[0].Last)
	require.Equal(t, "held-back-all-year", got[0].Rows[1].Title)
	require.Equal(t, "–", got[0].Rows[1].Shares[0])
	require.Equal(t, "50.0", got[0].Rows[1].Shares[9])
	elements(t, written(t, Options{}, e))
}
