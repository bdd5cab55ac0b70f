package sim_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/tables"
)

// TestNetwork: segments and routes carry the words of their labels, and their own names
// where they have none; what is unknown or without limit has an empty cell.
func TestNetwork(t *testing.T) {
	c := port()
	quay := c.Segments[0]
	quay.Name, quay.StorageMt = "quay", math.Inf(1)
	c.Segments = append(c.Segments, quay)
	c.Markets[0].Routes = []model.Route{
		{Name: "by sea", Segments: []int{0, 1}, Weights: []float64{1, 1}, Share: 0.75},
		{Name: "by land", Rival: true, CostUSDPerT: 40, Days: 9, Share: 0.25},
	}
	labels := tables.Labels{
		Segments: map[string]tables.SegmentLabel{"port": {Title: "Old port", Kind: "port", From: "a", To: "b"}},
		Nodes:    map[string]tables.NodeLabel{"a": {Title: "Aktau", X: 2, Y: 3}},
		Markets:  map[string]tables.MarketLabel{"grain": {Title: "Grain of the steppe", Scope: tables.LikeForLike}},
	}
	r, err := sim.Run{Name: "port", Corridor: c, Labels: labels}.Run()
	require.NoError(t, err)

	network := tables.Network
	require.Equal(t, []string{"port", "quay"}, network.Segment.Of(r.Network))
	require.Equal(t, []string{"Old port", "quay"}, network.Title.Of(r.Network))
	require.Equal(t, []string{"Aktau", ""}, network.From.Title.Of(r.Network))
	require.Equal(t, "b", network.To.Title.Of(r.Network)[0], "a node without a label is called by its name")
	require.Equal(t, 0.5, network.StorageMt.Of(r.Network)[0])
	require.True(t, math.IsNaN(network.StorageMt.Of(r.Network)[1]))

	routes := tables.Routes
	require.Equal(t, []string{"by sea", "by land"}, routes.Route.Of(r.Routes))
	require.Equal(t, []string{"port>quay", ""}, routes.Segments.Of(r.Routes))
	require.False(t, routes.Rival.True(r.Routes, 0))
	require.True(t, routes.Rival.True(r.Routes, 1))
	require.Equal(t, "Grain of the steppe", routes.MarketTitle.Of(r.Routes)[0])
	require.Equal(t, "grain", routes.CargoTitle.Of(r.Routes)[0])
	require.Equal(t, []float64{0.75, 0.25}, routes.BaseShare.Of(r.Routes))
	require.Equal(t, []float64{16, 40}, routes.CostUSDPerT.Of(r.Routes))
	require.Equal(t, []float64{6, 9}, routes.Days.Of(r.Routes))
}
