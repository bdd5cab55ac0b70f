package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// exampleAppraisal are the tables of n projects, each of which brings less than the one before, a
// measure that does harm and one project that brings nothing.
func exampleAppraisal(n int) []*tables.Table {
	ranking, together := tables.New(tables.Ranking), tables.New(tables.Together)
	all := 0.0
	rank := func(name, title string, soft bool, spent, carried float64) {
		all += carried
		appendNamed(ranking, map[string]any{
			"rank": ranking.Len() + 1, "project": name, "title": title, "soft": soft, "capex_musd": spent, "carried_mt": carried, "carried_error": 0.001,
			"carried_first_mt": 2 * carried, "carried_last_mt": carried / 2, "late_mt": -carried / 10,
		})
	}
	for i := range n {
		rank(fmt.Sprint("p", i), fmt.Sprint("Port <", i, ">"), i == 1, 1000*float64(i), 8/float64(i+1))
	}
	rank("idle", "Idle", false, 5, 0)
	rank("harm", "Harm", true, 0, -0.5)
	appendNamed(together, map[string]any{"metric": "throughput_mt", "period": tables.Total, "without": 50.0, "with": 50 + all, "mean": all, "p05": all - 1, "p95": all + 1, "above_share": 1.0})
	return []*tables.Table{ranking, together}
}

// appendNamed adds a row of which the cells not given are empty.
func appendNamed(t *tables.Table, given map[string]any) {
	given["scenario"] = "stated"
	var cells []any
	for _, c := range t.Schema.Columns {
		cell := given[c.Name]
		if cell == nil && c.Type == tables.String {
			cell = ""
		}
		cells = append(cells, cell)
	}
	t.Append(cells...)
}

func TestAppraisal(t *testing.T) {
	require.Nil(t, appraisalOf(subjectsOf([]Run{stated(t)})))
	got := appraisalOf(subjectsOf([]Run{stated(t), runOf(t, &tables.Package{Name: "stated", Tables: exampleAppraisal(3)})}))
	require.Equal(t, "stated, appraisal", got.Label)
	require.Empty(t, got.Less)
	require.Contains(t, strings.Join(got.Sentences, " "), "half of that. Less is carried with these")
	require.Contains(t, got.Sentences[len(got.Sentences)-1], "with 1 of them: Idle.")
	require.Len(t, got.Rows, 4, "what brings nothing has no row")
	require.Equal(t, appraisedRow{"Port <1>", "measure", []cell{{"1,000", "1000"}, {"+4.00", "4"}, {"0.00", "0.001"}, {"+8.00", "8"}, {"+2.00", "2"}, {"−0.40", "-0.4"}}}, got.Rows[1])
	require.Equal(t, appraisedRow{"Harm", "measure", []cell{{"0", "0"}, {"−0.50", "-0.5"}, {"0.00", "0.001"}, {"−1.00", "-1"}, {"−0.25", "-0.25"}, {"+0.05", "0.05"}}}, got.Rows[3])
	for _, row := range got.Rows {
		require.Len(t, row.Cells, len(got.Columns))
	}
}

// Of many the first have a row, and all others a name.
func TestAppraisalOfMany(t *testing.T) {
	got := appraisalOf(subjectsOf([]Run{runOf(t, &tables.Package{Name: "stated", Tables: exampleAppraisal(20)})}))
	require.Len(t, got.Rows, mostAppraised)
	require.Equal(t, "Port <16>, Port <17>, Port <18>, Port <19>, Harm", got.Less)
}

// It stands in the page with its charts, its words as text.
func TestAppraisalInThePage(t *testing.T) {
	require.NotContains(t, written(t, Options{}, stated(t)), "What each project brings")
	page := written(t, Options{}, stated(t), runOf(t, &tables.Package{Name: "stated", Tables: exampleAppraisal(3)}))
	require.Contains(t, page, `<a href="#appraisal">What each project brings</a>`)
	require.Contains(t, page, "Most is held back by Middle Corridor. All 5 projects and measures together bring ", "on the first page")
	require.Contains(t, page, "Port &lt;1&gt;")
	require.Contains(t, page, `id="chart-1-ranking`)
	require.Contains(t, page, `id="chart-1-costs`)
}

// Where the scenario says what things are worth, the table does.
func TestAppraisalInMoney(t *testing.T) {
	ranking, together := tables.New(tables.Ranking), tables.New(tables.Together)
	appendNamed(ranking, map[string]any{
		"rank": 1, "project": "p", "title": "Port", "capex_musd": 1200.0, "carried_mt": 0.0, "carried_error": 0.0, "carried_first_mt": 0.0, "carried_last_mt": 0.0, "late_mt": 0.0,
		"npv_musd": -30.4, "npv_p05": -90.0, "npv_p95": 40.0, "ratio": 0.346, "worth_first_share": 0.6, "worth_last_share": 0.05, "late_npv_musd": 2.2,
	})
	appendNamed(together, map[string]any{"metric": tables.NPV, "period": tables.Total, "without": 0.0, "with": -30.4, "mean": -30.4, "p05": -90.0, "p95": 40.0, "above_share": 0.2})
	got := appraisalOf(subjectsOf([]Run{runOf(t, &tables.Package{Name: "stated", Tables: []*tables.Table{ranking, together}})}))
	require.Len(t, got.Columns, 9)
	require.Equal(t, []appraisedRow{{"Port", "works", []cell{
		{"1,200", "1200"}, {"0.00", "0"}, {"−30", "-30.4"}, {"−90", "-90"}, {"+40", "40"}, {"0.35", "0.346"}, {"60", "0.6"}, {"5", "0.05"}, {"+2", "2.2"},
	}}}, got.Rows)
}
