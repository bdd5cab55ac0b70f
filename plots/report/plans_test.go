package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// examplePlans are three plans of two projects, one of which has no name, and a signpost of two
// limits.
func examplePlans() []*tables.Table {
	plans, members, robust, signposts := tables.New(tables.Plans), tables.New(tables.Members), tables.New(tables.Robustness), tables.New(tables.Signposts)
	for _, q := range []struct {
		name, also string
		port       bool
		cost       float64
	}{{"nothing", "", false, 0}, {"01", "", false, 3}, {"best", "cheapest;knee", true, 12}} {
		n := 0
		if q.port {
			n = 1
		}
		plans.Append("stated", q.name, q.also, true, n, q.cost, 0.5*q.cost, 2*q.cost, 0.8, 0.0)
		var start, later, cost any
		if q.port {
			start, later, cost = "2029-03", 24, 12.0
		}
		members.Append("stated", q.name, "port", "A <port>", q.port, start, later, cost, 0.5)
		members.Append("stated", q.name, "line", "A line", false, nil, nil, nil, 0.0)
		robust.Append("stated", q.name, "share throughput_mt_2030 >= 7", "throughput_mt_2030", "Throughput in 2030", "Mt", false, 0.4, 0.3, 0.5, 0.45,
			6.5, 6.0, 6.1, 6.5, 7.1, 7.2, 0.2, 0.1, 0.3, 0.9, 0.4)
		robust.Append("stated", q.name, "cost", "cost", "Cost", "USD million", true, q.cost, q.cost, q.cost, q.cost,
			q.cost, q.cost, q.cost, q.cost, q.cost, q.cost, q.cost, q.cost, q.cost, 0.0, q.cost)
	}
	signposts.Append("stated", 1, "best", "nothing", "throughput_mt_2028", "Throughput in 2028", nil, 5.2, 0.3, 0.8, 50, 0.6, 0.1)
	signposts.Append("stated", 1, "best", "nothing", "serves/port", "A <port>", nil, 0.0, 0.3, 0.8, 50, 0.6, 0.1)
	return []*tables.Table{plans, members, robust, signposts}
}

func TestPlans(t *testing.T) {
	require.Nil(t, plansOf(subjectsOf([]Run{stated(t)})))
	got := plansOf(subjectsOf([]Run{stated(t), runOf(t, &tables.Package{Name: "stated", Tables: examplePlans()})}))
	require.Equal(t, &plansPart{
		Label:      "stated, plans",
		Objectives: []objectiveHead{{"Throughput in 2030 ≥ 7\u00a0Mt", "% of futures"}},
		Rows: []planRow{
			{Name: "nothing", Members: "nothing", Cost: cell{"0", "0"}, Within: cell{"80", "0.8"}, Spread: "0 to 0", Values: []cell{{"40", "0.4"}}, Intervals: []string{"30 to 50"}},
			{Name: "best, cheapest, knee", Members: "A <port> from 2029-03", Cost: cell{"12", "12"}, Within: cell{"80", "0.8"}, Spread: "6 to 24", Values: []cell{{"40", "0.4"}}, Intervals: []string{"30 to 50"}},
		},
		Numbered:  1,
		Signposts: []signpostRow{{"Throughput in 2028 at most 5.2; A <port> does not serve", "best", "nothing", cell{"80", "0.8"}, cell{"30", "0.3"}}},
	}, got)
}

// TestPlansInThePage: they stand in the page, their words as text.
func TestPlansInThePage(t *testing.T) {
	run := stated(t)
	run.Package.Tables = append(run.Package.Tables, examplePlans()...)
	page := written(t, Options{}, runOf(t, run.Package))
	require.Contains(t, page, `<a href="#plans">Plans</a>`)
	require.Contains(t, page, "A &lt;port&gt; from 2029-03")
	require.Contains(t, page, "Plans between them that have no name: 1, in plans.csv.")
}
