package plots

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// What a package knows of a metric is drawn in the years there are, unless the options
// give something else; a year that they give and that is not drawn is a mistake.
func TestObservedOf(t *testing.T) {
	p := &tables.Package{Observed: []tables.Observation{
		{Metric: "throughput_mt", Year: 2023, Value: 2.764}, {Metric: "throughput_mt", Year: 2024, Value: 4.484}, {Metric: "capacity_mt", Year: 2025, Value: 6},
	}}
	m := metricOf("throughput_mt")
	got, err := observedOf(english, p, m, []int{2024, 2025})
	require.NoError(t, err)
	require.Equal(t, observations{2024: 4.484}, got)
	require.Equal(t, 2024, got.last())

	own := *english
	own.Observed = map[int]float64{2025: 4.1}
	got, err = observedOf(&own, p, m, []int{2024, 2025})
	require.NoError(t, err)
	require.Equal(t, observations{2025: 4.1}, got)

	own.Observed = map[int]float64{2030: 4.1}
	_, err = observedOf(&own, p, m, []int{2024, 2025})
	require.EqualError(t, err, "2030 is observed, outside the years drawn, 2024 to 2025")
	p.Observed[1].Value = math.Inf(1)
	_, err = observedOf(english, p, m, []int{2024, 2025})
	require.EqualError(t, err, "+Inf is observed in 2024, expected a number from 0 to 1e+12")
}

func TestThroughputShowsWhatWasObserved(t *testing.T) {
	p := examplePackage(exampleAnnual())
	require.NotContains(t, texts(mustWrite(t, "throughput", p, SVG)), "Projected")
	p.Observed = []tables.Observation{{Metric: "throughput_mt", Year: 2024, Value: 4.484}}
	require.Subset(t, texts(mustWrite(t, "throughput", p, SVG)), []string{"Observed", "Projected"})
	p.Observed[0].Year = 2035
	labels := texts(mustWrite(t, "throughput", p, SVG))
	require.Contains(t, labels, "Observed")
	require.NotContains(t, labels, "Projected", "nothing is left to come")
}
