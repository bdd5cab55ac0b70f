package scenarios_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// TestSetterIsSet: a number put into the compiled corridor gives the results of the
// scenario compiled with it.
func TestSetterIsSet(t *testing.T) {
	reference, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: []string{"shock/storm-year"}})
	require.NoError(t, err)
	reference = withPotentials(t, reference)
	base, err := reference.Run().Run()
	require.NoError(t, err)
	for _, c := range []struct {
		path  string
		value float64
	}{
		{"segments.box-feeder.capacity.units.per_year", 75000},
		{"segments.dry-ships.capacity.fixed_mt_per_year", 0.9},
		{"segments.zhezkazgan-beyneu.capacity.rail.trains_per_day", 5},
		{"segments.khorgos-border.other_traffic_mt_per_year", 17.8},
		{"segments.rail-ferry.storage_mt", 0.02},
		{"segments.khorgos-zhezkazgan.availability", 0.3},
		{"segments.rail-ferry.draft.loss_per_m", 0.3},
		{"markets.metals.growth.rate_per_year", 0.09},
		{"markets.metals.growth.path_mt_per_year.2024", 4.2},
		{"markets.metals.give_up_per_month", 0.6},
		{"markets.metals.inertia_per_month", 0.1},
		{"markets.metals.perception_per_month", 0.9},
		{"markets.boxes-china-europe.routes.corridor.days", 3},
		{"rivals.northern-rail.cost_usd_per_t.2026", 320},
		{"rivals.northern-rail.days.2025", 24},
		{"rivals.iran.reliability_usd_per_t.2026", 150},
		{"water_level.path_m.2024", -0.4},
		{"projects.container-ships.ramp_months", 3},
		{"projects.container-ships.changes.box-feeder.add_capacity_mt_per_year", 2.4},
		{"measures.feeder-productivity.changes.box-feeder.scale_capacity", 1.3},
		{"measures.feeder-productivity.adoption_months", 6},
		{"projects.divrigi-kars.delay_factor", 1.6},
		{"projects.container-ships.effective_share", 0.3},
		{"projects.container-ships.cost_musd", 150},
		{"projects.container-ships.delay_months", 18},
		{"measures.closure-thresholds.effective_share", 0.2},
		{"shocks.storms-rail-ferry-winter.factor", 0.5},
		{"water_level.rate_m_per_year", -0.3},
	} {
		t.Run(c.path, func(t *testing.T) {
			set, err := reference.Setter(c.path)
			require.NoError(t, err)
			direct := reference.Corridor.Clone()
			set(&direct, c.value)
			compiled, err := reference.Set(c.path+"="+strconv.FormatFloat(c.value, 'g', -1, 64), "recalibrate=true")
			require.NoError(t, err)

			run := reference.Run()
			run.Corridor = direct
			got, err := run.Run()
			require.NoError(t, err)
			want, err := compiled.Run().Run()
			require.NoError(t, err)
			differs := false
			for _, column := range []string{"throughput_mt", "offered_mt", "diverted_mt", "capacity_mt", "transit_days", "capex_musd"} {
				require.InDeltaSlice(t, want.Monthly.Numbers(column), got.Monthly.Numbers(column), 1e-9, column)
				for row, v := range base.Monthly.Numbers(column) {
					differs = differs || v != got.Monthly.Numbers(column)[row]
				}
			}
			require.True(t, differs, "the value changes nothing, so nothing is tested")
		})
	}
	for _, path := range []string{"segments.nowhere.effectiveness", "time.start", "markets.metals.growth", "projects.divrigi-kars.start", "projects.divrigi-kars.changes.kars-divrigi.save_days", "projects.divrigi-kars.stall_chance", "projects.divrigi-kars.adoption_months", "segments.box-feeder.availability", "rivals.suez.cost_usd_per_t", "rivals.suez.cost_usd_per_t.2033", "markets.metals.routes.nowhere.days"} {
		_, err := reference.Setter(path)
		require.ErrorContains(t, err, path)
	}
}
