package tables

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestUnlimited(t *testing.T) {
	free := Unlimited(func(metric string) float64 {
		return map[string]float64{"demand_mt": 7, "containers_demand_kteu": 90, "potential_mt": 30, "capex_musd": 5, "capacity_mt": 6, "diverted_mt": 1}[metric]
	})
	for metric, want := range map[string]float64{
		"throughput_mt": 7, "offered_mt": 7, "demand_mt": 7, "containers_kteu": 90, "potential_mt": 30, "capex_musd": 5, "diverted_mt": 0, "queue_mt": 0,
	} {
		require.Equal(t, want, free(metric), metric)
	}
	require.True(t, math.IsNaN(free("capacity_mt")))
	require.True(t, math.IsNaN(free("transit_days")))
}

func TestOfDemand(t *testing.T) {
	for text, want := range map[string]bool{
		"throughput_mt": true, "containers_kteu": true, "throughput_mt / potential_mt": true, "throughput_mt - 2 * queue_mt": true,
		"capacity_mt": false, "queue_mt": false, "throughput_mt / capacity_mt": false, "diverted_mt / offered_mt": false,
	} {
		metric, err := ParseExpression(text, nil)
		require.NoError(t, err)
		target := Target{Metric: metric, Threshold: 1}
		require.Equal(t, want, target.OfDemand(), text)
		target.AtMost = true
		require.False(t, target.OfDemand(), text)
	}
}
