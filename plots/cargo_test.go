package plots

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_cargo() {
	run := exampleCorridor()
	chart, _ := Lookup("cargo")
	figure, err := chart.Draw(run)
	fmt.Println(chart.Title, figure != nil, err)
	// Output: What the corridor carries, by cargo class true <nil>
}

// The bands add up to what the corridor carried, rivals left out.
func TestCargoAddsUp(t *testing.T) {
	c, err := readCargo(exampleCorridor())
	require.NoError(t, err)
	like, total := c.totals()
	flows := exampleFlows()
	want, wantLike := 0.0, 0.0
	for row, route := range tables.Flows.Route.Of(flows) {
		if route == "north" || tables.Flows.Month.Of(flows)[row] < "2035" {
			continue
		}
		want += tables.Flows.CarriedMt.Of(flows)[row]
		if cargo := tables.Flows.Cargo.Of(flows)[row]; cargo != "oil" && cargo != "trucks" {
			wantLike += tables.Flows.CarriedMt.Of(flows)[row]
		}
	}
	require.InDelta(t, want, total[len(total)-1], 1e-9)
	require.InDelta(t, wantLike, like[len(like)-1], 1e-9)
	for i, b := range c.bands[1:] {
		require.False(t, b.like && !c.bands[i].like, "like-for-like bands lie below")
	}
}

func TestCargoLeavesOutPartYears(t *testing.T) {
	run := exampleCorridor()
	flows := run.Tables[3]
	months := tables.Flows.Month.Of(flows)
	run.Tables[3] = flows.Where(func(row int) bool { return months[row] >= "2024-08" && months[row] < "2026" })
	c, err := readCargo(run)
	require.NoError(t, err)
	require.Equal(t, []int{2025}, c.years)
	require.Contains(t, c.note(english, true), "Left out for want of twelve months: 2024 (5 of 12 months).")

	run.Tables[3] = flows.Where(func(row int) bool { return months[row] < "2024-04" })
	c, err = readCargo(run)
	require.NoError(t, err)
	require.Contains(t, c.note(english, true), "Part of the year only: 2024 (3 of 12 months).")
}

func TestCargoNeedsSomething(t *testing.T) {
	run := exampleCorridor()
	routes := tables.Flows.Route.Of(run.Tables[3])
	run.Tables[3] = run.Tables[3].Where(func(row int) bool { return routes[row] == "north" })
	chart, _ := Lookup("cargo")
	require.False(t, chart.Possible(run))
	requireBlank(t, chart, run, "No cargo is carried in the corridor.")
}

// Markets of a scenario without official series are counted, and nothing is said of series.
func TestCargoWithoutScopes(t *testing.T) {
	routes := tables.New(tables.Routes)
	flows := tables.New(tables.Flows)
	for _, cargo := range []string{"boxes", "bulk"} {
		routes.Append("a", cargo, "", cargo, "", "", "r", false, "s", 1.0, 1.0, 1.0, 1.0, "")
		flows.Append("a", "2030-01", cargo, cargo, "r", 1.0, 1.0, 0.0, 1.0)
	}
	labels := texts(mustWrite(t, "cargo", examplePackage(routes, flows), SVG))
	require.NotContains(t, labels, "Like-for-like total")
	require.Contains(t, labels, "Part of the year only: 2030 (1 of 12 months).")
}

// Cargo that the headline began to count later is shown from then on.
func TestCargoFromTheMonthItIsCounted(t *testing.T) {
	run := exampleCorridor()
	scopes := tables.Routes.Scope.Of(run.Table(tables.Routes))
	before, err := readCargo(run)
	require.NoError(t, err)
	_, whole := before.totals()
	for row, scope := range scopes {
		if scope == tables.Headline {
			scopes[row] = "headline since 2090-01"
		}
	}
	after, err := readCargo(run)
	require.NoError(t, err)
	like, total := after.totals()
	require.Equal(t, like, total, "what is never counted is in no total")
	require.Less(t, total[0], whole[0])
	require.Contains(t, after.note(english, false), "What the headline series began to count later is left out before that.")
}
