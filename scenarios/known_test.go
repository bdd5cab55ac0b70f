package scenarios_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/hindcast"
)

// TestFiguresAreDated: a figure became known in the month that it says, or the nearest map
// around it, or else with the last of its works; an assumption has no date.
func TestFiguresAreDated(t *testing.T) {
	s, err := scenarios.Parse("dated", `
scenario: dated
time: {start: 2024-01, end: 2024-12}
sources:
  day: {title: A day, date: 2022-11-24}
  month: {title: A month, date: 2023-02}
  year: {title: A year, date: 2021}
  about: {title: Two years, date: "about 2019 to 2020 (page undated)"}
  undated: {title: No date}
  blank: {title: Undated, date: undated}
cargo:
  boxes: {tonnes_per_unit: {value: 14, source: [derived, day]}}
segments:
  own: {capacity: {fixed_mt_per_year: {value: 1, source: [day, month], known: 2020-05}}}
  last: {capacity: {fixed_mt_per_year: {value: 1, source: [month, day, year]}}}
  year: {capacity: {fixed_mt_per_year: {value: 1, source: year}}}
  about: {capacity: {fixed_mt_per_year: {value: 1, source: [assumption, about]}}}
  assumed: {capacity: {fixed_mt_per_year: {value: 1, source: [assumption, derived]}}}
  undated: {capacity: {fixed_mt_per_year: {value: 1, source: [undated, blank]}}}
  around: {known: 2018-03, source: month, capacity: {fixed_mt_per_year: {2020: 1, 2021: {value: 2, source: day}, 2022: {value: 3, known: 2021-12}}}}
  below: {source: month, capacity: {fixed_mt_per_year: 1}}
markets:
  all: {cargo: boxes, growth: {path_mt_per_year: {2024: 1, known: 2024-06}}, routes: {way: {segments: [own]}}}
`)
	require.NoError(t, err)
	known, stated := map[string]string{}, map[string]bool{}
	for _, f := range s.Figures() {
		require.NotContains(t, f.Path, "known", "what is said of figures is none")
		known[f.Path], stated[f.Path] = f.Known, f.Stated
	}
	const capacity = ".capacity.fixed_mt_per_year"
	for path, want := range map[string]struct {
		month  string
		stated bool
	}{
		"cargo.boxes.tonnes_per_unit":              {"2022-11", false},
		"segments.own" + capacity:                  {"2020-05", true},
		"segments.last" + capacity:                 {"2023-02", false},
		"segments.year" + capacity:                 {"2021-12", false},
		"segments.about" + capacity:                {"2020-12", false},
		"segments.assumed" + capacity:              {"", false},
		"segments.undated" + capacity:              {"", false},
		"segments.around" + capacity + ".2020":     {"2018-03", true},
		"segments.around" + capacity + ".2021":     {"2018-03", true},
		"segments.around" + capacity + ".2022":     {"2021-12", true},
		"segments.below" + capacity:                {"2023-02", false},
		"markets.all.growth.path_mt_per_year.2024": {"2024-06", true},
	} {
		require.Equal(t, want.month, known[path], path)
		require.Equal(t, want.stated, stated[path], path)
	}
}

// dated has something known in time and something known late of every kind.
const dated = `
scenario: dated
time: {start: 2022-01, end: 2024-12}
base_year: 2024
sources:
  early: {title: Early, date: 2022-06}
  late: {title: Late, date: 2023-04}
water_level: {path_m: {2022: 0, 2023: {value: -0.3, source: late}}}
cargo: {ore: {}, oil: {}}
segments:
  line:
    capacity: {fixed_mt_per_year: {2022: 5, 2023: {value: 6, source: early}, 2024: {value: 7, source: late}}}
    cost_usd_per_t: {2022: 10, 2022-07: {value: 11, source: late}, 2023-03: {value: 12, source: late}}
    other_traffic_mt_per_year: {2022: 1, 2023: {value: 2, source: late}}
rivals:
  sea: {cost_usd_per_t: {2021: 10, 2022: {value: 20, source: late}, 2023: {value: 30, source: late}, 2024: 40}, days: {2023: {value: 5, source: late}}}
markets:
  ore:
    cargo: ore
    growth: {path_mt_per_year: {2022: {value: 1, source: late}, 2023: {value: 2, source: early}, 2024: {value: 9, source: late}}, rate_per_year: 0.1}
    routes: {way: {segments: [line], share: {2022: 0.4, 2024: 0.6}}, sea: {rival: sea, share: {2022: 0.6, 2024: 0.4}}}
  new:
    cargo: ore
    growth: {path_mt_per_year: {2023: {value: 3, source: late}}}
    routes: {way: {segments: [line]}}
  counted:
    cargo: ore
    growth: {path_mt_per_year: {2022: {value: 1, source: late}}, carried_mt_per_year: {2023: {value: 2, source: late}}, rate_per_year: 0.1}
    routes: {way: {segments: [line]}}
  oil:
    cargo: oil
    schedule:
      in-time: {mt_per_year: {value: 1, source: late}, from: 2023-01, to: 2023-06, known: 2022-11}
      too-late: {mt_per_year: {value: 2, source: late}, from: 2023-07}
    routes: {way: {segments: [line]}, away: {rival: true, outlet: true}}
projects:
  begun: {cost_musd: {value: 1, source: late}, start: 2022-05, duration_months: 1, changes: {line: {add_capacity_mt_per_year: 1}}}
  announced: {cost_musd: {value: 1, source: late}, start: 2023-05, duration_months: {value: 1, source: early}, changes: {line: {add_capacity_mt_per_year: 1}}}
  unheard-of: {cost_musd: {value: 1, source: late}, start: 2023-05, duration_months: 1, changes: {line: {add_capacity_mt_per_year: 1}}}
shocks:
  past: {rival: sea, add_cost_usd_per_t: 1, from: 2022-03, to: 2023-03}
  to-come: {rival: sea, add_cost_usd_per_t: {value: 1, source: late}, from: 2023-02, to: 2023-03}
hindcast: {start: 2022-01, fit: [2023], hold_out: 2024, trend_per_year: 0.1}
`

// TestAsKnown: of what is given by date an origin sees what had happened or become known; a
// conditional hindcast is given rates, water and shocks as they came.
func TestAsKnown(t *testing.T) {
	s, err := scenarios.Parse("dated", dated)
	require.NoError(t, err)
	for _, kind := range hindcast.Kinds {
		given := kind == hindcast.Conditional
		known, err := s.AsKnown(kind, 2022)
		require.NoError(t, err)
		c := &known.Corridor
		at := func(forecast, conditional float64) float64 {
			if given {
				return conditional
			}
			return forecast
		}
		line, sea := &c.Segments[0], &c.Rivals[0]
		require.Equal(t, at(6, 7), line.CapacityMt(2024), kind)
		require.Equal(t, at(1, 2), line.OtherTraffic.At(2023), kind)
		require.Len(t, line.CostFrom, int(at(1, 2)), "%s: July 2022 had happened", kind)
		require.Equal(t, at(20, 30), sea.CostUSDPerT.At(2023), kind)
		require.Equal(t, at(20, 40), sea.CostUSDPerT.At(2024), kind)
		require.Equal(t, 5.0, sea.Days.At(2023), "%s: the first is of all years before too", kind)
		require.Equal(t, at(0, -0.3), c.Water.Given.At(2023), kind)
		require.Len(t, c.Shocks, int(at(1, 2)), kind)

		require.Equal(t, []int{2022, 2023}, c.Markets[0].Growth.Years, "%s: planned in time", kind)
		require.Equal(t, []float64{1, 2}, c.Markets[0].Growth.MtPerYear, kind)
		require.Equal(t, []float64{0}, c.Markets[1].Growth.MtPerYear, kind)
		require.Equal(t, []int{2022}, c.Markets[2].Growth.Years, "%s: what was carried later is not known", kind)
		require.Equal(t, []float64{1, 0}, []float64{c.Markets[3].Schedule[0].MtPerYear, c.Markets[3].Schedule[1].MtPerYear}, kind)
		require.Equal(t, []bool{false, false, true}, []bool{c.Projects[0].Disabled, c.Projects[1].Disabled, c.Projects[2].Disabled}, kind)
		require.Equal(t, 0.4, c.Markets[0].Routes[0].Share, kind)
		require.Equal(t, 2024, c.BaseYear, kind)

		later, err := s.AsKnown(kind, 2023)
		require.NoError(t, err)
		require.Equal(t, []int{2022, 2023, 2024}, later.Corridor.Markets[0].Growth.Years, kind)
		require.Equal(t, 2.0, later.Corridor.Markets[3].Schedule[1].MtPerYear, kind)
	}
	require.Equal(t, 0.6, s.Corridor.Markets[0].Routes[0].Share, "of the base year 2024")
}

// TestBaseAtOrigin: each origin is the base year, with the shares of that year or the last
// given before.
func TestBaseAtOrigin(t *testing.T) {
	s, err := scenarios.Parse("dated", strings.Replace(dated, "hindcast: {", "hindcast: {base_at_origin: true, ", 1))
	require.NoError(t, err)
	for origin, share := range map[int]float64{2022: 0.4, 2023: 0.4, 2024: 0.6} {
		known, err := s.AsKnown(hindcast.Forecast, origin)
		require.NoError(t, err)
		require.Equal(t, origin, known.Corridor.BaseYear)
		require.Equal(t, share, known.Corridor.Markets[0].Routes[0].Share, origin)
	}
}
