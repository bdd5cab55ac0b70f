package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/ensemble"
	"corridor/sim/matrix"
	"corridor/sim/random"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

// chartSeeds is how many random scenarios the charts are drawn of: a few, many among the
// long tests, or as many as CORRIDOR_CHART_SEEDS says.
func chartSeeds(t *testing.T) int {
	if given := os.Getenv("CORRIDOR_CHART_SEEDS"); given != "" {
		n, err := strconv.Atoi(given)
		require.NoError(t, err, "CORRIDOR_CHART_SEEDS")
		return n
	}
	if long {
		return 60
	}
	return 8
}

// Whatever a legal scenario holds, every chart of it is drawn without a panic, all text
// stands on the page, and none on other text: in every language and size.
func TestChartsOfRandomScenarios(t *testing.T) {
	for seed := range chartSeeds(t) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			d := &dice{rand.New(rand.NewPCG(uint64(seed), 9))}
			text := d.scenario()
			s, err := scenarios.Parse("random.yaml", text)
			require.NoError(t, err, text)
			for _, of := range packagesOf(t, d, s) {
				kind, p := of.kind, of.Package
				for _, c := range plots.Charts {
					if c.Possible(p) || c.HasTables(p) && d.one(3) {
						requireSound(t, d, kind+" "+c.Name, text, c.Metrics(p), func(o plots.Options) (*plots.Figure, error) { return c.DrawAs(p, o) })
					}
				}
				if kind != "run" {
					continue
				}
				for _, c := range plots.Comparisons {
					runs := slices.Repeat([]*tables.Package{p}, 2+d.IntN(c.Most-1))
					for i := range runs {
						named := *p
						named.Title = d.text()
						runs[i] = &named
					}
					requireSound(t, d, c.Name, text, plots.MetricNames(), func(o plots.Options) (*plots.Figure, error) { return c.DrawAs(runs, o) })
				}
			}
		})
	}
}

// requireSound draws a chart in every language and some of the sizes and metrics, and
// writes a few of them: that is what takes the time.
func requireSound(t *testing.T, d *dice, name, scenario string, metrics []string, draw func(plots.Options) (*plots.Figure, error)) {
	t.Helper()
	for _, lang := range plots.Languages {
		o := plots.Options{Lang: lang, Size: pick(d, plots.Sizes)}
		if len(metrics) > 0 {
			o.Metric = pick(d, metrics)
		}
		figure, err := draw(o)
		require.NoError(t, err, "%s %+v\n%s", name, o, scenario)
		if o.Size == plots.Slide {
			require.GreaterOrEqual(t, float64(figure.Zoom()), 960.0/660-1e-9, "type under 12 points: %s %s\n%s", name, o.Lang, scenario)
		}
		require.Empty(t, figure.Misplaced(), "%s, %s %s %s\n%s", name, o.Lang, o.Size, o.Metric, scenario)
		if d.one(40) {
			format := pick(d, []string{plots.SVG, plots.PDF})
			if d.one(10) {
				format = plots.PNG
			}
			require.NoError(t, figure.Write(io.Discard, format), name)
		}
	}
}

// kindOfRun is what a command makes of a scenario.
type kindOfRun struct {
	kind string
	*tables.Package
}

// packagesOf runs a scenario in the ways that give different tables.
func packagesOf(t *testing.T, d *dice, s *scenarios.Scenario) []kindOfRun {
	t.Helper()
	result, one := oneFuture(t, s)
	e, many := manyFutures(t, d, s)
	out := []kindOfRun{one, many}

	e.Alternatives = append(e.Alternatives, s.Alternative("a "+d.text()), s.Alternative("b "+d.text()))[:2+d.IntN(2)]
	for i := range e.Alternatives {
		e.Alternatives[i].Title = d.text()
	}
	futures, err := e.Run(context.Background(), ensemble.RunOptions{})
	require.NoError(t, err)
	out = append(out, kindOfRun{"compare", runs.Describe(s, []*tables.Table{e.Differences(futures)})})

	grid := matrix.New(s.Name)
	growth, investment := d.overlays("growth"), d.overlays("investment")
	for g := range growth {
		for i := range investment {
			require.NoError(t, grid.Add(growth[g], investment[i], result))
		}
	}
	return append(out, kindOfRun{"matrix", runs.Describe(s, []*tables.Table{grid.Table})})
}

func oneFuture(t *testing.T, s *scenarios.Scenario) (*sim.Result, kindOfRun) {
	t.Helper()
	result, err := s.Run().Run()
	require.NoError(t, err)
	return result, kindOfRun{"run", runs.Describe(s, result.Tables())}
}

func manyFutures(t *testing.T, d *dice, s *scenarios.Scenario) (*ensemble.Ensemble, kindOfRun) {
	t.Helper()
	e := &ensemble.Ensemble{Alternatives: []ensemble.Alternative{s.Alternative(s.Name)}, Design: random.MonteCarlo, Seed: d.Uint64(), Draws: 1 + d.Uint64N(8), Workers: 1}
	futures, err := e.Run(context.Background(), ensemble.RunOptions{})
	require.NoError(t, err)
	p := runs.Describe(s, append(e.Tables(futures, 0, 0.01), s.Run().Network()))
	p.Seed = &e.Seed
	return e, kindOfRun{"ensemble", p}
}

// dice make up scenarios.
type dice struct{ *rand.Rand }

func (d *dice) one(in int) bool { return d.IntN(in) == 0 }

func pick[T any](d *dice, list []T) T { return list[d.IntN(len(list))] }

// text is a title that someone may write.
func (d *dice) text() string {
	switch d.IntN(12) {
	case 0:
		return strings.Repeat("W", 1+d.IntN(200))
	case 1:
		return strings.TrimSpace(strings.Repeat(pick(d, []string{"Щебень и жом ", "Ֆերիներ Կուրիկ–Ալաթ ", "საზღვაო მომსახურება ", "Long words of a ministry, "}), 1+d.IntN(30)))
	case 2:
		return "阿拉山口 – 西安 " + strings.Repeat("口岸", d.IntN(40))
	case 3:
		return strings.Repeat("נמל ים ", 1+d.IntN(20)) + "العقبة"
	case 4:
		return strings.Repeat("e\u0301\u0323\u0302\u035c", 1+d.IntN(60))
	case 5:
		return `100 % of %s, %d & <b>"all"</b> \n`
	case 6:
		return "🚂🚢 \u200d"
	case 7:
		return strings.Repeat("·–,; ", 1+d.IntN(40)) + "."
	}
	return pick(d, []string{"Rail ferries Kuryk–Alat", "Containers", "Crude oil in tankers", "Port of Aktau", "Baku–Tbilisi–Kars", "Poti", "Border", "x"})
}

// overlays are some of a group, with titles that someone may write, long names and none.
func (d *dice) overlays(group string) []matrix.Overlay {
	out := make([]matrix.Overlay, 1+d.IntN(11))
	for i := range out {
		out[i].Name = fmt.Sprintf("%s/%d", group, i)
		if d.one(3) {
			out[i].Name += strings.Repeat("-long-name", 1+d.IntN(6))
		}
		if !d.one(40) {
			out[i].Title = d.text()
		}
	}
	return out
}

// amount is a quantity from none to more than there is, mostly of a usual size.
func (d *dice) amount(usual float64) float64 {
	switch d.IntN(16) {
	case 0:
		return 0
	case 1:
		return usual * 1e-9
	case 2:
		return 9e11
	}
	return usual * (0.05 + 2*d.Float64())
}

// scenario is a legal one: of one month or a hundred years, one market or thirty, open or
// shut.
func (d *dice) scenario() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	first := 12*(1950+d.IntN(140)) + d.IntN(12)
	months := pick(d, []int{1, 2, 7, 12, 13, 24, 61, 144, 144, 144, 600, 1200})
	month := func(i int) string { return fmt.Sprintf("%04d-%02d", i/12, i%12+1) }
	line("scenario: random\nsource: assumption\ntime: {start: %s, end: %s}", month(first), month(first+months-1))
	line("title: %q\nquestion: %q", d.text(), d.text())
	cargo := 1 + d.IntN(9)
	line("cargo:")
	for i := range cargo {
		line("  c%d: {title: %q}", i, d.text())
	}
	nodes := 2 + d.IntN(12)
	spread := pick(d, []int{1, 10, 100}) // how far the places lie apart
	line("nodes:")
	for i := range nodes {
		if d.one(12) {
			line("  n%d: {title: %q}", i, d.text())
			continue
		}
		line("  n%d: {title: %q, x: %d, y: %d}", i, d.text(), d.IntN(spread+1), d.IntN(spread+1))
	}
	segments := 1 + d.IntN(pick(d, []int{1, 4, 40}))
	shut := d.one(8)
	line("segments:")
	for i := range segments {
		capacity := d.amount(10)
		if shut {
			capacity = 0
		}
		line("  s%d: {title: %q, kind: %s, from: n%d, to: n%d, capacity: {fixed_mt_per_year: %g}, free_flow_days: %g, cost_usd_per_t: %g, storage_mt: %g}", i, d.text(),
			pick(d, []string{"rail", "road", "port", "border", "sea", "pipeline", "corridor"}), i%nodes, (i+1+d.IntN(nodes-1))%nodes, capacity, d.amount(3), d.amount(20), d.amount(0.1))
	}
	line("markets:")
	for i := range pick(d, []int{1, 3, 30}) {
		line("  m%d:\n    title: %q\n    cargo: c%d", i, d.text(), d.IntN(cargo))
		if d.one(2) {
			line("    scope: %s", pick(d, []string{"like-for-like", "headline"}))
		}
		line("    growth: {path_mt_per_year: {%d: %g}, rate_per_year: %g}", first/12, d.amount(3), -0.05*d.Float64())
		line("    routes:\n      way: {segments: [%s], share: 0.6}\n      rival: {rival: true, share: 0.4, cost_usd_per_t: 90}", strings.Join(d.route(segments), ", "))
	}
	projects := d.IntN(pick(d, []int{1, 4, 60}))
	if projects > 0 {
		line("projects:")
	}
	for i := range projects {
		line("  p%d: {title: %q, cost_musd: %g, start: %s, duration_months: %d, ramp_months: %d, changes: {s%d: {add_capacity_mt_per_year: %g}}}", i, d.text(),
			d.amount(400), month(first-24+d.IntN(months+36)), d.IntN(40), d.IntN(20), d.IntN(segments), d.amount(4))
	}
	line("uncertainties:\n  one: {path: segments.s0.effectiveness, distribution: uniform, low: 0.4, high: 1}")
	line("targets:\n  t: {title: %q, metric: capacity_mt, at: %s, at_least: 10}", d.text(), month(first+months-1))
	for i := range d.IntN(7) {
		line("  t%d: {title: %q, metric: throughput_mt, at: %s, at_least: %g}", i, d.text(), month(first+d.IntN(months)), d.amount(10))
	}
	return b.String()
}

// route is one to eight segments, each once.
func (d *dice) route(segments int) []string {
	var out []string
	for _, i := range d.Perm(segments)[:1+d.IntN(min(8, segments))] {
		out = append(out, fmt.Sprint("s", i))
	}
	return out
}
