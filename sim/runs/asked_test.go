package runs

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

func TestAsked(t *testing.T) {
	s, err := scenarios.Parse("strait", `
scenario: strait
time: {start: 2030-01, end: 2032-06}
cargo: {goods: {title: Goods}}
segments:
  ferry: {capacity: {fixed_mt_per_year: 9}}
markets:
  trade: {cargo: goods, growth: {path_mt_per_year: {2030: 12}}, routes: {by-sea: {segments: [ferry]}}}
metrics:
  lost: {expression: diverted_mt / offered_mt}
targets:
  carried: {title: 10 Mt carried, metric: throughput_mt, at: 2031, at_least: 10}
`)
	require.NoError(t, err)

	a, err := Asked(s, "carried")
	require.NoError(t, err)
	require.Equal(t, s.Targets[0], a)

	a, err = Asked(s, "throughput_mt_2031")
	require.NoError(t, err)
	require.Equal(t, "Throughput in 2031", a.Title)
	require.True(t, a.At.Yearly)
	require.True(t, math.IsNaN(a.Threshold))

	a, err = Asked(s, "lost_2030-07")
	require.NoError(t, err)
	require.Equal(t, 0.25, a.Metric.Eval(func(column string) float64 {
		return map[string]float64{"diverted_mt": 3, "offered_mt": 12}[column]
	}))

	for what, message := range map[string]string{
		"throughput_2031":     `"throughput_2031" is neither a target of strait nor a metric with a year or month such as throughput_mt_2031, did you mean "throughput_mt_2031"?`,
		"throughput_mt":       `"throughput_mt" is neither a target of strait nor a metric with a year or month such as throughput_mt_2031, did you mean "throughput_mt_2031"?`,
		"lots_2030-07":        `"lots_2030-07" is neither a target of strait nor a metric with a year or month such as throughput_mt_2030-07, did you mean "lost_2030-07"?`,
		"throughput_mt_2040":  "throughput_mt is asked for 2040, outside the months simulated, 2030-01 to 2032-06",
		"throughput_mt_20x1":  `did you mean`,
		"capacity_mt_2032-07": "capacity_mt is asked for 2032-07, outside the months simulated, 2030-01 to 2032-06",
	} {
		_, err := Asked(s, what)
		require.ErrorContains(t, err, message, what)
	}
}
