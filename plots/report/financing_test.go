package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// Who pays stands in the page of a run that says so, the greatest first and last what no
// financier is named for, and in no other.
func TestWhoPays(t *testing.T) {
	run := stated(t)
	require.NotContains(t, written(t, Options{}, run), "Who pays")
	paid := tables.New(tables.Financing)
	for _, row := range []struct {
		name, title string
		musd        float64
	}{{tables.NoFinancier, "No financier named", 500}, {"bank", "A <Bank>", 300}, {"fund", "Fund", 1200}} {
		paid.Append("stated", "programme", "Programme", row.name, row.title, "loan", 2026, row.musd)
	}
	run.Package.Tables = append(run.Package.Tables, paid)
	run = runOf(t, run.Package)
	all := payersOf(subjectsOf([]Run{run}))
	require.Len(t, all, 1)
	require.Equal(t, []payer{
		{"Fund", cell{"1,200", "1200"}, "60.0"}, {"A <Bank>", cell{"300", "300"}, "15.0"}, {"No financier named", cell{"500", "500"}, "25.0"},
	}, all[0].Payers)
	page := written(t, Options{}, run)
	require.Contains(t, page, `<a href="#payers">Who pays</a>`)
	require.Contains(t, page, "A &lt;Bank&gt;")
}
