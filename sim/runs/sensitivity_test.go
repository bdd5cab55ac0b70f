package runs

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/draws"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// fourLines are offered more than they can take, so that what is carried is the sum of their
// capacities: [2, 4], [1, 2], and two of [0, 1] that go together.
const fourLines = `
scenario: lines
time: {start: 2030-01, end: 2031-12}
cargo: {goods: {title: Goods}}
segments:
  a: {capacity: {fixed_mt_per_year: 3}, storage_mt: 0}
  b: {capacity: {fixed_mt_per_year: 1.5}, storage_mt: 0}
  c: {capacity: {fixed_mt_per_year: 0.5}, storage_mt: 0}
  d: {capacity: {fixed_mt_per_year: 0.5}, storage_mt: 0}
markets:
  by-a: {cargo: goods, growth: {path_mt_per_year: {2030: 9}}, routes: {r: {segments: [a]}}}
  by-b: {cargo: goods, growth: {path_mt_per_year: {2030: 9}}, routes: {r: {segments: [b]}}}
  by-c: {cargo: goods, growth: {path_mt_per_year: {2030: 9}}, routes: {r: {segments: [c]}}}
  by-d: {cargo: goods, growth: {path_mt_per_year: {2030: 9}}, routes: {r: {segments: [d]}}}
uncertainties:
  wide: {title: the first line, path: segments.a.capacity.fixed_mt_per_year, distribution: uniform, low: 2, high: 4}
  narrow: {path: segments.b.capacity.fixed_mt_per_year, distribution: uniform, low: 1, high: 2}
  one: {path: segments.c.capacity.fixed_mt_per_year, distribution: uniform, low: 0, high: 1}
  two: {path: segments.d.capacity.fixed_mt_per_year, distribution: uniform, low: 0, high: 1}
correlations: {pair: {of: [one, two], rank: 0.9}}
targets: {much: {title: 6 Mt carried, metric: throughput_mt, at: 2031, at_least: 6}}
`

func linesOf(t *testing.T, text string) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Parse("lines", text)
	require.NoError(t, err)
	return s
}

func sensitivityOf(s *scenarios.Scenario, method string, draws uint64) *Sensitivity {
	return &Sensitivity{Scenario: s, Sampling: Sampling{Draws: draws, Seed: 4, Design: random.MonteCarlo}, Method: method, Metrics: []string{"throughput_mt_2030"}}
}

// read returns values of sensitivity.csv by input and index.
func readSensitivity(t *testing.T, dir string) map[string]float64 {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, tables.Sensitivity.File()))
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	require.NoError(t, err)
	place := map[string]int{}
	for i, name := range rows[0] {
		place[name] = i
	}
	out := map[string]float64{}
	for _, row := range rows[1:] {
		v, err := strconv.ParseFloat(row[place["value"]], 64)
		require.NoError(t, err)
		out[row[place["input"]]+" "+row[place["index"]]] = v
	}
	return out
}

// TestSharesOfLines: what is carried is a sum, so that each line has its part of the variance
// alone: 1/3, 1/12, and 2/12 + 2 · 0.9/12 of the two that go together.
func TestSharesOfLines(t *testing.T) {
	dir := t.TempDir()
	done(t, sensitivityOf(linesOf(t, fourLines), tables.SobolMethod, 5120), filepath.Join(dir, "s"))
	got := readSensitivity(t, filepath.Join(dir, "s"))
	const all = 1.0/3 + 1.0/12 + 3.8/12
	for input, variance := range map[string]float64{"wide": 1.0 / 3, "narrow": 1.0 / 12, "one": 3.8 / 12} {
		require.InDelta(t, variance/all, got[input+" first"], 0.02, input)
		require.InDelta(t, variance/all, got[input+" total"], 0.02, input)
	}
	require.NotContains(t, got, "two first")
	require.InDelta(t, 0, got[" interactions"], 0.03)

	p := sensitivityOf(linesOf(t, fourLines), tables.SobolMethod, 5120)
	p.Groups = []string{"sides=wide,narrow"}
	done(t, p, filepath.Join(dir, "g"))
	require.InDelta(t, (1.0/3+1.0/12)/all, readSensitivity(t, filepath.Join(dir, "g"))["sides total"], 0.02)
}

// TestEffectsOfLines: the effect of a line is its range, between the middles of its first and its
// last level of eight.
func TestEffectsOfLines(t *testing.T) {
	dir := t.TempDir()
	done(t, sensitivityOf(linesOf(t, fourLines), tables.MorrisMethod, 400), filepath.Join(dir, "s"))
	got := readSensitivity(t, filepath.Join(dir, "s"))
	require.InDelta(t, 2*7.0/8, got["wide mu"], 1e-9)
	require.InDelta(t, 1*7.0/8, got["narrow mu_star"], 1e-9)
	require.InDelta(t, 0, got["wide sigma"], 1e-6)
	require.NotContains(t, got, "one mu", "two that go together go up and down at once")
	require.Greater(t, got["one mu_star"], 0.1)
}

// TestWeatherIsAnInput: where nothing but storms differs, all of the variance is theirs.
func TestWeatherIsAnInput(t *testing.T) {
	text := strings.Replace(fourLines, "low: 2, high: 4", "low: 2.999, high: 3.001", 1)
	text = strings.Replace(text, "low: 1, high: 2}", "low: 1.499, high: 1.501}", 1)
	text = strings.ReplaceAll(text, "low: 0, high: 1}", "low: 0.499, high: 0.501}")
	text += "hazards: {storm: {outage: {segments: [a], rate_per_year: 4, shortest_days: 2, longest_days: 9, severity: 1}}}\n"
	dir := t.TempDir()
	done(t, sensitivityOf(linesOf(t, text), tables.SobolMethod, 2000), filepath.Join(dir, "s"))
	got := readSensitivity(t, filepath.Join(dir, "s"))
	require.InDelta(t, 1, got["weather first"], 0.1)
	require.InDelta(t, 1, got["weather total"], 0.1)
	require.Less(t, got["wide total"], 0.001)
	done(t, sensitivityOf(linesOf(t, text), tables.MorrisMethod, 400), filepath.Join(dir, "m"))
	require.Greater(t, readSensitivity(t, filepath.Join(dir, "m"))["weather mu_star"], 0.05)
}

// TestKeptDrawsSayTheSame: indices of kept draws are those of the same draws simulated.
func TestKeptDrawsSayTheSame(t *testing.T) {
	dir := t.TempDir()
	s := linesOf(t, fourLines)
	of := Sampling{Draws: 300, Seed: 4, Design: random.Sobol, Replicates: 4}
	done(t, &Ensemble{Scenario: s, Sampling: of, Keep: true, Precision: 0.01}, filepath.Join(dir, "e"))
	kept, err := OpenKept(filepath.Join(dir, "e"))
	require.NoError(t, err)
	require.Equal(t, of, kept.Sampling())
	p := &Sensitivity{Scenario: kept.Scenario, Sampling: kept.Sampling(), Method: tables.GivenMethod, OfKept: true, Kept: kept}
	done(t, p, filepath.Join(dir, "kept"))
	v, err := Verify(context.Background(), filepath.Join(dir, "kept"), Pictures{})
	require.NoError(t, err)
	require.Empty(t, v.Differences, "which simulates them")

	got := readSensitivity(t, filepath.Join(dir, "kept"))
	require.Greater(t, got["wide regional"], 0.3, "6 Mt are carried where the first line is wide")
	require.Greater(t, got["wide spearman"], got["narrow spearman"])
	require.InDelta(t, got["one spearman"], got["two spearman"], 0.1, "each has what the other does")

	done(t, &Ensemble{Scenario: s, Sampling: of, Precision: 0.01}, filepath.Join(dir, "f"))
	_, err = OpenKept(filepath.Join(dir, "f"))
	require.ErrorContains(t, err, "holds an ensemble without its draws: run it again with --keep")
	_, err = OpenKept(filepath.Join(dir, "kept"))
	require.ErrorContains(t, err, "holds the results of corridor sensitivity, expected an ensemble")
	p.Metrics = []string{"throughput_mt_2030-06"}
	_, err = Open(p, Request{}, filepath.Join(dir, "none"))
	require.ErrorContains(t, err, "throughput_mt is asked for 2030-06, and kept draws have years only")

	p.Metrics = nil
	file, err := os.OpenFile(filepath.Join(dir, "e", draws.File), os.O_APPEND|os.O_WRONLY, 0)
	require.NoError(t, err)
	_, err = file.WriteString("x")
	require.NoError(t, err)
	require.NoError(t, file.Close())
	r, err := Open(p, Request{}, filepath.Join(dir, "none"))
	require.NoError(t, err)
	defer r.Close()
	require.ErrorContains(t, r.Do(context.Background(), &How{Workers: 1}), "has been changed since it was written")
	require.NoDirExists(t, filepath.Join(dir, "none"))
}

// TestRefusedSensitivity: what cannot be asked is said before anything is simulated.
func TestRefusedSensitivity(t *testing.T) {
	for message, change := range map[string]func(p *Sensitivity){
		`there is no method "fast", expected one of sobol, morris, given`: func(p *Sensitivity) { p.Method = "fast" },
		`did you mean "throughput_mt_2030"?`:                              func(p *Sensitivity) { p.Metrics = []string{"troughput_mt_2030"} },
		"30 draws are too few for the effects of 3 inputs: 10 trajectories need 40": func(p *Sensitivity) {
			p.Method, p.Sampling.Draws = tables.MorrisMethod, 30
		},
		"100 draws are too few for shares of the variance of 3 inputs: 64 rows need 320; --method morris needs 40": func(p *Sensitivity) { p.Sampling.Draws = 100 },
		"99 draws are too few for indices of draws that are given, expected at least 100": func(p *Sensitivity) {
			p.Method, p.Sampling.Draws = tables.GivenMethod, 99
		},
		`the group "wide" is not of the form NAME=UNCERTAINTY,…, such as growth=*-growth`:                                               func(p *Sensitivity) { p.Groups = []string{"wide"} },
		`the group sides has no uncertainty like "wite", did you mean "wide"?`:                                                          func(p *Sensitivity) { p.Groups = []string{"sides=wite"} },
		`the group "wide" needs another name: there is an input of that name`:                                                           func(p *Sensitivity) { p.Groups = []string{"wide=narrow"} },
		`wide is in the groups x and y, expected one`:                                                                                   func(p *Sensitivity) { p.Groups = []string{"x=w*", "y=wide"} },
		`one is in the group x and goes together with two, which is not: uncertainties that are correlated are in one group or in none`: func(p *Sensitivity) { p.Groups = []string{"x=wide,one"} },
	} {
		p := sensitivityOf(linesOf(t, fourLines), tables.SobolMethod, 2000)
		change(p)
		_, err := Open(p, Request{}, filepath.Join(t.TempDir(), "r"))
		require.ErrorContains(t, err, message)
	}
}

// TestSensitivityGoesOn: with any number of workers, and after an interruption, the bytes are the
// same; screening leaves what matters, and the others together.
func TestSensitivityGoesOn(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	plan := func() *Sensitivity {
		return &Sensitivity{Scenario: s, Sampling: Sampling{Draws: 3000, Design: random.MonteCarlo}, Method: tables.SobolMethod, Metrics: []string{"throughput_mt_2030"}}
	}
	dir := t.TempDir()
	done(t, plan(), filepath.Join(dir, "whole"))

	cut := filepath.Join(dir, "cut")
	r, err := Open(plan(), Request{}, cut)
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	err = r.Do(ctx, &How{Workers: 1, Progress: func(uint64, uint64) (func(uint64), func()) {
		return func(done uint64) {
			if done >= 2500 { // in the second stage
				stop()
			}
		}, func() {}
	}})
	require.ErrorContains(t, err, "interrupted: some ")
	require.NoError(t, r.Close())
	require.FileExists(t, cut+".journal")
	r, err = Open(plan(), Request{}, cut)
	require.NoError(t, err)
	first := uint64(0)
	require.NoError(t, r.Do(context.Background(), &How{Workers: 3, Resume: true, Progress: func(uint64, uint64) (func(uint64), func()) {
		return func(done uint64) {
			if first == 0 {
				first = done
			}
		}, func() {}
	}}))
	require.NoError(t, r.Close())
	require.GreaterOrEqual(t, first, uint64(16*142), "the screening is not simulated again")
	require.NoFileExists(t, cut+".journal")
	require.Equal(t, contents(t, filepath.Join(dir, "whole")), contents(t, cut))

	got := readSensitivity(t, cut)
	require.Contains(t, got, "others total")
	require.Contains(t, got, "weather total")
	require.Contains(t, got, "delay/e-permits total", "of the screening")
	require.Contains(t, got, "iran-shut-in-2028 total")
	require.Contains(t, got, "water-level-rate-m total")
}

// TestInputsOfReference: water and the reopening of Iran are inputs, the prices of the rivals where
// the overlay says that they differ, and every uncertainty is in one input alone.
func TestInputsOfReference(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference", With: []string{"demand/rival-prices"}})
	require.NoError(t, err)
	list, err := sensitivityInputs(s, nil)
	require.NoError(t, err)
	titles := map[string]string{}
	seen := map[int]bool{}
	for _, in := range list {
		titles[in.name] = in.title
		for _, place := range in.of {
			require.False(t, seen[place], in.name)
			seen[place] = true
		}
	}
	require.Len(t, seen, len(s.Uncertainties))
	require.Equal(t, "the level of the Caspian, m a year", titles["water-level-rate-m"])
	require.Equal(t, "the ways through Iran in 2028", titles["iran-shut-in-2028"], "as the scenario calls them together")
	require.Equal(t, "the part of the trains agreed on that comes", titles["common/agreed-trains"])
	require.Equal(t, "the capacity of Container feeders Aktau–Alat, units a year", titles["box-feeder-units-per-year"], "by what its path says")
	require.Equal(t, "what rail by the north costs from 2026, USD/t", titles["northern-rail-cost"])
	require.Equal(t, "what the sea costs from 2026", titles["suez-cost"])
	require.Equal(t, "delays and costs in Kazakhstan (20)", titles["country/KZ"])
	require.Equal(t, "storms, closures and other hazards", titles[tables.WeatherInput])
}
