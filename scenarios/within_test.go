package scenarios_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
)

// inBox loads the reference with limits, and overlays before them.
func inBox(t *testing.T, limits string, with ...string) *scenarios.Scenario {
	t.Helper()
	file := filepath.Join(t.TempDir(), "box.yaml")
	require.NoError(t, os.WriteFile(file, []byte("overlay: box\nwithin:\n"+limits), 0o666))
	return load(t, scenarios.Request{Scenario: "reference", With: append(with, file)})
}

// TestWithinIsConditional: draws within limits are those of all draws that are inside, also of what
// goes together with what is limited, and all others are as they were, bit for bit.
func TestWithinIsConditional(t *testing.T) {
	holds := map[string]func(v float64) bool{
		"water-level-rate-m":    func(v float64) bool { return v <= -0.21 },
		"iran-shut-in-2028":     func(v float64) bool { return v == 94 },
		"trains-2027-to-europe": func(v float64) bool { return v <= 0.5 },
		"delay/anaklia":         func(v float64) bool { return v >= 0.9 },
		"stall/anaklia":         func(v float64) bool { return v == 1 },
	}
	all := draw(t, load(t, scenarios.Request{Scenario: "reference"}), 20000)
	box := draw(t, inBox(t, `
  water-level-rate-m: {at_most: -0.21}
  iran-shut-in-2028: {among: [94]}
  trains-2027-to-europe: {at_most: 0.5}
  delay/anaklia: {at_least: 0.9}
  stall/anaklia: {among: [1]}
`), 4000)
	for name, inside := range holds {
		require.False(t, slices.ContainsFunc(box.value[name], func(v float64) bool { return !inside(v) }), name)
	}
	// What stands in no group together with a limit is inside on its own.
	groups := map[string][]string{
		"water-level-rate-m":    {"water-level-rate-m"},
		"iran-shut-in-2028":     {"iran-road-shut-in-2028"},
		"trains-2027-to-europe": {"trains-2027-to-europe", "trains-2029-to-caucasus", "common/agreed-trains"},
		"delay/anaklia":         {"delay/anaklia", "cost/anaklia", "country/GE"},
	}
	for by, names := range groups {
		for _, name := range names {
			var want []float64
			for i, v := range all.value[by] {
				if holds[by](v) {
					want = append(want, all.value[name][i])
				}
			}
			mean, sd := moments(want)
			got, _ := moments(box.value[name])
			off := 4 * sd * math.Sqrt(1/float64(len(want))+1/4000.0)
			require.InDelta(t, mean, got, off+1e-12, "%s, of which %s is limited", name, by)
		}
	}
	for _, name := range []string{"crude-oil-growth", "delay/aktau-hub", "rail-ferry-units-per-year"} {
		require.Equal(t, all.value[name][:4000], box.value[name], name)
	}
}

func moments(values []float64) (mean, sd float64) {
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		sd += (v - mean) * (v - mean) / float64(len(values))
	}
	return mean, math.Sqrt(sd)
}

// TestWithinAPosterior: the rows inside are left, each as likely as the next.
func TestWithinAPosterior(t *testing.T) {
	whole := load(t, scenarios.Request{Scenario: "reference", With: []string{"calibration/posterior"}})
	s := inBox(t, "  rail-ferry-units-per-year: {at_least: 18000}\n", "calibration/posterior")
	column := slices.Index(s.Posterior.Of, "rail-ferry-units-per-year")
	var want [][]float64
	for _, row := range whole.Posterior.Rows {
		if row[column] >= 18000 {
			want = append(want, row)
		}
	}
	require.Less(t, len(want), len(whole.Posterior.Rows))
	require.Equal(t, want, s.Posterior.Rows)
	i := slices.Index(names(s), "posterior")
	require.Len(t, s.Uncertainties[i].Sample[0].Values, len(want))
	require.Equal(t, 1.0, s.Uncertainties[i].Distribution.Quantile(0))
	require.Equal(t, float64(len(want)), s.Uncertainties[i].Distribution.Quantile(1))
}

// TestWithinWhatIsSet: a figure that is set is not drawn any more, and its limits warn.
func TestWithinWhatIsSet(t *testing.T) {
	file := filepath.Join(t.TempDir(), "box.yaml")
	require.NoError(t, os.WriteFile(file, []byte("overlay: box\nwithin:\n  water-level-rate-m: {at_most: -0.21}\n"), 0o666))
	s := load(t, scenarios.Request{Scenario: "reference", With: []string{file}, Set: []string{"water_level.rate_m_per_year=-0.1"}})
	require.Len(t, s.Warnings(), 1)
	require.Contains(t, s.Warnings()[0].String(), "the limits of water-level-rate-m have no effect: nothing is drawn of it")
}
