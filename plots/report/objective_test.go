package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// TestObjective: objectives are named in the words of the language, and their values written as
// the metric is.
func TestObjective(t *testing.T) {
	tests := map[string]struct {
		objective, metric, title, unit string
		value                          float64
		says, in, number               string
	}{
		"a metric alone":                   {"throughput_mt_2030", "throughput_mt_2030", "Throughput in 2030", "Mt", 5.935361042409186, "Throughput in 2030, mean", "Mt", "5.94"},
		"a mean":                           {"max mean throughput_mt_2030", "throughput_mt_2030", "Throughput in 2030", "Mt", 5.9, "Throughput in 2030, mean", "Mt", "5.90"},
		"a quantile":                       {"p2.5 throughput_mt_2030", "throughput_mt_2030", "Throughput in 2030", "Mt", 5.9, "Throughput in 2030, quantile at 2.5\u00a0%", "Mt", "5.90"},
		"a sum of years":                   {"throughput_mt_2026..2030", "throughput_mt_2026..2030", "Throughput in 2026 to 2030", "Mt", 25.123, "Throughput in 2026 to 2030, mean", "Mt", "25.12"},
		"what is shown":                    {"utilisation_2030", "utilisation_2030", "Utilisation in 2030", "%", 0.873, "Utilisation in 2030, mean", "%", "87"},
		"a share":                          {"share throughput_mt_2030 >= 7", "throughput_mt_2030", "Throughput in 2030", "Mt", 0.4, "Throughput in 2030 ≥ 7\u00a0Mt", "% of futures", "40"},
		"a share shown":                    {"share utilisation_2030 <= 0.95", "utilisation_2030", "Utilisation in 2030", "%", 0.4, "Utilisation in 2030 ≤ 95\u00a0%", "% of futures", "40"},
		"in its own unit":                  {"share throughput_mt_2030 >= 7,000 kt", "throughput_mt_2030", "Throughput in 2030", "Mt", 0.4, "Throughput in 2030 ≥ 7,000\u00a0kt", "% of futures", "40"},
		"a target":                         {"share ten-by-2030", "throughput_mt_2030", "Throughput in 2030", "Mt", 0.4, "ten-by-2030", "% of futures", "40"},
		"a regret":                         {"regret throughput_mt_2030", "throughput_mt_2030", "Throughput in 2030", "Mt", 1.2223, "Largest regret: Throughput in 2030", "Mt", "1.22"},
		"over scenarios":                   {"scenario-regret throughput_mt_2030", "throughput_mt_2030", "Throughput in 2030", "Mt", 1.2223, "Largest regret in any of the scenarios: Throughput in 2030", "Mt", "1.22"},
		"worth":                            {"npv", "npv", "Net present value", "USD million", 1234.567, "Net present value, mean", "USD million", "1,235"},
		"none, in a file that others made": {"", "throughput_mt_2030", "Throughput in 2030", "Mt", 5.9, "Throughput in 2030, mean", "Mt", "5.90"},
		"a defined measure":                {"oil_share_2030", "oil_share_2030", "oil_share in 2030", "", 0.12345, "oil_share in 2030, mean", "", "0.12"},
	}
	w, err := words.Of("")
	require.NoError(t, err)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			robust := tables.New(tables.Robustness)
			robust.Append("stated", "best", test.objective, test.metric, test.title, test.unit, false, test.value, test.value, test.value, test.value,
				test.value, test.value, test.value, test.value, test.value, test.value, 0.0, 0.0, 0.0, 0.0, 0.0)
			o := objectiveIn(robust, 0)
			require.Equal(t, test.says, o.says(w))
			require.Equal(t, test.in, o.unit())
			require.Equal(t, test.number, o.number(test.value))
		})
	}
}
