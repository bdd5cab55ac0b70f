package scenarios_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim/hindcast"
	"corridor/sim/tables"
)

// twoWays is a market that goes by a line or by sea, 40 to 60 in 2030, with ample room.
const twoWays = `scenario: two-ways
title: Two ways
time: {start: 2030-01, end: 2032-12}
cargo: {boxes: {}}
segments:
  line: {capacity: {fixed_mt_per_year: 100}, cost_usd_per_t: 20, free_flow_days: 5}
rivals:
  sea: {cost_usd_per_t: {2030: 60, 2032: 80}, days: 30, reliability_usd_per_t: 5}
markets:
  boxes:
    cargo: boxes
    growth: {path_mt_per_year: {2030: 12}}
    value_of_time_usd_per_t_day: 2
    sensitivity_per_usd: 0.02
    routes:
      by-line: {segments: [line], share: 0.4, cost_usd_per_t: 3, days: 1, reliability_usd_per_t: 1}
      by-sea: {rival: sea, share: 0.6}
`

// file writes a scenario or overlay and returns its path.
func file(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name+".yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// byLine returns the share that goes by the line in a month.
func byLine(t *testing.T, s *scenarios.Scenario, month string) float64 {
	t.Helper()
	result, err := s.Run().Run()
	require.NoError(t, err)
	for row, m := range tables.Monthly.Month.Of(result.Monthly) {
		if m == month {
			return tables.Monthly.ThroughputMt.Of(result.Monthly)[row] / tables.Monthly.PotentialMt.Of(result.Monthly)[row]
		}
	}
	t.Fatalf("there is no month %s", month)
	return 0
}

// logit is the share of the line when it became worse by usd more a tonne than the sea.
func logit(usd float64) float64 {
	line := 0.4 * math.Exp(-0.02*usd)
	return line / (line + 0.6)
}

// TestChangesActAsChanges: whatever changes a cost, a time, a penalty or the value of time
// on top of a scenario moves the shares by the logit, with the base shares where they were.
// The expected differences of cost are reckoned by hand.
func TestChangesActAsChanges(t *testing.T) {
	for _, c := range []struct {
		set  string
		usd  float64 // what the line becomes dearer by, against the sea
		from string  // month looked at
	}{
		{"segments.line.cost_usd_per_t=20", 0, "2030-01"},
		{"segments.line.cost_usd_per_t=10", -10, "2030-01"},
		{"segments.line.cost_usd_per_t=0", -30, "2031-12"},
		{"segments.line.cost_usd_per_t=null", -20, "2030-01"},
		{"segments.line.free_flow_days=8", 3 * 2, "2030-01"},
		{"segments.*.free_flow_days=4", -1 * 2, "2030-01"},
		{"markets.boxes.value_of_time_usd_per_t_day=3", 6 - 30, "2030-01"},
		{"markets.boxes.routes.by-line.cost_usd_per_t=13", 10, "2030-01"},
		{"markets.boxes.routes.by-line.days=0", -2, "2030-01"},
		{"markets.boxes.routes.by-line.reliability_usd_per_t=8", 7, "2030-01"},
		{"rivals.sea.cost_usd_per_t=50", 10, "2030-01"},
		{"rivals.sea.cost_usd_per_t.2030=50", 10, "2030-01"},
		{"rivals.sea.cost_usd_per_t.2032=100", -40, "2032-01"},
		{"rivals.sea.days=40", -20, "2030-01"},
		{"rivals.sea.reliability_usd_per_t=0", 5, "2030-01"},
		{"markets.boxes.sensitivity_per_usd=0.03", 0, "2030-01"}, // at the base costs shares are the base shares
		{"time.start=2032-01", -20, "2032-01"},                   // the base year stays 2030
	} {
		t.Run(c.set, func(t *testing.T) {
			dir := t.TempDir()
			base := file(t, dir, "two-ways", twoWays)
			set, err := scenarios.Load(scenarios.Request{Scenario: base, Set: []string{c.set}})
			require.NoError(t, err)
			require.InDelta(t, logit(c.usd), byLine(t, set, c.from), 1e-12, "--set")

			again, err := scenarios.Parse("again", set.Effective())
			require.NoError(t, err)
			require.Equal(t, byLine(t, set, c.from), byLine(t, again, c.from), "the effective scenario says all")
			require.Equal(t, set.Effective(), again.Effective())

			back, err := again.Set("recalibrate=true")
			require.NoError(t, err)
			require.NotContains(t, back.Effective(), "calibration:")
			if c.usd != 0 && !strings.HasPrefix(c.set, "time.") && c.from == "2030-01" {
				require.InDelta(t, 0.4, byLine(t, back, c.from), 1e-12, "shares belong to the figures as they are then")
			}
		})
	}
}

// TestEveryWayToChange: an overlay, a file that extends, --set and a file that extends that
// come to the same.
func TestEveryWayToChange(t *testing.T) {
	dir := t.TempDir()
	base := file(t, dir, "two-ways", twoWays)
	body := "segments: {line: {cost_usd_per_t: 10}}\n"
	overlay := file(t, dir, "cheap", "overlay: cheap\n"+body)
	extends := file(t, dir, "cheaper", "scenario: cheaper\nextends: two-ways.yaml\n"+body)
	file(t, dir, "named", "scenario: named\nextends: two-ways.yaml\nwith: [cheap.yaml]\n")
	grown := file(t, dir, "grown", "scenario: grown\nextends: named.yaml\nsegments: {line: {cost_usd_per_t: 15}}\n")
	for _, c := range []struct {
		request scenarios.Request
		usd     float64
	}{
		{scenarios.Request{Scenario: base}, 0},
		{scenarios.Request{Scenario: base, With: []string{overlay}}, -10},
		{scenarios.Request{Scenario: extends}, -10},
		{scenarios.Request{Scenario: base, Set: []string{"segments.line.cost_usd_per_t=10"}}, -10},
		{scenarios.Request{Scenario: grown}, -5}, // against the first of all, not against what it extends
		{scenarios.Request{Scenario: extends, Set: []string{"segments.line.cost_usd_per_t=20"}}, 0},
		{scenarios.Request{Scenario: extends, Set: []string{"recalibrate=true", "segments.line.cost_usd_per_t=8"}}, -2},
		{scenarios.Request{Scenario: extends, Set: []string{"recalibrate=false"}}, -10},
	} {
		s, err := scenarios.Load(c.request)
		require.NoError(t, err)
		require.InDelta(t, logit(c.usd), byLine(t, s, "2030-01"), 1e-12, "%+v", c.request)
	}
	own := file(t, dir, "own", "scenario: own\nextends: two-ways.yaml\nrecalibrate: true\n"+body)
	s, err := scenarios.Load(scenarios.Request{Scenario: own})
	require.NoError(t, err)
	require.InDelta(t, 0.4, byLine(t, s, "2030-01"), 1e-12)
	_, err = scenarios.Load(scenarios.Request{Scenario: base, Set: []string{"recalibrate=perhaps"}})
	require.ErrorContains(t, err, `recalibrate is "perhaps", expected true or false`)
}

// TestPricesFromADate: a price by year or month acts from then on, and not before.
func TestPricesFromADate(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"segment": "segments: {line: {cost_usd_per_t: {2030: 20, 2031-04: 10, 2032: 35}}}\n",
		"days":    "segments: {line: {free_flow_days: {2030: 5, 2031-04: 0, 2032: 12.5}}}\n",
		"route":   "markets: {boxes: {routes: {by-line: {cost_usd_per_t: {2030: 3, 2031-04: -0, 2032: 18}, days: {2030: 1, 2031-04: 0}}}}}\n",
	} {
		base := file(t, dir, "two-ways", strings.Replace(twoWays, "{2030: 60, 2032: 80}", "60", 1))
		s, err := scenarios.Load(scenarios.Request{Scenario: base, With: []string{file(t, dir, name, "overlay: "+name+"\n"+body)}})
		require.NoError(t, err)
		for month, usd := range map[string]float64{"2030-01": 0, "2031-03": 0, "2031-04": -10, "2031-12": -10, "2032-01": 15, "2032-12": 15} {
			if name == "route" {
				usd = map[float64]float64{0: 0, -10: -3 - 2, 15: 15 - 2}[usd]
			}
			require.InDelta(t, logit(usd), byLine(t, s, month), 1e-12, "%s in %s", name, month)
		}
	}
	_, err := scenarios.Parse("twice", strings.Replace(twoWays, "cost_usd_per_t: 20", "cost_usd_per_t: {2030: 20, 2030-01: 21}", 1))
	require.ErrorContains(t, err, "twice:6:73: 2030-01 begins in the same month as 2030")
	_, err = scenarios.Parse("no date", strings.Replace(twoWays, "cost_usd_per_t: 20", "cost_usd_per_t: {2030-13: 20}", 1))
	require.ErrorContains(t, err, `"2030-13" is neither a year nor a month`)
}

// TestDatedSetters: a future that draws a dated price has what the same price compiled has.
func TestDatedSetters(t *testing.T) {
	text := strings.Replace(twoWays, "cost_usd_per_t: 20, free_flow_days: 5", "cost_usd_per_t: {2030: 20, 2031-04: 10}, free_flow_days: {2030: 5, 2032: 4}", 1)
	text = strings.Replace(text, "cost_usd_per_t: 3, days: 1", "cost_usd_per_t: {2030: 3, 2032: 4}, days: {2030: 1, 2031-06: 2}", 1)
	s, err := scenarios.Parse("dated", text)
	require.NoError(t, err)
	for _, path := range []string{
		"segments.line.cost_usd_per_t.2030", "segments.line.cost_usd_per_t.2031-04", "segments.line.free_flow_days.2030", "segments.line.free_flow_days.2032",
		"markets.boxes.routes.by-line.cost_usd_per_t.2030", "markets.boxes.routes.by-line.cost_usd_per_t.2032", "markets.boxes.routes.by-line.days.2031-06",
	} {
		set, err := s.Setter(path)
		require.NoError(t, err, path)
		drawn := s.Corridor.Clone()
		set(&drawn, 7)
		compiled, err := s.Set(path+"=7", "recalibrate=true")
		require.NoError(t, err)
		require.Equal(t, outcomes(t, compiled.Corridor), outcomes(t, drawn), path)
		require.NotEqual(t, outcomes(t, s.Corridor), outcomes(t, drawn), path)
	}
	for _, path := range []string{"segments.line.cost_usd_per_t", "segments.line.cost_usd_per_t.2032", "markets.boxes.routes.by-line.days.2032"} {
		_, err := s.Setter(path)
		require.ErrorContains(t, err, path)
	}
}

// outcomes are what is carried month by month.
func outcomes(t *testing.T, c model.Corridor) (carried []float64) {
	t.Helper()
	m, err := model.New(c)
	require.NoError(t, err)
	state, out := m.NewState(), m.NewOutcome()
	for range c.Months {
		m.Step(state, out)
		carried = append(carried, out.ThroughputMt)
	}
	return carried
}

// TestDrawsMoveTheBase: an uncertain figure that nothing has changed is what the base may
// have been, so that the base shares stay; one that was changed on top is drawn as a change.
func TestDrawsMoveTheBase(t *testing.T) {
	base, err := scenarios.Parse("two-ways", twoWays)
	require.NoError(t, err)
	changed, err := base.Set("segments.line.cost_usd_per_t=10")
	require.NoError(t, err)
	for _, c := range []struct {
		s   *scenarios.Scenario
		usd float64
	}{{base, 0}, {changed, 12 - 20}} {
		set, err := c.s.Setter("segments.line.cost_usd_per_t")
		require.NoError(t, err)
		drawn := c.s.Corridor.Clone()
		set(&drawn, 12)
		require.InDelta(t, logit(c.usd), outcomes(t, drawn)[0], 1e-12)
	}
}

// TestAddedSegmentsDisplaceNothing: what is added beside the network of the calibrated
// scenario comes besides the ways it had, and takes from all as the choice model says.
func TestAddedSegmentsDisplaceNothing(t *testing.T) {
	const network = `scenario: network
title: Network
time: {start: 2030-01, end: 2030-12}
cargo: {boxes: {}}
nodes: {a: {}, b: {}, c: {}}
segments:
  ab: {from: a, to: b, capacity: {fixed_mt_per_year: 100}, cost_usd_per_t: 10}
  bc: {from: b, to: c, capacity: {fixed_mt_per_year: 100}, cost_usd_per_t: 10}
  ac: {from: a, to: c, capacity: {fixed_mt_per_year: 100}, cost_usd_per_t: 30}
  tunnel: {from: a, to: c, capacity: {fixed_mt_per_year: 0}, cost_usd_per_t: 25}
rivals: {sea: {cost_usd_per_t: 60}}
markets:
  boxes:
    from: a
    to: c
    cargo: boxes
    growth: {path_mt_per_year: {2030: 12}}
    sensitivity_per_usd: 0.02
    routes: {land: {find: 2, share: 0.4}, by-sea: {rival: sea, share: 0.6}}
`
	dir := t.TempDir()
	base := file(t, dir, "network", network)
	s, err := scenarios.Load(scenarios.Request{Scenario: base})
	require.NoError(t, err)
	require.Equal(t, []string{"land-1 [0 1]", "land-2 [2]", "land-3 [3] later", "by-sea []"}, routesOf(s))

	overlay := file(t, dir, "second", "overlay: second\nsegments:\n  ab2: {from: a, to: b, capacity: {fixed_mt_per_year: 100}, cost_usd_per_t: 9}\n  ab3: {from: a, to: b, capacity: {fixed_mt_per_year: 100}, cost_usd_per_t: 11}\n")
	added, err := scenarios.Load(scenarios.Request{Scenario: base, With: []string{overlay}})
	require.NoError(t, err)
	require.Equal(t, []string{"land-1 [0 1]", "land-2 [2]", "land-3 [3] later", "land-4 [4 1] later", "by-sea []"}, routesOf(added))
	for i := range 3 {
		require.Equal(t, s.Corridor.Markets[0].Routes[i].Share, added.Corridor.Markets[0].Routes[i].Share)
	}
	again, err := scenarios.Parse("again", added.Effective())
	require.NoError(t, err)
	require.Equal(t, routesOf(added), routesOf(again))

	// exp(−θ g) in proportion: ways of 20 and 30 have 0.4 together, one of 19 comes besides.
	weight := func(usd float64) float64 {
		return 0.4 * math.Exp(-0.02*usd) / (math.Exp(-0.02*20) + math.Exp(-0.02*30))
	}
	require.InDelta(t, (0.4+weight(19))/(1+weight(19)), outcomes(t, added.Corridor)[0], 1e-12)

	// A price that falls brings in a way that was too dear to be found.
	cheap, err := scenarios.Parse("cheap", strings.Replace(network, "find: 2", "find: 1", 1))
	require.NoError(t, err)
	cheap, err = cheap.Set("segments.ac.cost_usd_per_t=12")
	require.NoError(t, err)
	require.Equal(t, []string{"land-1 [0 1]", "land-2 [2] later", "by-sea []"}, routesOf(cheap))
	ac := 0.4 * math.Exp(-0.02*(12-20))
	require.InDelta(t, (0.4+ac)/(1+ac), outcomes(t, cheap.Corridor)[0], 1e-12)

	// What is built on top was not there when the shares were found; a new market finds the
	// network as it is.
	built, err := s.Set("segments.tunnel.capacity.fixed_mt_per_year=50")
	require.NoError(t, err)
	require.Equal(t, routesOf(s), routesOf(built))
	market := file(t, dir, "market", "overlay: market\nsegments: {tunnel: {capacity: {fixed_mt_per_year: 50}}}\nmarkets:\n  ore: {from: a, to: c, cargo: boxes, sensitivity_per_usd: 0.02, growth: {path_mt_per_year: {2030: 1}}, routes: {land: {find: 2}}}\n")
	with, err := scenarios.Load(scenarios.Request{Scenario: base, With: []string{market}})
	require.NoError(t, err)
	require.Equal(t, []string{"land-1 [0 1]", "land-2 [3]", "land-3 [2]"}, routesOf(with)[4:])
	require.InDelta(t, 1, with.Corridor.Markets[1].Routes[0].Share+with.Corridor.Markets[1].Routes[1].Share+with.Corridor.Markets[1].Routes[2].Share, 1e-12)
}

// routesOf names the routes of all markets with their segments.
func routesOf(s *scenarios.Scenario) (names []string) {
	for _, m := range s.Corridor.Markets {
		for _, r := range m.Routes {
			name := r.Name + " " + strings.ReplaceAll(fmt.Sprint(r.Segments), ",", "")
			if r.Later {
				name += " later"
			}
			names = append(names, name)
		}
	}
	return names
}

// TestWaysWithoutSensitivity: ways that are found and share alike, whatever they cost, are
// said to.
func TestWaysWithoutSensitivity(t *testing.T) {
	text := strings.Replace(strings.Replace(twoWays, "segments: [line], share: 0.4", "find: 2, share: 0.4", 1), "    sensitivity_per_usd: 0.02\n", "    from: a\n    to: b\n", 1)
	text = strings.Replace(text, "  line: {", "  other: {from: a, to: b, capacity: {fixed_mt_per_year: 1}}\n  line: {from: a, to: b, ", 1) + "nodes: {a: {}, b: {}}\n"
	s, err := scenarios.Parse("x", text)
	require.NoError(t, err)
	require.Len(t, s.Warnings(), 1)
	require.Contains(t, s.Warnings()[0].Message, "market boxes has no sensitivity_per_usd, so 2 ways share its cargo alike, whatever they cost")
}

// TestSetIsNotFitted: a number that is set is no longer fitted, and one that is given anew
// with bounds is fitted in those.
func TestSetIsNotFitted(t *testing.T) {
	dir := t.TempDir()
	bounds := file(t, dir, "bounds", "overlay: bounds\nmarkets: {boxes-kazakhstan: {sensitivity_per_usd: {value: 0.01, low: 0.005, high: 0.02}}}\n")
	s, err := scenarios.Load(scenarios.Request{
		Scenario: "reference", With: []string{bounds}, Set: []string{"markets.boxes-china-europe.sensitivity_per_usd=0.011", "hindcast.trend_per_year=0.05"},
	})
	require.NoError(t, err)
	require.Equal(t, []hindcast.Parameter{{Path: "markets.boxes-kazakhstan.sensitivity_per_usd", Start: 0.01, Low: 0.005, High: 0.02}}, s.Hindcast.Parameters)
	require.Equal(t, hindcast.Parameter{Path: "hindcast.trend_per_year", Start: 0.05, Low: 0.05, High: 0.05}, s.Hindcast.Trend)
	again, err := scenarios.Parse("again", s.Effective())
	require.NoError(t, err)
	require.Equal(t, s.Hindcast, again.Hindcast)

	all, err := scenarios.Load(scenarios.Request{Scenario: "reference", Set: []string{"markets.*.sensitivity_per_usd=0.011"}})
	require.NoError(t, err)
	require.Empty(t, all.Hindcast.Parameters)
}
