package library_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
)

// TestNestOfOne: a dissimilarity of 1 is no nest, in every figure.
func TestNestOfOne(t *testing.T) {
	one := runSet(t, "reference", []string{"markets.boxes-china-europe.nests.land.dissimilarity=1", "recalibrate=true"})
	base := runSet(t, "reference", []string{"markets.boxes-china-europe.nests=null", "uncertainties.boxes-china-europe-dissimilarity=null", "recalibrate=true"})
	for _, column := range []string{"throughput_mt", "offered_mt", "diverted_mt", "queue_mt", "transit_days"} {
		require.Equal(t, base.Monthly.Numbers(column), one.Monthly.Numbers(column), column)
	}
}

// TestWaysInANestSplitByIt: what is found for a route of a nest divides its share with θ/λ,
// and what shares segments counts for less, where the shares are said to belong to that.
func TestWaysInANestSplitByIt(t *testing.T) {
	shares := func(set ...string) (shares []float64) {
		s, err := scenarios.Load(scenarios.Request{Scenario: "reference", Set: set})
		require.NoError(t, err)
		for _, r := range marketOf(t, &s.Corridor, "boxes-china-europe").Routes {
			if !r.Rival && !r.Later {
				shares = append(shares, r.Share)
			}
		}
		return shares
	}
	sum := func(shares []float64) (sum float64) {
		for _, share := range shares {
			sum += share
		}
		return sum
	}
	const one, unsized = "markets.boxes-china-europe.nests.land.dissimilarity=1", "markets.boxes-china-europe.path_size=0"
	as, nested, sized := shares(one, unsized, "recalibrate=true"), shares(unsized, "recalibrate=true"), shares()
	for _, s := range [][]float64{as, nested, sized} {
		require.Len(t, s, 3)
		require.InDelta(t, 0.000478, sum(s), 1e-15)
	}
	require.InEpsilon(t, 1/0.6, ratio(nested)/ratio(as), 1e-9, "in a nest costs count for more")
	require.NotEqual(t, nested, sized)
	require.Equal(t, sized, shares(one, unsized), "a change on top leaves base shares alone")
}

func marketOf(t *testing.T, c *model.Corridor, name string) *model.Market {
	for i := range c.Markets {
		if c.Markets[i].Name == name {
			return &c.Markets[i]
		}
	}
	require.Fail(t, "there is no market "+name)
	return nil
}

// ratio is ln of the first share over the second.
func ratio(shares []float64) float64 { return math.Log(shares[0] / shares[1]) }

// TestDissimilarityIsDrawn: it is uncertain, and a number put into the compiled corridor gives
// the results of the scenario compiled with it.
func TestDissimilarityIsDrawn(t *testing.T) {
	const path = "markets.boxes-china-europe.nests.land.dissimilarity"
	f := runOf(t, "reference", "shock/northern-closure")
	drawn := false
	for _, u := range f.scenario.Uncertainties {
		drawn = drawn || u.Path == path
	}
	require.True(t, drawn)
	set, err := f.scenario.Setter(path)
	require.NoError(t, err)
	run := f.scenario.Run()
	run.Corridor = f.corridor.Clone()
	set(&run.Corridor, 0.85)
	got, err := run.Run()
	require.NoError(t, err)
	want := runSet(t, "reference", []string{path + "=0.85"}, "shock/northern-closure")
	for _, column := range []string{"throughput_mt", "offered_mt", "transit_days"} {
		require.Equal(t, want.Monthly.Numbers(column), got.Monthly.Numbers(column), column)
		require.NotEqual(t, f.Monthly.Numbers(column), got.Monthly.Numbers(column), column)
	}
	_, err = f.scenario.Setter("markets.trains-china-europe.path_size")
	require.Error(t, err, "whether ways are compared at all does not differ from future to future")
}
