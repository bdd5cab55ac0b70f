package scenarios_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// withPotentials is a scenario with the potentials given that are found where it says what was
// carried: what is changed in it does not find them anew.
func withPotentials(t *testing.T, s *scenarios.Scenario) *scenarios.Scenario {
	t.Helper()
	var set []string
	for _, m := range s.Corridor.Markets {
		for i, year := range m.Growth.Years {
			set = append(set, "markets."+m.Name+".growth.path_mt_per_year."+strconv.Itoa(year)+"="+strconv.FormatFloat(m.Growth.MtPerYear[i], 'g', -1, 64))
		}
	}
	given, err := s.Set(set...)
	require.NoError(t, err)
	return given
}

// TestFitIsCompiled: numbers put into a corridor to fit it make, bit for bit, the corridor
// compiled with them: also where they decide which routes are found, and their base shares.
func TestFitIsCompiled(t *testing.T) {
	figures := map[string][2]float64{
		"markets.boxes-china-europe.sensitivity_per_usd":          {0.0028, 0.0098},
		"markets.boxes-kazakhstan.sensitivity_per_usd":            {0.0028, 0.015},
		"markets.metals.value_of_time_usd_per_t_day":              {0, 60},
		"markets.metals.growth.path_mt_per_year.2024":             {1, 6},
		"rivals.iran.reliability_usd_per_t.2026":                  {50, 200},
		"segments.rail-ferry.cost_usd_per_t":                      {0, 90},
		"segments.zhezkazgan-beyneu.capacity.rail.trains_per_day": {0, 12},
		"segments.box-feeder.effectiveness":                       {0, 2},
		"rivals.northern-rail.cost_usd_per_t.2026":                {100, 500},
		"water_level.rate_m_per_year":                             {-0.4, 0.1},
	}
	s, err := withPotentials(t, load(t, scenarios.Request{Scenario: "reference"})).Set("recalibrate=true")
	require.NoError(t, err)
	var paths []string
	for path := range figures {
		paths = append(paths, path)
	}
	fit, err := s.Fit(paths)
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(1, 2))
	found := map[int]bool{} // numbers of routes
	for range 12 {
		set, values := []string{}, make([]float64, len(paths))
		for i, path := range paths {
			bounds := figures[path]
			values[i] = bounds[0] + random.Float64()*(bounds[1]-bounds[0])
			set = append(set, path+"="+strconv.FormatFloat(values[i], 'g', -1, 64))
		}
		got, err := fit(values)
		require.NoError(t, err)
		want, err := s.Set(append(set, "recalibrate=true")...)
		require.NoError(t, err)
		for i := range got.Projects {
			got.Projects[i].OthersShare = want.Corridor.Projects[i].OthersShare // which no fit asks for
		}
		require.Equal(t, want.Corridor, got)
		routes := 0
		for _, m := range got.Markets {
			routes += len(m.Routes)
		}
		found[routes] = true
	}
	require.Greater(t, len(found), 1, "the same routes are found every time, so finding them is not tested")
}

// TestFitRefuses what would not be the same: a number that others hang on.
func TestFitRefuses(t *testing.T) {
	s, err := load(t, scenarios.Request{Scenario: "reference"}).Set("recalibrate=true")
	require.NoError(t, err)
	for _, path := range []string{
		"segments.zhezkazgan-beyneu.availability",       // closures fit the spells of hazards
		"segments.khorgos-zhezkazgan.free_flow_days",    // projects save some of them
		"markets.metals.routes.corridor.cost_usd_per_t", // of routes that are found
		"projects.divrigi-kars.cost_musd", "markets.metals.cargo", "nowhere",
	} {
		_, err := s.Fit([]string{path})
		require.ErrorContains(t, err, path)
	}
	changed := load(t, scenarios.Request{Scenario: "reference", Set: []string{"segments.rail-ferry.cost_usd_per_t=5"}})
	_, err = changed.Fit(nil)
	require.ErrorContains(t, err, "base shares")
}
