package plots

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_tradeoff() {
	chart, _ := Lookup("tradeoff")
	figure, err := chart.Draw(exampleDiscovery())
	fmt.Println(figure.Title(), err)
	// Output: The box chosen holds 73 % of the futures that meet it; of those inside 68 % do <nil>
}

// Both sides of a figure are one row, values of one that takes a few are written, and so is the
// condition.
func TestBoxShowsLimits(t *testing.T) {
	c, _ := Lookup("box")
	figure, err := c.Draw(exampleDiscovery())
	require.NoError(t, err)
	said := saidBy(figure)
	for _, text := range []string{"≤ 1.17", "−0.260 … −0.100", "open again", "still shut", "≥ 0.170", "33 %", "68 %", "Box 2", "Condition: throughput_mt_2030 < 5.5.", "of those of Turkmenbashi"} {
		require.Contains(t, said, text)
	}
	require.Contains(t, figure.Description(), "the oil agreed on from 2028, Mt/yr: ≤ 1.17.")
}

// What the tables hold is shown or said to be wrong.
func TestOddDiscoveries(t *testing.T) {
	side := func(change string, to any) *tables.Table {
		t := tables.New(tables.Limits)
		given := map[string]any{}
		for key, v := range exampleSides[0] {
			given[key] = v
		}
		given[change] = to
		appendRanked(t, given)
		return t
	}
	step := func(change string, to any) *tables.Table {
		t := tables.New(tables.Trajectory)
		for i := range 2 {
			given := map[string]any{"box": 1, "step": i, "coverage": 1.0, "density": 0.5, "limits": i, "chosen": false}
			given[change] = to
			appendRanked(t, given)
		}
		return t
	}
	for _, test := range []struct {
		name, chart string
		table       *tables.Table
		want        string
	}{
		{"another side", "box", side("side", "left"), "limits.csv:2: side is \"left\", expected at_least, at_most or among"},
		{"no range", "box", side("high", 0.1), "limits.csv:2: the values drawn of the oil agreed on from 2028, Mt/yr do not differ"},
		{"third before the second", "box", side("box", 3), "limits.csv:2: box is 3, expected the boxes in their order"},
		{"no step", "tradeoff", tables.New(tables.Trajectory), "trajectory.csv has no rows"},
		{"too dense", "tradeoff", step("density", 2.0), "density"},
		{"no limits", "tradeoff", step("limits", -1), "trajectory.csv:2: limits is -1, expected a number of at least 0"},
	} {
		c, _ := Lookup(test.chart)
		_, err := c.Draw(examplePackage(test.table))
		require.ErrorContains(t, err, test.want, test.name)
	}
	c, _ := Lookup("tradeoff")
	require.False(t, c.Possible(examplePackage(tables.New(tables.Trajectory))))
}
