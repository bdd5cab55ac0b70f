package evidence_test

import (
	"bytes"
	"context"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/ensemble"
	"corridor/sim/evidence"
	"corridor/sim/random"
	"corridor/sim/tables"
)

// lines are two lines side by side that are offered more than they can take, so that what is
// carried is the sum of their capacities: 3 of [2, 4] and 1.5 of [1, 2] Mt a year.
const lines = `
scenario: lines
time: {start: 2030-01, end: 2032-12}
cargo: {goods: {title: Goods}}
segments:
  a: {capacity: {fixed_mt_per_year: {value: 3, source: paper}}, storage_mt: 0}
  b: {capacity: {fixed_mt_per_year: {value: 1.5, source: [derived, paper]}}, storage_mt: 0}
  c: {capacity: {fixed_mt_per_year: {value: 1, source: assumption}}, free_flow_days: {value: 1, source: assumption}}
markets:
  by-a: {cargo: goods, growth: {path_mt_per_year: {2030: 99}}, routes: {r: {segments: [a]}}}
  by-b: {cargo: goods, growth: {path_mt_per_year: {2030: 99}}, routes: {r: {segments: [b]}}}
sources: {paper: {title: A paper, date: 2025-01}}
uncertainties:
  wide: {title: "the first line, Mt/yr", path: segments.a.capacity.fixed_mt_per_year, distribution: uniform, low: 2, high: 4, source: assumption}
  narrow: {path: segments.b.capacity.fixed_mt_per_year, distribution: uniform, low: 1, high: 2, source: paper}
  idle: {path: segments.c.free_flow_days, distribution: uniform, low: 1, high: 2, source: assumption}
`

const targets = `
targets:
  near: {title: 4.9 Mt carried, metric: throughput_mt, at: 2032, at_least: 4.9}
  both: {title: 5.9 Mt carried, metric: throughput_mt, at: 2032, at_least: 5.9}
  far: {title: 6.5 Mt carried, metric: throughput_mt, at: 2032, at_least: 6.5}
  held: {title: At most 4.9 Mt carried, metric: throughput_mt, at: 2032, at_most: 4.9}
`

const draws = 2000

func ask(t *testing.T, text string) *evidence.Question {
	t.Helper()
	s, err := scenarios.Parse("lines", text)
	require.NoError(t, err)
	r := s.Run()
	return &evidence.Question{
		Run: r, Headlines: evidence.Headlines(&r, evidence.Years(&r)), Watched: []int{2030, 2031},
		Futures: &ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative("lines")}, Seed: 3, Draws: draws, Workers: 2},
		Came: func(u *ensemble.Uncertainty) evidence.Came {
			for _, f := range s.Figures() {
				if f.Path == u.Path {
					v, err := strconv.ParseFloat(f.Value, 64)
					require.NoError(t, err)
					return evidence.Came{Value: v, Status: f.Kind(), Works: f.Works(), Range: tables.Assumed}
				}
			}
			return evidence.Came{Value: math.NaN(), Status: tables.Assumed}
		},
	}
}

func answer(t *testing.T, q *evidence.Question) *evidence.Answer {
	t.Helper()
	a, err := q.Answer(context.Background())
	require.NoError(t, err)
	return a
}

// row finds the row of a table with some texts, of the columns after the scenario.
func row(t *testing.T, table *tables.Table, texts ...string) int {
	t.Helper()
	for i := range table.Len() {
		found := true
		for j, text := range texts {
			found = found && table.Text(table.Schema.Columns[1+j].Name)[i] == text
		}
		if found {
			return i
		}
	}
	require.Fail(t, "no row", texts)
	return -1
}

// TestShares: of a sum of two uniform numbers the variances add, 2²/12 and 1²/12: they are 0.8
// and 0.2 of it, and nothing is left.
func TestShares(t *testing.T) {
	a := answer(t, ask(t, lines+targets))
	h, c := &tables.Headlines, &tables.Evidence
	near := row(t, a.Headlines, "near")
	const noise = 4 * 0.02 // four standard deviations of ρ² of 0.8 from 2,000 draws, 2ρ(1−ρ²)/√n, rounded up
	require.InDelta(t, 0.8, h.Part.Published.Of(a.Headlines)[near], noise)
	require.InDelta(t, 0.2, h.Part.Derived.Of(a.Headlines)[near], noise)
	require.InDelta(t, 0, h.Part.Assumed.Of(a.Headlines)[near], 0.01)
	require.Zero(t, h.Part.Projects.Of(a.Headlines)[near])
	require.InDelta(t, 0, h.Part.Rest.Of(a.Headlines)[near], 1e-9)
	require.InDelta(t, 4.5, h.Value.Of(a.Headlines)[near], 1e-9)
	require.InDelta(t, 4.5, h.Mean.Of(a.Headlines)[near], 0.06)
	require.InDelta(t, math.Sqrt(5.0/12), h.SD.Of(a.Headlines)[near], 0.04)
	require.InDelta(t, 0.3, h.MetShare.Of(a.Headlines)[near], 0.04) // the mean over b of P(a ≥ 4.9 − b) = (b − 0.9)/2
	for name, want := range map[string]struct {
		status, source string
		value, part    float64
		low, high      [2]float64
	}{
		"wide":   {tables.Published, "paper", 3, 0.8, [2]float64{2, 3.5}, [2]float64{4, 5.5}},
		"narrow": {tables.Derived, "paper", 1.5, 0.2, [2]float64{1, 4}, [2]float64{2, 5}},
		"idle":   {tables.Assumed, "", 1, 0, [2]float64{1, 4.5}, [2]float64{2, 4.5}},
	} {
		i := row(t, a.Evidence, "near", name)
		require.Equal(t, want.status, c.Status.Of(a.Evidence)[i], name)
		require.Equal(t, want.source, c.Source.Of(a.Evidence)[i], name)
		require.Equal(t, want.value, c.Value.Of(a.Evidence)[i], name)
		require.InDelta(t, want.part, c.Part.Of(a.Evidence)[i], noise, name)
		require.Equal(t, want.low[0], c.Low.Of(a.Evidence)[i], name)
		require.InDelta(t, want.low[1], c.ValueAtLow.Of(a.Evidence)[i], 1e-9, name)
		require.Equal(t, want.high[0], c.High.Of(a.Evidence)[i], name)
		require.InDelta(t, want.high[1], c.ValueAtHigh.Of(a.Evidence)[i], 1e-9, name)
		require.True(t, math.IsNaN(c.Narrower.Of(a.Evidence)[i]), name)
	}
}

// TestTurns: the least change of one figure that turns a verdict, and its chance; where none
// does, those that do together.
func TestTurns(t *testing.T) {
	a := answer(t, ask(t, lines+targets))
	h, c := &tables.Headlines, &tables.Evidence
	for _, want := range []struct {
		target, figure string
		at, chance     float64 // NaN where it does not turn alone
	}{
		{"near", "wide", 3.4, 0.3}, // 4.9 − 1.5; (4 − 3.4)/2
		{"near", "narrow", 1.9, 0.1},
		{"near", "idle", math.NaN(), math.NaN()},
		{"both", "wide", math.NaN(), math.NaN()},
		{"held", "wide", 3.401, 0.3}, // beyond 3.4, to four digits
		{"held", "narrow", 1.901, 0.1},
		{"comparable_capacity_mt-2031", "wide", math.NaN(), math.NaN()},
	} {
		i := row(t, a.Evidence, want.target, want.figure)
		at, chance := c.TurnsAt.Of(a.Evidence)[i], c.TurnsChance.Of(a.Evidence)[i]
		if math.IsNaN(want.at) {
			require.True(t, math.IsNaN(at) && math.IsNaN(chance), want.target+" "+want.figure)
			continue
		}
		require.InDelta(t, want.at, at, 1e-12, want.target+" "+want.figure)
		require.InDelta(t, want.chance, chance, 1e-6, want.target+" "+want.figure)

		// Set so in the scenario, it turns the verdict; a thousandth nearer it does not.
		path := c.Path.Of(a.Evidence)[i]
		for _, set := range []struct {
			value float64
			met   bool
		}{{at, want.target == "near"}, {at - 0.0021, want.target != "near"}} {
			s, err := scenarios.Parse("lines", lines+targets)
			require.NoError(t, err)
			s, err = s.Set(path + "=" + strconv.FormatFloat(set.value, 'g', -1, 64))
			require.NoError(t, err)
			result, err := s.Run().Run()
			require.NoError(t, err)
			for _, j := range result.Judged {
				if j.Target.Name == want.target {
					require.Equal(t, set.met, j.Met, "%s with %s at %v", want.target, path, set.value)
				}
			}
		}
	}
	for _, want := range []struct {
		target   string
		together float64
		of       string
		value    float64
	}{
		{"near", math.NaN(), "", math.NaN()},
		{"both", 2, "wide;narrow", 6},
		{"far", 0, "", 6},
		{"throughput_mt-2031", math.NaN(), "", math.NaN()},
	} {
		i := row(t, a.Headlines, want.target)
		together, value := h.Together.Of(a.Headlines)[i], h.ValueTogether.Of(a.Headlines)[i]
		require.Equal(t, want.of, h.TogetherOf.Of(a.Headlines)[i], want.target)
		require.Equal(t, math.IsNaN(want.value), math.IsNaN(value), want.target)
		if !math.IsNaN(want.value) {
			require.Equal(t, want.together, together, want.target)
			require.InDelta(t, want.value, value, 1e-9, want.target)
		}
	}
}

// TestChoiceOfValues: of a figure that has a few values, one of these turns a verdict, and its
// chance is that of the values from there on.
func TestChoiceOfValues(t *testing.T) {
	a := answer(t, ask(t, `
scenario: lines
time: {start: 2030-01, end: 2032-12}
cargo: {goods: {}}
segments: {a: {capacity: {fixed_mt_per_year: 3}, storage_mt: 0}}
markets: {by-a: {cargo: goods, growth: {path_mt_per_year: {2030: 99}}, routes: {r: {segments: [a]}}}}
uncertainties: {few: {path: segments.a.capacity.fixed_mt_per_year, distribution: discrete, values: [1, 3, 3.7, 5], weights: [1, 5, 3, 1]}}
targets: {near: {title: 3.5 Mt carried, metric: throughput_mt, at: 2032, at_least: 3.5}}
`))
	i := row(t, a.Evidence, "near", "few")
	require.Equal(t, 3.7, tables.Evidence.TurnsAt.Of(a.Evidence)[i])
	require.InDelta(t, 0.4, tables.Evidence.TurnsChance.Of(a.Evidence)[i], 1e-9)
}

// TestWatched: what is carried in a year is what is carried in the next, so that an observation
// of it leaves of the variance V only V E²/(V + E²), E being its error; what is carried after
// the headline tells nothing of it.
func TestWatched(t *testing.T) {
	q := ask(t, lines+targets)
	q.Errors = map[string]evidence.Errors{"throughput-headline": {Observation: 0.05, Discrepancy: 0}}
	a := answer(t, q)
	c := &tables.Observations
	for series, relative := range map[string]float64{"throughput-headline": 0.05 * 0.05, "throughput-like-for-like": 0.1*0.1 + 0.1*0.1} {
		found := 0
		for i := range a.Observations.Len() {
			if c.Headline.Of(a.Observations)[i] != "near" || c.Series.Of(a.Observations)[i] != series {
				continue
			}
			found++
			require.InDelta(t, 1, c.Correlation.Of(a.Observations)[i], 1e-9, series)
			v, e := 5.0/12, 4.5*4.5*relative
			require.InDelta(t, v/(v+e), c.Reduction.Of(a.Observations)[i], 0.02, series)
			require.InDelta(t, 4.5, c.Mean.Of(a.Observations)[i], 0.06, series)
		}
		require.Equal(t, 2, found, series)
	}
	for i, headline := range c.Headline.Of(a.Observations) {
		if headline == "throughput_mt-2031" {
			require.Equal(t, 2030.0, c.Year.Of(a.Observations)[i])
		}
		require.NotEqual(t, "containers", c.Series.Of(a.Observations)[i], "there are none")
	}
}

// TestWorkers: what comes out has the same bits for any number of workers.
func TestWorkers(t *testing.T) {
	q := ask(t, lines+targets)
	one := answer(t, q)
	q.Futures.Workers = 3
	three := answer(t, q)
	for i, table := range []*tables.Table{one.Headlines, one.Evidence, one.Observations} {
		var a, b bytes.Buffer
		require.NoError(t, table.WriteCSV(&a))
		require.NoError(t, []*tables.Table{three.Headlines, three.Evidence, three.Observations}[i].WriteCSV(&b))
		require.Equal(t, a.String(), b.String())
	}
}

// TestNothingJudged: without targets the metrics of the middle year are explained, and no
// verdict; without figures too.
func TestNothingJudged(t *testing.T) {
	a := answer(t, ask(t, lines))
	require.Equal(t, []string{"throughput_mt-2031", "comparable_capacity_mt-2031"}, tables.Headlines.Headline.Of(a.Headlines))
	require.Equal(t, []string{"", ""}, tables.Headlines.Met.Of(a.Headlines))
	for row := range a.Evidence.Len() {
		require.True(t, math.IsNaN(tables.Evidence.TurnsAt.Of(a.Evidence)[row]))
	}

	q := ask(t, lines)
	q.Futures.Alternatives[0].Uncertainties = nil
	a = answer(t, q)
	require.Zero(t, a.Evidence.Len())
	require.Equal(t, 2, a.Headlines.Len())
	require.True(t, math.IsNaN(tables.Headlines.Part.Rest.Of(a.Headlines)[0]), "it does not vary")
}

// TestCalibrated: a figure that a posterior draws is calibrated, and its range is that of the
// sample: of one that holds the middle half of the prior the central 90 %, which the ends are, are half as wide.
func TestCalibrated(t *testing.T) {
	rows := ""
	for i := range 101 {
		rows += "    - [" + strconv.FormatFloat(2.5+float64(i)/100, 'g', -1, 64) + "]\n"
	}
	q := ask(t, lines+targets+"posterior:\n  of: [wide]\n  rows:\n"+rows)
	wide, err := random.NewUniform(2, 4)
	require.NoError(t, err)
	q.Priors = map[string]random.Distribution{"wide": wide}
	a := answer(t, q)
	c := &tables.Evidence
	i := row(t, a.Evidence, "near", "wide")
	require.Equal(t, tables.Calibrated, c.Status.Of(a.Evidence)[i])
	require.Equal(t, tables.Calibrated, c.Range.Of(a.Evidence)[i])
	require.InDelta(t, 0.5, c.Narrower.Of(a.Evidence)[i], 0.02)
	require.Equal(t, []float64{2.55, 3.45}, []float64{c.Low.Of(a.Evidence)[i], c.High.Of(a.Evidence)[i]})
	require.Equal(t, 3.0, c.Value.Of(a.Evidence)[i])
	require.Equal(t, 3.4, c.TurnsAt.Of(a.Evidence)[i])
	require.InDelta(t, 11.0/101, c.TurnsChance.Of(a.Evidence)[i], 1e-6)
	require.InDelta(t, 0.5, c.Part.Of(a.Evidence)[i], 0.1) // as wide as the other now
	head := row(t, a.Headlines, "near")
	require.InDelta(t, 0.5, tables.Headlines.Part.Calibrated.Of(a.Headlines)[head], 0.1)
	require.Zero(t, tables.Headlines.Part.Published.Of(a.Headlines)[head])
}

func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := ask(t, lines+targets).Answer(ctx)
	require.ErrorIs(t, err, context.Canceled)
}

// TestHeadlines: what a target asks already is not asked twice.
func TestHeadlines(t *testing.T) {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	require.NoError(t, err)
	r := s.Run()
	require.Equal(t, []int{2028, 2030}, evidence.Years(&r))
	var names []string
	for _, h := range evidence.Headlines(&r, evidence.Years(&r)) {
		names = append(names, h.Name)
	}
	require.Equal(t, []string{"capacity-10", "carried-10", "containers_kteu-2028", "throughput_mt-2030", "containers_kteu-2030", "comparable_capacity_mt-2030"}, names)
}
