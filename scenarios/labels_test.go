package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/language"
)

// TestValuesStandForSomething: labels go to the values as they are listed, and what goes together is
// called as its scenario calls it.
func TestValuesStandForSomething(t *testing.T) {
	s, err := Parse("gate", `scenario: gate
time: {start: 2030-01, end: 2030-12}
cargo: {boxes: {}}
segments: {line: {capacity: {fixed_mt_per_year: 12}, cost_usd_per_t: 20, free_flow_days: 3}}
markets: {m: {cargo: boxes, growth: {path_mt_per_year: {2030: 10}}, routes: {r: {segments: [line]}}}}
uncertainties:
  gate: {title: the gate, path: segments.line.cost_usd_per_t, distribution: discrete, values: [30, 20], labels: [shut, open]}
  days: {path: segments.line.free_flow_days, distribution: discrete, values: [3, 5]}
correlations: {both: {title: the gate and its queue, of: [gate, days], rank: 0.9}}
`)
	require.NoError(t, err)
	require.Equal(t, map[float64]string{30: "shut", 20: "open"}, s.Uncertainties[0].Labels)
	require.Nil(t, s.Uncertainties[1].Labels)
	require.Equal(t, []language.Group{{Title: "the gate and its queue", Of: []string{"gate", "days"}}}, s.Groups)
}
