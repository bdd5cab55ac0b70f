package tables

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// defined are the tables by the name of the Go value that describes them.
var defined = map[string]Described{
	"Annual": Annual, "Monthly": Monthly, "Segments": Segments, "Flows": Flows, "Targets": Targets, "Projects": Projects,
	"Classes": Classes, "Capacities": Capacities, "Network": Network, "Routes": Routes, "Matrix": Matrix, "Hindcast": Hindcast, "Series": Series, "Scores": Scores, "Experiments": Experiments,
	"Studies": Studies, "Quantiles": Quantiles, "Probabilities": Probabilities, "Chances": Chances, "Attainment": Attainment,
	"Bottlenecks": Bottlenecks, "Differences": Differences, "Economics": Economics, "Precision": Precision, "Failures": Failures, "Inputs": Inputs,
	"Figures": Figures, "Directions": Directions, "Warnings": Warnings, "Financing": Financing, "Pools": Pools, "Swings": Swings, "Findings": Findings, "Spending": Spending,
	"Headlines": Headlines, "Evidence": Evidence, "Observations": Observations, "Sensitivity": Sensitivity, "Seek": Seek, "Sought": Sought,
	"Appraisal": Appraisal, "Boxes": Boxes, "Limits": Limits, "Trajectory": Trajectory, "Tree": Tree, "Together": Together, "Ranking": Ranking,
	"Plans": Plans, "Members": Members, "PlanYears": PlanYears, "Robustness": Robustness, "Regret": Regret, "Signposts": Signposts,
	"Parameters": Parameters, "Sample": Sample, "Predictive": Predictive, "Stages": Stages, "Skill": Skill, "Rivals": Rivals, "Contributions": Contributions, "Breakdown": Breakdown,
}

// A column is called the same in Go and in the file, but for the letters.
func TestColumnsAreCalledAsInTheirFile(t *testing.T) {
	require.Len(t, All, len(defined))
	for name, table := range defined {
		require.Equal(t, strings.ToLower(name), table.Describe().Name)
		require.Contains(t, All, table.Describe())
		seen := map[string]bool{}
		for goName, c := range namesIn(reflect.ValueOf(table), "") {
			require.Equal(t, strings.ToLower(goName), strings.ReplaceAll(c.Name, "_", ""), table.Describe().Name)
			require.False(t, seen[c.Name], "%s has %s twice", name, c.Name)
			require.NotEmpty(t, c.Description, "%s.%s", name, c.Name)
			seen[c.Name] = true
		}
		require.Len(t, table.Describe().Columns, len(seen))
		require.Equal(t, "scenario", strings.Replace(table.Describe().Columns[0].Name, "baseline", "scenario", 1))
	}
}

// namesIn lists the columns of a group by what they are called in Go; what stands in a
// group that is a field has its name before its own, but for the main column of it.
func namesIn(group reflect.Value, before string) map[string]Column {
	out := map[string]Column{}
	for i := range group.NumField() {
		field := group.Type().Field(i)
		name := before + field.Name
		if before != "" && (field.Name == "Name" || field.Name == "Share") {
			name = before
		}
		switch v := group.Field(i).Interface().(type) {
		case *Schema:
		case interface{ described() Column }:
			out[name] = v.described()
		default:
			if field.Anonymous {
				name = ""
			}
			for n, c := range namesIn(group.Field(i), name) {
				out[n] = c
			}
		}
	}
	return out
}

// The cells of a column are read from any table that has it, and from no other.
func TestColumnOfTable(t *testing.T) {
	routes := New(Routes)
	routes.Append("s", "m", "", "grain", "", "", "r", true, "", 0.25, nil, 7.0, 9.0, "")
	routes.Append("s", "m", "", "grain", "", "", "q", nil, "", 0.75, 1.5, 7.0, 9.0, "")
	require.Equal(t, []string{"r", "q"}, Routes.Route.Of(routes))
	require.Equal(t, []float64{0.25, 0.75}, Routes.BaseShare.Of(routes))
	require.True(t, Routes.Rival.True(routes, 0))
	require.False(t, Routes.Rival.True(routes, 1))
	require.Equal(t, []string{"grain", "grain"}, Flows.Cargo.Of(routes), "the same column of another table")
	require.PanicsWithValue(t, "tables: routes has no column year of type integer", func() { Annual.Year.Of(routes) })
	require.PanicsWithValue(t, "tables: routes has no column segments of type number", func() { number("segments", "", "").Of(routes) })
}
