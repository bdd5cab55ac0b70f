package scenarios_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/ensemble"
)

func load(t testing.TB, r scenarios.Request) *scenarios.Scenario {
	t.Helper()
	s, err := scenarios.Load(r)
	require.NoError(t, err)
	return s
}

func uncertainty(t testing.TB, s *scenarios.Scenario, name string) ensemble.Uncertainty {
	t.Helper()
	i := slices.IndexFunc(s.Uncertainties, func(u ensemble.Uncertainty) bool { return u.Name == name })
	require.GreaterOrEqual(t, i, 0, "no uncertainty %s", name)
	return s.Uncertainties[i]
}

func names(s *scenarios.Scenario) (out []string) {
	for _, u := range s.Uncertainties {
		out = append(out, u.Name)
	}
	return out
}

func project(t testing.TB, c *model.Corridor, name string) *model.Project {
	t.Helper()
	i := slices.IndexFunc(c.Projects, func(p model.Project) bool { return p.Name == name })
	require.GreaterOrEqual(t, i, 0, name)
	return &c.Projects[i]
}

// TestClasses: the quantiles of each class are those of its source, to the digits
// given there: costs in research of outturn over estimate, delays by their median,
// sigma and floor in closed form, shares by the means of Beta(a, b), a/(a+b).
func TestClasses(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference", Set: []string{"delivery.dates=official"}})
	for _, c := range []struct {
		name      string
		u, want   float64
		tolerance float64
	}{
		// Flyvbjerg, Holm and Buhl (2003), rail: mean 1.45, SD 0.38, fitted.
		{"cost/divrigi-kars", 0.1, 1.00, 0.005}, {"cost/divrigi-kars", 0.5, 1.40, 0.005},
		{"cost/divrigi-kars", 0.8, 1.74, 0.005}, {"cost/divrigi-kars", 0.9, 1.95, 0.005},
		// China-led: exp(0.23), and exp(0.23 + 0.27 × 1.28155).
		{"cost/china-kyrgyzstan-uzbekistan", 0.5, math.Exp(0.23), 0.001}, {"cost/china-kyrgyzstan-uzbekistan", 0.9, 1.779, 0.001},
		{"cost/container-ships", 0, 0.95, 1e-12}, {"cost/container-ships", 1, 1.30, 1e-12},
		{"cost/alat-2", 0.5, 1.04, 0.005}, {"cost/alat-2", 0.95, 3.13, 0.005}, // see ExampleNewMixture
		{"delay/bakhty-ayagoz", 0.5, 1.15, 1e-9}, {"delay/bakhty-ayagoz", 0.05, 0.9, 1e-9}, {"delay/bakhty-ayagoz", 0.9, 1.525, 0.001},
		{"delay/tripp", 0.5, 1.9, 1e-9}, {"delay/tripp", 0.01, 0.95, 1e-9}, {"delay/tripp", 0.9, 3.172, 0.001},
		{"delay/anaklia", 0.5, 1.8, 1e-9}, {"delay/anaklia", 0.1, 1, 1e-9}, {"delay/anaklia", 0.9, 3.330, 0.001},
		{"delay/container-ships", 0.5, 1.35, 1e-9}, {"delay/container-ships", 0.05, 1, 1e-9},
		{"delay/china-kyrgyzstan-uzbekistan", 0.9, 1.653, 0.001},
		{"delay/joint-border", 0.5, 1.7, 1e-9}, {"delay/joint-border", 0.9, 2.839, 0.001},
		{"effect/sarzha", 0.5, 0.5, 1e-9}, {"effect/tripp", 0.5, 0.5, 1e-9},
	} {
		require.InDelta(t, c.want, uncertainty(t, s, c.name).Distribution.Quantile(c.u), c.tolerance, "%s at %v", c.name, c.u)
	}
	for name, mean := range map[string]float64{
		"effect/sarzha": 0.5, "effect/tripp": 0.5, "effect/halkali-kapikule": 2.0 / 3, "effect/third-ropax": 0.8,
		"cost/anaklia": 1.32, "cost/halkali-kapikule": 1.45,
	} {
		require.InDelta(t, mean, uncertainty(t, s, name).Distribution.Mean(), 0.006, name)
	}
}

// TestOutsideView: where the dates are medians already, a delay has the spread of its
// class and not its median, and the deterministic run is the median future.
func TestOutsideView(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	c := s.Corridor.Clone()
	for _, u := range s.Uncertainties {
		if name, ok := strings.CutPrefix(u.Name, "delay/"); ok {
			require.InDelta(t, 1, u.Distribution.Quantile(0.5), 1e-9, name)
			u.Set(&c, 1)
			require.Equal(t, project(t, &s.Corridor, name).Completion(), project(t, &c, name).Completion(), name)
			require.Equal(t, project(t, &s.Corridor, name).Start, project(t, &c, name).Start, name)
		}
	}
	official := load(t, scenarios.Request{Scenario: "reference", Set: []string{"delivery.dates=official"}})
	const u = 0.9
	require.InDelta(t, uncertainty(t, official, "delay/tripp").Distribution.Quantile(u)/1.9, uncertainty(t, s, "delay/tripp").Distribution.Quantile(u), 1e-12)
}

// TestDelaysAreAsWideAsTheOutsideView: the tenth and ninetieth percentile of the
// drawn dates lie near those the outside view gives for each project by itself, which
// are the low and high of its duration; nearer than if all of the planned time, also
// what is past, were stretched. No draw finishes anything in the past.
func TestDelaysAreAsWideAsTheOutsideView(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	whole := load(t, scenarios.Request{Scenario: "reference", Set: []string{"delivery.as_of=null"}})
	asOf := calendar.NewMonth(2026, 4)
	misses := func(s *scenarios.Scenario) (sum float64, n int) {
		c := s.Corridor.Clone()
		for _, u := range s.Uncertainties {
			name, ok := strings.CutPrefix(u.Name, "delay/")
			if !ok || u.Path != "projects."+name+".delay_factor" {
				continue
			}
			low, high := bounds(t, "projects."+name+".duration_months")
			start := project(t, &s.Corridor, name).Start
			for q, want := range map[float64]calendar.Month{0.1: start + low, 0.9: start + high} {
				u.Set(&c, u.Distribution.Quantile(q))
				sum += math.Abs(float64(project(t, &c, name).Completion() - want))
				n++
			}
			if s != whole {
				u.Set(&c, u.Distribution.Quantile(1e-9))
				require.GreaterOrEqual(t, project(t, &c, name).Completion(), asOf, name)
			}
		}
		return sum, n
	}
	ahead, n := misses(s)
	all, _ := misses(whole)
	require.Equal(t, 56, n)
	require.Less(t, ahead/float64(n), 8.0, "months, on average")
	require.Less(t, ahead, 0.75*all)
	t.Logf("off by %.1f months on average, %.1f if all were stretched", ahead/float64(n), all/float64(n))
}

// bounds reads the low and high of a number of the reference scenario, the value
// where one is not given.
func bounds(t testing.TB, path string) (low, high calendar.Month) {
	t.Helper()
	steps := strings.Split(path, ".")
	_, text, _ := strings.Cut(referenceText(), "\n"+steps[0]+":")
	_, text, _ = strings.Cut(text, "\n  "+steps[1]+":\n")
	_, text, _ = strings.Cut(text, "    "+steps[2]+":\n")
	value := map[string]int{}
	for line := range strings.Lines(text) {
		key, number, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if n, err := strconv.Atoi(number); err == nil {
			value[key] = n
		} else {
			break
		}
	}
	require.Contains(t, value, "value")
	if _, ok := value["low"]; !ok {
		value["low"] = value["value"]
	}
	if _, ok := value["high"]; !ok {
		value["high"] = value["value"]
	}
	return calendar.Month(value["low"]), calendar.Month(value["high"])
}

// TestDelayOfWhatHasNotBegun moves the beginning too, and a measure that serves from
// its first month with it; a delay in months comes on top.
func TestDelayOfWhatHasNotBegun(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference", With: []string{"investment/late-2-years"}})
	c := s.Corridor.Clone()
	for _, test := range []struct {
		name       string
		start, end calendar.Month
	}{
		// As of 2026-04: 9 and 69 months to begin and end of works, 21 to the measure.
		{"alat-2", calendar.NewMonth(2026, 4) + 18, calendar.NewMonth(2026, 4) + 138 + 24},
		{"joint-border", calendar.NewMonth(2026, 4) + 42, calendar.NewMonth(2026, 4) + 42},
	} {
		uncertainty(t, s, "delay/"+test.name).Set(&c, 2)
		require.Equal(t, test.start, project(t, &c, test.name).Start)
		require.Equal(t, test.end, project(t, &c, test.name).Completion())
	}
}

// TestStall: what stalls never serves in that future and serves in the next; half-built
// works keep what they have cost.
func TestStall(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	u, c := uncertainty(t, s, "stall/sarzha"), s.Corridor.Clone()
	require.InDelta(t, 0.2, u.Distribution.Mean(), 1e-12)
	u.Set(&c, u.Distribution.Quantile(0.81))
	p := project(t, &c, "sarzha")
	require.Equal(t, calendar.Never, p.Completion())
	c.Start = calendar.NewMonth(2026, 4)
	m, err := model.New(c)
	require.NoError(t, err)
	outlay := m.OutlayMUSD(slices.IndexFunc(c.Projects, func(p model.Project) bool { return p.Name == "sarzha" }))
	require.Positive(t, outlay.Before)
	require.Zero(t, outlay.Within+outlay.After+outlay.Running)
	u.Set(&c, u.Distribution.Quantile(0.79))
	require.Equal(t, project(t, &s.Corridor, "sarzha").Completion(), p.Completion())
}

func TestCostUplift(t *testing.T) {
	full := load(t, scenarios.Request{Scenario: "reference"})
	half := load(t, scenarios.Request{Scenario: "reference", Set: []string{"delivery.cost_uplift=half"}})
	none := load(t, scenarios.Request{Scenario: "reference", Set: []string{"delivery.cost_uplift=none"}})
	for _, u := range []float64{0.05, 0.5, 0.95} {
		f := uncertainty(t, full, "cost/tripp").Distribution.Quantile(u)
		require.InDelta(t, 1+(f-1)/2, uncertainty(t, half, "cost/tripp").Distribution.Quantile(u), 1e-12)
	}
	c := full.Corridor.Clone()
	uncertainty(t, full, "cost/tripp").Set(&c, 1.5)
	require.InDelta(t, 900, project(t, &c, "tripp").CostMUSD, 1e-9)
	for _, name := range names(none) {
		require.False(t, strings.HasPrefix(name, "cost/"), name)
	}
	require.NotContains(t, names(full), "cost/btk-upgrade", "it is spent")
}

// TestFixedOutcomes: what an overlay or --set fixes is certain; what says how a
// project turns out makes it uncertain again; other outcomes stay.
func TestFixedOutcomes(t *testing.T) {
	base := names(load(t, scenarios.Request{Scenario: "reference"}))
	for _, c := range []struct {
		request scenarios.Request
		gone    []string
		kept    []string
	}{
		{scenarios.Request{Set: []string{"projects.tripp.delay_factor=1.2"}}, []string{"delay/tripp"}, []string{"cost/tripp", "stall/tripp", "country/AM"}},
		{scenarios.Request{Set: []string{"projects.tripp.cost_musd=500", "projects.tripp.effective_share=0.9"}}, []string{"cost/tripp", "effect/tripp"}, []string{"delay/tripp"}},
		{scenarios.Request{Set: []string{"projects.tripp.enabled=true"}}, []string{"stall/tripp"}, []string{"delay/tripp"}},
		{scenarios.Request{Set: []string{"projects.tripp.enabled=false"}}, []string{"stall/tripp", "delay/tripp", "cost/tripp", "effect/tripp", "country/AM"}, []string{"delay/anaklia"}},
		{scenarios.Request{Set: []string{"projects.tripp.stall_chance=0"}}, []string{"stall/tripp"}, []string{"delay/tripp"}},
		{scenarios.Request{Set: []string{"projects.tripp.delay_factor=1.2", "delivery.classes.B.delay.sigma=0.5"}}, nil, []string{"delay/tripp"}},
		{scenarios.Request{With: []string{"investment/half"}}, []string{"effect/tripp", "effect/sarzha"}, []string{"delay/tripp"}},
		{scenarios.Request{With: []string{"investment/announced"}}, []string{"delay/tripp", "effect/tripp"}, []string{"stall/tripp", "delay/joint-border"}},
		{scenarios.Request{With: []string{"investment/reference-class-delays"}}, nil, []string{"delay/tripp", "effect/tripp"}},
		{scenarios.Request{With: []string{"demand/high"}}, []string{"metals-growth", "grain-growth"}, []string{"metals-inertia"}},
		{scenarios.Request{Set: []string{"markets.metals.growth.rate_per_year=0.02"}}, []string{"metals-growth"}, []string{"grain-growth"}},
	} {
		c.request.Scenario = "reference"
		s := load(t, c.request)
		got := names(s)
		for _, name := range c.gone {
			require.Contains(t, base, name)
			require.NotContains(t, got, name, "%v", c.request)
		}
		for _, name := range c.kept {
			require.Contains(t, got, name, "%v", c.request)
		}
		again, err := scenarios.Parse(s.Name, s.Effective())
		require.NoError(t, err)
		require.Equal(t, got, names(again), "%v: what Effective returns has other uncertainties", c.request)
	}
	s, err := load(t, scenarios.Request{Scenario: "reference"}).Set("projects.tripp.delay_factor=1.2", "markets.metals.growth.rate_per_year=0.02")
	require.NoError(t, err)
	require.NotContains(t, names(s), "delay/tripp")
	require.NotContains(t, names(s), "metals-growth")
}

// TestOwnDistribution: a project's own uncertainty stands before that of its class.
func TestOwnDistribution(t *testing.T) {
	text := load(t, scenarios.Request{Scenario: "reference"}).Effective()
	s, err := scenarios.Parse("own", strings.Replace(text, "\nuncertainties:\n",
		"\nuncertainties:\n  own: {path: projects.tripp.delay_factor, distribution: uniform, low: 1, high: 2}\n", 1))
	require.NoError(t, err)
	require.Contains(t, names(s), "own")
	require.NotContains(t, names(s), "delay/tripp")
	require.Contains(t, names(s), "cost/tripp")
}
