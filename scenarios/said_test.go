package scenarios

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// saidBase is a scenario with something of everything that a figure may be converted by.
const saidBase = `scenario: base
time: {start: 2030-01, end: 2031-12}
cargo:
  boxes: {unit: TEU, tonnes_per_unit: {value: 10, low: 8, high: 12}}
  ore: {unit: Wagon, tonnes_per_unit: 60}
  wood: {unit: wagon, tonnes_per_unit: 40}
  milk: {unit: {en: churn, ru: бидон}, tonnes_per_unit: 50 kg}
segments:
  line:
    capacity: {rail: {trains_per_day: 10, net_tonnes: 1.2 kt}}
    cost_usd_per_t: {value: 20, low: 15, high: 25, source: assumption}
    free_flow_days: {2030: 3, 2031-03: 2}
    other_traffic_mt_per_year: {2030: 1, 2034: 3}
    availability: [0.7, 0.8, 0.9, 1, 1, 1, 1, 1, 1, 0.9, 0.8, 0.7]
  quay: {capacity: {fixed_mt_per_year: {2030: 6, 2031: 8}}, accepts: {ore: 1}, cost_usd_per_t: 5}
  ramp: {capacity: {units: {per_year: 60000, of: boxes}}}
rivals:
  sea: {cost_usd_per_t: {2030: 50, 2035: 100}, days: 35}
markets:
  boxes:
    cargo: boxes
    growth: {path_mt_per_year: {2030: 1, 2031: 2}, rate_per_year: 0.05}
    routes: {by-rail: {segments: [line], share: 0.5}, by-sea: {rival: sea, share: 0.5}}
  ore: {cargo: ore, growth: {path_mt_per_year: {2030: 1}}, routes: {by-rail: {segments: [line]}}}
projects:
  works: {cost_musd: 120, start: 2030-01, duration_months: 12, changes: {line: {add_net_tonnes: 300, add_trains_per_day: 1}, ramp: {add_units_per_year: 5000}}}
shocks:
  strike: {from: 2030-05, to: 2030-06, market: ore, factor: 0.5}
uncertainties:
  price: {path: rivals.sea.cost_usd_per_t.2030, distribution: uniform, low: 40, high: 60}
within:
  price: {at_least: 45}
levers:
  fee: {from: -5, to: 10, step: 1, adds_to: [segments.quay.cost_usd_per_t]}
targets:
  much: {metric: throughput_mt, at: 2030, at_least: 3}
`

// TestUnitsOfDisturbances: a unit is that of the cargo of what a shock or hazard is on.
func TestUnitsOfDisturbances(t *testing.T) {
	with := func(shock string) (*Scenario, error) {
		return Load(Request{Scenario: writeScenario(t, strings.Replace(saidBase, "shocks:\n", "shocks:\n  toll: {from: 2030-01, to: 2030-02, "+shock+"}\n", 1))})
	}
	for shock, want := range map[string]float64{
		"rival: sea, add_cost_usd_per_t: 20 USD/TEU":   2, // boxes alone go by it, of 10 t
		"rival: [sea], add_cost_usd_per_t: 40 USD/FEU": 2,
		"rival: all, add_cost_usd_per_t: -5 USD/TEU":   -0.5,
	} {
		s, err := with(shock)
		require.NoError(t, err, shock)
		require.Equal(t, want, s.Corridor.Shocks[0].AddUSDPerT, shock)
	}
	_, err := with("rival: sea, add_cost_usd_per_t: 60 USD/wagon")
	require.ErrorContains(t, err, "the unit of the cargo here is TEU, and not wagon")
}

// TestFiguresAsSaid lays figures on a scenario and reads what they came to, by hand.
func TestFiguresAsSaid(t *testing.T) {
	base := writeScenario(t, saidBase)
	for _, c := range []struct{ set, path, want, said string }{
		{"segments.quay.capacity.fixed_mt_per_year=500 t/day", "", "0.1825", "500 t/day × 365 days"},
		{"segments.quay.capacity.fixed_mt_per_year=40 kt/month", "", "0.48", "40 kt/month × 12 months"},
		{"segments.quay.capacity.fixed_mt_per_year=32000 wagons/yr", "", "1.92", "32000 wagons/yr × 60 t/wagon"}, // the quay accepts ore alone
		{"segments.quay.capacity.fixed_mt_per_year=3 trains/day of 1200 t", "", "1.314", "3 trains/day of 1200 t × 1200 t/train × 365 days"},
		{"segments.quay.capacity.fixed_mt_per_year.2031=+20 %", "", "9.6", "+20 % of 8"},
		{"segments.quay.capacity.fixed_mt_per_year=+20 %", "segments.quay.capacity.fixed_mt_per_year.2030", "7.2", "+20 % of 6"},
		{"segments.quay.capacity.fixed_mt_per_year=+500 t/day", "segments.quay.capacity.fixed_mt_per_year.2031", "8.1825", "+500 t/day × 365 days on 8"},
		{"segments.quay.capacity.fixed_mt_per_year.*=-1 Mt/yr", "segments.quay.capacity.fixed_mt_per_year.2031", "7", "-1 Mt/yr on 8"},
		{"segments.line.other_traffic_mt_per_year.2034=3 trains/day", "", "1.314", "3 trains/day × 1200 t/train × 365 days"},
		{"segments.line.cost_usd_per_t=USD 800/FEU", "", "40", "USD 800/FEU ÷ 20 t/FEU"},
		{"segments.line.cost_usd_per_t=-5 USD/t", "", "15", "-5 USD/t on 20"},
		{"segments.line.cost_usd_per_t=-0.5 USD/kg", "", "-480", ""}, // below what a price may be
		{"segments.line.cost_usd_per_t=-20 %", "", "16", "-20 % of 20"},
		{"segments.quay.cost_usd_per_t=120 USD/wagon", "", "2", "120 USD/wagon ÷ 60 t/wagon"},
		{"segments.line.cost_usd_per_t=3 USD/churn", "", "60", "3 USD/churn ÷ 0.05 t/churn"},
		{"segments.line.free_flow_days=36 hours", "", "1.5", "36 hours ÷ 24 hours"},
		{"segments.line.free_flow_days=+12 hours", "segments.line.free_flow_days.2031-03", "2.5", "+12 hours ÷ 24 hours on 2"},
		{"segments.line.free_flow_days.2031-06=+50 %", "", "3", "+50 % of 2"}, // what holds since March
		{"segments.line.cost_usd_per_t.2031=+50 %", "", "30", "+50 % of 20"},  // on a plain number
		{"segments.line.availability=-10 %", "segments.line.availability.2", "0.72", "-10 % of 0.8"},
		{"segments.line.effectiveness=-20 %", "", "0.8", "-20 % of 1"}, // the default
		{"segments.line.effectiveness=80 %", "", "0.8", "80 %"},
		{"segments.line.availability=-5 points", "segments.line.availability.1", "0.65", "-5 points on 0.7"},
		{"segments.ramp.capacity.units.per_year=300/day", "", "109500", "300/day × 365 days"},
		{"segments.ramp.capacity.units.per_year=1000 FEU/week", "", "104285.71428571429", "1000 FEU/week × 2 TEU × 365/7 weeks"},
		{"segments.line.capacity.rail.trains_per_day=73 trains/week", "", "10.428571428571429", "73 trains/week ÷ 7 days"},
		{"projects.works.changes.ramp.add_units_per_year=-10 TEU/day", "", "-3650", "-10 TEU/day × 365 days"}, // a sign is a sign
		{"projects.works.changes.line.add_capacity_mt_per_year=2 trains/day", "", "1.095", "2 trains/day × 1500 t/train × 365 days"},
		{"projects.works.changes.line.scale_cost=-20 %", "", "0.8", "-20 % of 1"},
		{"projects.works.cost_musd=USD 1.2 bn", "", "1200", "USD 1.2 bn"},
		{"projects.works.delay_months=2 years", "", "24", "2 years × 12 months"},
		{"projects.works.delay_factor=+50 %", "", "1.5", "+50 % of 1"},
		{"shocks.strike.factor=-20 %", "", "0.4", "-20 % of 0.5"},
		{"rivals.sea.cost_usd_per_t.2035=USD 1000/TEU", "", "100", "USD 1000/TEU ÷ 10 t/TEU"},
		{"rivals.sea.cost_usd_per_t=+10 %", "rivals.sea.cost_usd_per_t.2035", "110", "+10 % of 100"},
		{"markets.boxes.growth.path_mt_per_year=+20 %", "markets.boxes.growth.path_mt_per_year.2031", "2.4", "+20 % of 2"},
		{"markets.*.growth.path_mt_per_year.2030=-20 %", "markets.ore.growth.path_mt_per_year.2030", "0.8", "-20 % of 1"},
		{"markets.ore.growth.path_mt_per_year.2030=1000 wagons/month", "", "0.72", "1000 wagons/month × 60 t/wagon × 12 months"}, // those of ore
		{"markets.boxes.growth.rate_per_year=7 %", "", "0.07", "7 %"},
		{"markets.boxes.growth.rate_per_year=-7 % a year", "", "", ""},
		{"markets.boxes.growth.rate_per_year=+2 points", "", "0.07", "+2 points on 0.05"},
		{"markets.boxes.value_of_time_usd_per_t_day=USD 40 per TEU and day", "", "4", "USD 40 per TEU and day ÷ 10 t/TEU"},
		{"cargo.boxes.tonnes_per_unit=+10 %", "", "11", "+10 % of 10"},
		{"uncertainties.price.low=USD 300/TEU", "", "30", "USD 300/TEU ÷ 10 t/TEU"},
		{"uncertainties.price.low=-20 %", "", "40", "-20 % of 50"}, // of the number it is about
		{"uncertainties.price.high=+15 USD/t", "", "65", "+15 USD/t on 50"},
		{"uncertainties.price.low=20 %", "", "", ""},
		{"within.price.at_most=+5 %", "", "52.5", "+5 % of 50"},
		{"targets.much.at_least=+20 %", "", "3.6", "+20 % of 3"},
		{"levers.fee.to=600 USD/wagon", "", "10", "600 USD/wagon ÷ 60 t/wagon"},
		{"targets.much.at_least=10 kt/day", "", "3.65", "10 kt/day × 365 days"},
		{"targets.much.at_least=4000 kt", "", "4", "4000 kt"},
	} {
		s, err := Load(Request{Scenario: base, Set: []string{c.set}})
		if c.said == "" {
			require.Error(t, err, c.set)
			continue
		}
		require.NoError(t, err, c.set)
		path, _, _ := strings.Cut(c.set, "=")
		if c.path != "" {
			path = c.path
		}
		found := s.root.Below(path)
		if i := strings.LastIndex(path, "."); found == nil { // an item of a list
			n, err := strconv.Atoi(path[i+1:])
			require.NoError(t, err, path)
			found = s.root.Below(path[:i]).Items[n-1]
		}
		require.Equal(t, c.want, found.Text, c.set)
		require.Equal(t, c.said, found.Said, c.set)
		require.Contains(t, s.Show(), ": "+c.said+"\n", c.set)
		again, err := Parse("again", s.Effective())
		require.NoError(t, err, c.set)
		require.Equal(t, s.Corridor, again.Corridor, "%s: what is shown is what is run", c.set)
	}
}

// TestRangesAsSaid: a range is in units of its own, or a change of its number; and what stands
// beside a number that is changed goes with it.
func TestRangesAsSaid(t *testing.T) {
	base := writeScenario(t, saidBase)
	over := func(text string) *Figure {
		s, err := Load(Request{Scenario: base, With: []string{writeScenario(t, "overlay: said\n"+text)}})
		require.NoError(t, err)
		for _, f := range s.Figures() {
			if f.Path == "segments.line.cost_usd_per_t" {
				return &f
			}
		}
		return nil
	}
	f := over("segments: {line: {cost_usd_per_t: {value: USD 800/FEU, low: -10 %, high: 0.05 USD/kg, source: derived}}}\n")
	require.Equal(t, []string{"40", "36", "50"}, []string{f.Value, f.Low, f.High})
	require.Equal(t, []string{"derived"}, f.Sources)
	require.Equal(t, "USD 800/FEU ÷ 20 t/FEU, low -10 % of 40, high 0.05 USD/kg", f.Said)
	f = over("segments: {line: {cost_usd_per_t: +10 %}}\n")
	require.Equal(t, []string{"22", "", ""}, []string{f.Value, f.Low, f.High})
	require.Empty(t, f.Sources)
	f = over("segments: {known: 2029-12, line: {cost_usd_per_t: {value: +10 %, source: derived}}}\n")
	require.Equal(t, []string{"22", "2029-12", "derived"}, []string{f.Value, f.Known, f.Sources[0]})
}

// TestPlainNumbersStay: what is a plain number keeps its text, and so its
// bits; and the same quantity in another unit is the same number.
func TestPlainNumbersStay(t *testing.T) {
	base := writeScenario(t, saidBase)
	text := func(set string) string {
		s, err := Load(Request{Scenario: base, Set: []string{"segments.quay.capacity.fixed_mt_per_year=" + set}})
		require.NoError(t, err, set)
		return s.root.Below("segments.quay.capacity.fixed_mt_per_year").Text
	}
	for _, plain := range []string{"0.30000000000000004", "5.", "1e-1", "007"} {
		require.Equal(t, plain, text(plain))
	}
	rapid.Check(t, func(t *rapid.T) {
		kt := rapid.IntRange(1, 1e9).Draw(t, "kt")
		exact := fmt.Sprintf("%d.%03d", kt/1000, kt%1000)
		mt, err := strconv.ParseFloat(exact, 64)
		require.NoError(t, err)
		s, err := Parse("base", saidBase, fmt.Sprintf("segments.quay.capacity.fixed_mt_per_year=%d kt/yr", kt))
		require.NoError(t, err)
		got, err := strconv.ParseFloat(s.root.Below("segments.quay.capacity.fixed_mt_per_year").Text, 64)
		require.NoError(t, err)
		require.Equal(t, mt, got)
	})
}

// TestEveryFigureThatThereIs: a change of every entry of a map changes those that have a number
// to change, and leaves the others as they are.
func TestEveryFigureThatThereIs(t *testing.T) {
	base := writeScenario(t, saidBase)
	load := func(set string) (*Scenario, error) { return Load(Request{Scenario: base, Set: []string{set}}) }
	plain, err := Load(Request{Scenario: base})
	require.NoError(t, err)
	for set, changed := range map[string]map[string]string{
		"segments.*.cost_usd_per_t=+10 %":                       {"segments.line.cost_usd_per_t": "22", "segments.quay.cost_usd_per_t": "5.5", "segments.ramp.cost_usd_per_t": ""},
		"segments.*.cost_usd_per_t=+1 USD/t":                    {"segments.line.cost_usd_per_t": "21", "segments.quay.cost_usd_per_t": "6", "segments.ramp.cost_usd_per_t": "1"},
		"segments.*.capacity.rail.trains_per_day=-2 trains/day": {"segments.line.capacity.rail.trains_per_day": "8", "segments.quay.capacity.rail": ""},
		"segments.*a*.cost_usd_per_t=+20 %":                     {"segments.quay.cost_usd_per_t": "6", "segments.line.cost_usd_per_t.value": "20", "segments.ramp.cost_usd_per_t": ""},
		"segments.*.effectiveness=-50 %":                        {"segments.line.effectiveness": "0.5", "segments.quay.effectiveness": "0.5"},
		"segments.*.capacity.fixed_mt_per_year=+1 Mt/yr":        {"segments.quay.capacity.fixed_mt_per_year.2031": "9", "segments.line.capacity.fixed_mt_per_year": ""},
		"markets.*.growth.rate_per_year=+1 points":              {"markets.boxes.growth.rate_per_year": "0.06", "markets.ore.growth.rate_per_year": "0.01"},
	} {
		s, err := load(set)
		require.NoError(t, err, set)
		for path, want := range changed {
			if found := s.root.Below(path); want == "" {
				require.Equal(t, plain.root.Below(path), found, "%s: %s", set, path)
			} else {
				require.Equal(t, want, found.Text, "%s: %s", set, path)
			}
		}
	}
	_, err = load("markets.*.give_up_per_month=+20 %")
	require.EqualError(t, err, `--set:1:29: "+20 %" changes numbers, and no entry here has one to change`)
	_, err = load("hazards.*.outage.severity=+20 %")
	require.EqualError(t, err, `--set:1:9: "*" changes every entry, and there is none here to change`)
}
