package findings

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestTargetsWithoutLimitsInWords(t *testing.T) {
	for want, w := range map[string]TargetWithoutLimits{
		"It is for want of capacity: with no limit it would be 12":                           {Value: 12, Met: true, First: "2027", Wanted: 10},
		"No capacity would do: with no limit it would be 5.91, and 10 in no year simulated":  {Value: 5.91, Wanted: 10},
		"No capacity would do: with no limit it would be 7.7, and 10 first in 2031":          {Value: 7.7, First: "2031", Wanted: 10},
		"No capacity would do: with no limit it would be 9.998, and 10 in no year simulated": {Value: 9.998, Wanted: 10},
	} {
		require.Equal(t, want, w.Sentence())
	}
}

func TestTargetsInReachInWords(t *testing.T) {
	list := said(
		[]any{"s", "", TargetMet, "10 Mt by 2028", "2028", 0.25, 0.2, 0.3},
		[]any{"s", "", TargetInReach, "10 Mt by 2028", "2028", 0.95, 0.93, 0.97},
		[]any{"s", "", TargetMet, "20 Mt by 2028", "2028", 0.0, 0.0, 0.008},
		[]any{"s", "", TargetInReach, "20 Mt by 2028", "2028", 0.0, 0.0, 0.008},
		[]any{"s", "", TargetMet, "15 Mt by 2028", "2028", 0.0, 0.0, 0.008},
		[]any{"s", "", TargetInReach, "15 Mt by 2028", "2028", 0.5, 0.46, 0.54},
		[]any{"s", "", TargetMet, "5 Mt by 2028", "2028", 0.95, 0.93, 0.97},
		[]any{"s", "", TargetInReach, "5 Mt by 2028", "2028", 0.97, 0.95, 0.98},
	)
	require.Equal(t, []string{
		"10 Mt by 2028: undecided; it is met in 25.0 % (20.0 to 30.0 %); with no limit it would be met in 95.0 % (93.0 to 97.0 %): it is for want of capacity.",
		"20 Mt by 2028: missed; it is met in none (at most 0.8 %); with no limit it would be met in none (at most 0.8 %): no capacity would do.",
		"15 Mt by 2028: missed; it is met in none (at most 0.8 %); with no limit it would be met in 50.0 % (46.0 to 54.0 %).",
		"5 Mt by 2028: met, in 95.0 % (93.0 to 97.0 %).",
	}, Targets(list, "s"))
}

// TestUnserved: of two classes one is carried whole, and in 2024 what waited came besides.
func TestUnserved(t *testing.T) {
	annual, classes := tables.New(tables.Annual), tables.New(tables.Classes)
	for _, y := range []struct {
		year            int
		carried, demand float64
	}{{2024, 5, 4.9}, {2028, 5, 5.75}} {
		put(annual, map[string]any{"scenario": "s", "year": y.year, "demand_mt": y.demand, "throughput_mt": y.carried})
		classes.Append("s", y.year, "ore", "Ore", y.carried-1, 4.0, "", "", 0, y.demand-1)
		classes.Append("s", y.year, "oil", "Oil", 1.0, 4.0, "", "", 0, 1.0)
	}
	require.Equal(t, "Demand is what would be carried if no segment ever limited, on the ways and at the prices there are: no more in 2024, 0.75 Mt more in 2028 (Ore 0.75).",
		Unserved(annual, classes, []string{"2024", "2028"}))
	require.Empty(t, Unserved(annual, classes, []string{"2030"}))
}
