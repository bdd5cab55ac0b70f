package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// The table of money has the target year, the last, and the present value with its spread.
func TestMoney(t *testing.T) {
	money := tables.New(tables.Economics)
	for _, of := range []struct{ gain, title string }{{"surplus", "What shippers gain"}, {"net", "All together"}} {
		for period, mean := range map[string]float64{"2028": -52.4, "2030": 7, "2035": 3, tables.PresentValue: 1054} {
			money.Append("stated", "late", of.gain, of.title, period, 500, mean, 1.0, 2.0, -9.0, -8.0, -7.0, -6.0, mean, 10.0, 11.0, 1200.0, 1300.0, 0.6, 0.5, 0.7)
		}
	}
	e := futures(t)
	e.Package.Tables = append(e.Package.Tables, money)
	subjects := subjectsOf([]Run{e})
	got := moneyOf(topicOf(subjects), subjects)
	row := func(title string) moneyRow {
		return moneyRow{title, []cell{{"−52", "-52.4"}, {"+3", "3"}}, cell{"+1,054", "1054"}, "−8 to +1,200", "60.0\u00a0% (50.0 to 70.0\u00a0%)"}
	}
	require.Equal(t, []moneyGroup{{
		Baseline: "stated", Scenario: "late", Draws: 500, Years: []string{"2028", "2035"},
		Rows: []moneyRow{row("What shippers gain"), row("All together")}, Sentence: findings.Money(findings.English, money, "stated", "late"),
	}}, got)
	elements(t, written(t, Options{}, e))
}
