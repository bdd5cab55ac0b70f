package plots

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_worth() {
	chart, _ := Lookup("worth")
	figure, err := chart.Draw(exampleRanking(11))
	fmt.Println(figure.Title(), err)
	// Output: Of 11 projects and measures 3 are worth their cost in nine of ten futures, 4 in one of ten or fewer <nil>
}

// worthOf is a table of one project, of which a cell may be otherwise.
func worthOf(name string, cell any) *tables.Package {
	table := tables.New(tables.Ranking)
	row := map[string]any{
		"project": "p", "carried_mt": 1.0, "carried_error": 0.1, "npv_musd": -30.0, "npv_p05": -90.0, "npv_p95": 40.0, "npv_first_musd": 5.0, "npv_last_musd": -60.0,
		"ratio": 0.034, "worth_first_share": 0.6, "worth_last_share": 0.05,
	}
	row[name] = cell
	appendRanked(table, row)
	return examplePackage(table)
}

// The smaller share comes first, a ratio to nothing spent is a dash, and what is not worth its cost
// is drawn too.
func TestWorthSaysHowSureItIs(t *testing.T) {
	c, _ := Lookup("worth")
	for name, test := range map[string]struct {
		cell any
		want string
	}{
		"ratio":            {nil, "−30 – 5–60"},
		"npv_musd":         {12.4, "+12 0.03 5–60"},
		"worth_last_share": {0.6, "−30 0.03 60"},
	} {
		figure, err := c.Draw(worthOf(name, test.cell))
		require.NoError(t, err)
		require.Contains(t, saidBy(figure), test.want)
	}
}

func TestOddWorth(t *testing.T) {
	drawOdd(t, []oddCase{
		{"no interval", "worth", worthOf("npv_p05", nil), ""},
		{"not alone", "worth", worthOf("npv_first_musd", nil), ""},
		{"no share", "worth", worthOf("worth_last_share", nil), ""},
		{"large ratio", "worth", worthOf("ratio", 1e9), ""},
		{"not a number", "worth", worthOf("npv_musd", nil), "Every value of npv_musd in ranking.csv is empty."},
		{"infinite", "worth", worthOf("npv_p95", math.Inf(1)), "npv_p95 in ranking.csv is too large a number to be drawn."},
		{"no such share", "worth", worthOf("worth_first_share", 1.5), "worth_first_share is 1.5, expected a share from 0 to 1"},
	})
	c, _ := Lookup("worth")
	require.False(t, c.Possible(worthOf("npv_musd", nil)), "where the scenario does not say what things are worth")
}
