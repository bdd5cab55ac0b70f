package findings

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// projects has a row for each project: what it costs before, in and after the years
// simulated, and to keep going.
func projects(rows ...[4]float64) *tables.Table {
	t := tables.New(tables.Projects)
	for _, r := range rows {
		t.Append("s", "p", "P", "2020-01", "", "", r[0]+r[1]+r[2], nil, r[0], r[1], r[2], r[3])
	}
	return t
}

func TestSpending(t *testing.T) {
	years := annual([3]float64{}, [3]float64{})
	s := SpendingOf(projects([4]float64{10, 100, 0, 1}, [4]float64{0, 50, 200, 2}), years)
	require.Equal(t, []float64{360, 10, 150, 200, 3}, []float64{s.CostMUSD, s.BeforeMUSD, s.WithinMUSD, s.AfterMUSD, s.RunningMUSD})
	text, err := json.Marshal(s)
	require.NoError(t, err)
	require.JSONEq(t, `{"cost_musd":360,"before_musd":10,"within_musd":150,"after_musd":200,"running_musd":3}`, string(text))
}

// Spending is explained where it is not the cost of the projects, to the million.
func TestSpendingInWords(t *testing.T) {
	years := annual([3]float64{}, [3]float64{})
	for _, c := range []struct {
		project [4]float64
		want    string
	}{
		{[4]float64{0, 150, 0, 0}, ""},
		{[4]float64{0.4, 150, 0.4, 0.4}, ""},
		{[4]float64{10, 1500, 0, 0}, "Of the USD 1,510 million that the projects cost, 10 are spent before 2024."},
		{[4]float64{0, 100, 200, 0}, "Of the USD 300 million that the projects cost, 200 after 2026."},
		{[4]float64{10, 100, 200, 0}, "Of the USD 310 million that the projects cost, 10 are spent before 2024 and 200 after 2026."},
		{[4]float64{0, 100, 0, 7}, "Keeping them going takes USD 7 million more in these years."},
		{[4]float64{0.5, 0, 0, 7}, "Of the USD 1 million that the projects cost, 1 are spent before 2024. Keeping them going takes USD 7 million more in these years."},
	} {
		s := SpendingOf(projects(c.project), years)
		require.Equal(t, c.want, s.Sentence(), "%v", c.project)
	}
	none := SpendingOf(projects(), years)
	require.Equal(t, "", none.Sentence())
}
