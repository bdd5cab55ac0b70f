package scenarios_test

import (
	"cmp"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim/random"
)

// drawn are the inputs of the futures of a scenario, by uncertainty.
type drawn struct {
	s             *scenarios.Scenario
	points, value map[string][]float64
}

func draw(t testing.TB, s *scenarios.Scenario, n int) drawn {
	t.Helper()
	design, err := random.NewDesign(random.MonteCarlo, 7, uint64(n), 1, names(s))
	require.NoError(t, err)
	d := drawn{s, map[string][]float64{}, map[string][]float64{}}
	u := make([]float64, len(s.Uncertainties))
	for i := range n {
		design.Point(uint64(i), u)
		if s.Copula != nil {
			s.Copula.Apply(u)
		}
		for j, x := range s.Uncertainties {
			d.points[x.Name] = append(d.points[x.Name], u[j])
			d.value[x.Name] = append(d.value[x.Name], x.Distribution.Quantile(u[j]))
		}
	}
	return d
}

// spearman is the rank correlation of values without ties.
func spearman(a, b []float64) float64 { return correlated(ranks(a), ranks(b)) }

// ranks numbers values in ascending order, with a mean of 0.
func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	out := make([]float64, len(values))
	for rank, i := range order {
		out[i] = float64(rank) - float64(len(values)-1)/2
	}
	return out
}

func correlated(a, b []float64) float64 {
	product, square := 0.0, 0.0
	for i := range a {
		product += a[i] * b[i]
		square += a[i] * a[i]
	}
	return product / square
}

// TestRankCorrelations: delays and costs of projects have the rank correlations asked
// for: 0.3 in one country, 0.5 of one project, none else. The standard error of a rank
// correlation is at most 1/√(n−1); four of them are allowed to each of the pairs.
func TestRankCorrelations(t *testing.T) {
	const n = 5_000
	s := load(t, scenarios.Request{Scenario: "reference"})
	d := draw(t, s, n)
	country, ranked := map[string]string{}, map[string][]float64{}
	var list []string
	for _, u := range s.Uncertainties {
		kind, name, ok := strings.Cut(u.Name, "/")
		if ok && (kind == "delay" || kind == "cost" || u.Name == "effect/anaklia" || u.Name == "stall/anaklia") {
			list, ranked[u.Name] = append(list, u.Name), ranks(d.points[u.Name])
			if kind == "delay" || kind == "cost" {
				country[u.Name] = countryOf(t, name)
			}
		}
	}
	counts := map[float64]int{}
	for i, a := range list {
		for _, b := range list[:i] {
			want := 0.0
			_, nameA, _ := strings.Cut(a, "/")
			_, nameB, _ := strings.Cut(b, "/")
			switch {
			case country[a] == "" || country[b] == "":
			case nameA == nameB:
				want = 0.5
			case country[a] == country[b]:
				want = 0.3
			}
			counts[want]++
			require.InDelta(t, want, correlated(ranked[a], ranked[b]), 4/math.Sqrt(n-1), "%s and %s", a, b)
		}
	}
	require.Equal(t, 27, counts[0.5], "every project but one whose cost is spent")
	require.Greater(t, counts[0.3], 150)
	// The costs themselves, which have no ties.
	require.InDelta(t, 0.3, spearman(d.value["cost/sarzha"], d.value["cost/bakhty-ayagoz"]), 4/math.Sqrt(n-1))
	require.InDelta(t, 0.5, spearman(d.value["cost/china-kyrgyzstan-uzbekistan"], d.value["delay/china-kyrgyzstan-uzbekistan"]), 4/math.Sqrt(n-1))
}

// referenceText is the reference scenario as a text.
var referenceText = sync.OnceValue(func() string {
	s, err := scenarios.Load(scenarios.Request{Scenario: "reference"})
	if err != nil {
		panic(err)
	}
	return s.Effective()
})

func countryOf(t testing.TB, project string) string {
	t.Helper()
	_, text, _ := strings.Cut(referenceText(), "\nprojects:")
	text, _, _ = strings.Cut(text, "\nmeasures:")
	_, text, found := strings.Cut(text, "\n  "+project+":\n")
	if !found {
		return "" // a measure
	}
	_, text, _ = strings.Cut(text, "    country: ")
	return text[:2]
}

// TestMarginals: what goes together is each distributed as before: the distance of
// Kolmogorov and Smirnov to its own distribution. With 158 of them the largest is
// above 2.2/√n once in a hundred times. Where values pile up, at a floor or in a
// stall, the distribution of what lies above counts.
func TestMarginals(t *testing.T) {
	const n = 10_000
	s := load(t, scenarios.Request{Scenario: "reference"})
	d := draw(t, s, n)
	for _, u := range s.Uncertainties {
		values := slices.Sorted(slices.Values(d.value[u.Name]))
		distance := 0.0
		for i, x := range values {
			if i == n-1 || values[i+1] > x {
				distance = max(distance, math.Abs(float64(i+1)/n-u.Distribution.CDF(x)))
			}
		}
		require.Less(t, distance*math.Sqrt(n), 2.2, u.Name)
	}
}

// TestStallFrequency: projects stall as often as their chance says, to four standard
// errors, and then never serve.
func TestStallFrequency(t *testing.T) {
	const n = 10_000
	s := load(t, scenarios.Request{Scenario: "reference"})
	d := draw(t, s, n)
	c := s.Corridor.Clone()
	for name, p := range map[string]float64{"anaklia": 0.35, "tripp": 0.3, "alat-2": 0.25, "halkali-kapikule": 0.02} {
		u, stalled := uncertainty(t, s, "stall/"+name), 0
		for _, v := range d.value["stall/"+name] {
			u.Set(&c, v)
			if project(t, &c, name).Completion() == calendar.Never {
				stalled++
			}
		}
		require.InDelta(t, p, float64(stalled)/n, 4*math.Sqrt(p*(1-p)/n), name)
	}
}

// TestOthersKeepTheirNumbers: a project more, an uncertainty more, a project that is
// fixed or not built, and an uncertainty that is fixed out of a group leave every
// number of every other as it was, bit for bit.
func TestOthersKeepTheirNumbers(t *testing.T) {
	const n = 300
	group := "\ncorrelations:\n  growth: {of: [\"*-growth\"], rank: 0.4}\n"
	text := strings.Replace(load(t, scenarios.Request{Scenario: "reference"}).Effective(), "\ncorrelations:\n", group, 1)
	parse := func(text string) *scenarios.Scenario {
		s, err := scenarios.Parse("x", text)
		require.NoError(t, err)
		return s
	}
	before := draw(t, parse(text), n)
	for what, after := range map[string]string{
		"a project more":      strings.Replace(text, "\nprojects:\n", "\nprojects:\n  new: {class: B, kind: line, country: KZ, stall_chance: 0.2, cost_musd: 10, start: 2027-01, duration_months: 20, changes: {tripp: {add_capacity_mt_per_year: 1}}}\n", 1),
		"an uncertainty more": strings.Replace(text, "\nuncertainties:\n", "\nuncertainties:\n  new-growth: {path: markets.metals.growth.fade_per_year, distribution: uniform, low: 0.9, high: 1}\n", 1),
		"a project not built": strings.Replace(text, "\n  zhezkazgan-mangystau:\n", "\n  zhezkazgan-mangystau:\n    enabled: false\n", 1),
		"a certain project":   strings.Replace(text, "\n  moyynty-kyzylzhar:\n", "\n  moyynty-kyzylzhar:\n    certain: [delay, cost]\n", 1),
		"a certain growth":    strings.Replace(text, "\n  metals-growth:\n", "\n  metals-growth:\n    certain: true\n", 1),
	} {
		require.NotEqual(t, text, after, what)
		d := draw(t, parse(after), n)
		require.NotEqual(t, len(before.value), len(d.value), what)
		same := 0
		for name, values := range d.value {
			if was, ok := before.value[name]; ok {
				require.Equal(t, was, values, "%s: %s", what, name)
				same++
			}
		}
		require.Greater(t, same, 150)
	}
}

// TestCountriesAreLateTogether: futures in which the other works of Türkiye are late
// are those in which Divrigi–Kars is, and say nothing about Georgia.
func TestCountriesAreLateTogether(t *testing.T) {
	d := draw(t, load(t, scenarios.Request{Scenario: "reference"}), 10_000)
	late := func(name string) float64 { // mean of the later half less that of the other
		byHalf, count := [2]float64{}, [2]float64{}
		for i, u := range d.points["country/TR"] {
			half := 0
			if u > 0.5 {
				half = 1
			}
			byHalf[half] += d.value[name][i]
			count[half]++
		}
		return byHalf[1]/count[1] - byHalf[0]/count[0]
	}
	require.Greater(t, late("delay/divrigi-kars"), 0.2)
	require.Greater(t, late("cost/istanbul-northern-ring"), 0.2)
	require.InDelta(t, 0, late("delay/anaklia"), 0.05)
}

// TestCorrelations: pairs and groups of the file come out as they are given, also
// with delays of projects and below zero.
func TestCorrelations(t *testing.T) {
	const n = 10_000
	text := strings.Replace(load(t, scenarios.Request{Scenario: "reference"}).Effective(), "\ncorrelations:\n", `
correlations:
  growth: {of: ["*-growth"], rank: 0.6}
  draft: {of: [box-feeder-draft-loss-per-m, water-level-rate-m], rank: -0.4}
  ships: {of: [delay/container-ships, dry-ships-fixed], rank: 0.25}
`, 1)
	s, err := scenarios.Parse("x", text)
	require.NoError(t, err)
	require.Equal(t, "common/growth", s.Uncertainties[6].Name, "factors come first, those of six countries before")
	d := draw(t, s, n)
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"metals-growth", "grain-growth", 0.6}, {"trucks-growth", "crude-oil-growth", 0.6},
		{"box-feeder-draft-loss-per-m", "water-level-rate-m", -0.4},
		{"delay/container-ships", "dry-ships-fixed", 0.25}, {"delay/container-ships", "delay/third-ropax", 0.3},
		{"metals-growth", "delay/sarzha", 0}, {"metals-inertia", "grain-inertia", 0},
	} {
		require.InDelta(t, c.want, spearman(d.value[c.a], d.value[c.b]), 4/math.Sqrt(n-1)+tied(c.a, c.b), "%s and %s", c.a, c.b)
	}
}

// tied is what the floor of a delay may take from a rank correlation.
func tied(names ...string) float64 {
	if slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, "delay/") }) {
		return 0.02
	}
	return 0
}

// TestReadmeExample: what the README shows of uncertainties can be written so.
func TestReadmeExample(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, text, found := strings.Cut(string(readme), "```yaml\nuncertainties:   ")
	text, _, _ = strings.Cut(text, "```")
	require.True(t, found)
	file := filepath.Join(t.TempDir(), "mine.yaml")
	require.NoError(t, os.WriteFile(file, []byte("scenario: mine\nextends: reference\nuncertainties:"+text), 0o644))
	s := load(t, scenarios.Request{Scenario: file})
	for _, name := range []string{"suez-2026", "ferry-wagons", "common/trade", "country/GE", "delay/anaklia", "effect/anaklia"} {
		require.Contains(t, names(s), name)
	}
}
