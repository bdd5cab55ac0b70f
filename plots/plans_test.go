package plots

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_plans() {
	chart, _ := Lookup("plans")
	figure, err := chart.Draw(examplePackage(examplePlans("mean throughput_mt_2030", "throughput_mt_2030")...))
	fmt.Println(figure.Title(), err)
	// Output: 65 % of what everything brings costs 0.2 % of its money <nil>
}

// What has a name is called so, and everything, which costs far more, is a line with its cost.
func TestPlansAreNamed(t *testing.T) {
	c, _ := Lookup("plans")
	figure, err := c.Draw(examplePackage(examplePlans("mean throughput_mt_2030", "throughput_mt_2030")...))
	require.NoError(t, err)
	said := saidBy(figure)
	for _, text := range []string{"best", "knee", "cheapest", "nothing cheapest knee best", "everything, for USD 28,600 million", "2030"} {
		require.Contains(t, said, text)
	}
	require.Contains(t, figure.Description(), "knee: USD 52 million, +0.60.")

	figure, err = c.Draw(examplePackage(examplePlans("share throughput_mt_2030 >= 7", "throughput_mt_2030")...))
	require.NoError(t, err)
	require.Contains(t, saidBy(figure), "Futures that satisfy Throughput, 2030 ≥ 7, %")
	figure, err = c.Draw(examplePackage(examplePlans("regret throughput_mt_2026..2030", "throughput_mt_2026..2030")...))
	require.NoError(t, err)
	require.Contains(t, saidBy(figure), "Largest regret: ")
	require.Contains(t, saidBy(figure), "2026–2030")
}

// The plan whose worst regret is least is named, though it has a number alone; of the other
// numbered ones none is shown.
func TestRegretNamesTheLeast(t *testing.T) {
	c, _ := Lookup("regret")
	figure, err := c.Draw(examplePackage(exampleRegrets(3)))
	require.NoError(t, err)
	require.Equal(t, "Plan best regrets least, whichever of these scenarios comes", figure.Title(), "it has no regret, 07 a little")
	for _, text := range []string{"as it is", "demand-low", "at worst", "2.40"} {
		require.Contains(t, saidBy(figure), text)
	}
	require.False(t, c.Possible(examplePackage(exampleRegrets(1))))
	requireBlank(t, c, examplePackage(exampleRegrets(9)), "A table of 5 × 9 is more than a page holds.")
}

// TestOddPlans draws what no sensible choice says.
func TestOddPlans(t *testing.T) {
	with := func(column string, cell any) *tables.Package {
		return examplePackage(oddPlans("mean throughput_mt_2030", "throughput_mt_2030", column, cell)...)
	}
	drawOdd(t, []oddCase{
		{"large", "plans", with("value", 1e11), ""},
		{"no cost", "plans", with("cost_musd", nil), ""},
		{"no value", "plans", with("value", nil), ""},
		{"no interval", "plans", with("gain_low", nil), ""},
		{"infinite", "plans", with("value", math.Inf(1)), "value in robustness.csv is too large a number to be drawn."},
		{"negative", "plans", with("cost_musd", -1.0), "plans.csv:4: cost_musd is -1, it cannot be negative"},
		{"empty", "regret", examplePackage(tables.New(tables.Regret)), "regret.csv has no rows"},
	})
}
