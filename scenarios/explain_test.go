package scenarios_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/ensemble"
)

// TestExplainEveryFigure: of every number of a scenario that has every key the explanation has the
// value, and what it says of how to change it is accepted, by --set and in a file.
func TestExplainEveryFigure(t *testing.T) {
	const name = "../testdata/good/everything.yaml"
	s := load(t, scenarios.Request{Scenario: name})
	absolute, err := filepath.Abs(name)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "changed.yaml")
	tried := map[string]bool{}
	for _, f := range s.Figures() {
		e, err := s.Explain(f.Path)
		require.NoError(t, err, f.Path)
		require.Equal(t, f.Value, e.Given.Value, f.Path)
		require.Equal(t, f.Low, e.Given.Low, f.Path)
		require.Equal(t, f.Position.String(), e.Given.Place, f.Path)
		require.Equal(t, f.Unit, e.Key.Unit, f.Path)
		require.NotNil(t, e.Change, f.Path)
		if tried[e.Key.Path] {
			continue
		}
		tried[e.Key.Path] = true
		if e.Change.Set != "" {
			_, err = s.Set(e.Change.Set)
			require.NoError(t, err, e.Change.Set)
		}
		require.NoError(t, os.WriteFile(file, []byte("scenario: changed\nextends: "+absolute+"\n"+e.Change.YAML+"\n"), 0o600))
		_, err = scenarios.Load(scenarios.Request{Scenario: file})
		require.NoError(t, err, e.Change.YAML)
	}
	require.Greater(t, len(tried), 150)
}

// TestExplainedUncertainty: what is said of how a number is drawn is a section that holds, for one
// that is drawn already, and one that is not.
func TestExplainedUncertainty(t *testing.T) {
	for path, name := range map[string]string{"segments.rail-ferry.storage_mt": "rail-ferry-storage", "projects.aktau-hub.cost_musd": "NAME"} {
		e, err := load(t, scenarios.Request{Scenario: "reference"}).Explain(path)
		require.NoError(t, err)
		require.Contains(t, e.Change.Uncertain, "\n  "+name+": {path: "+path+", distribution: pert, ")
		file := filepath.Join(t.TempDir(), "drawn.yaml")
		content := "scenario: drawn\nextends: reference\n" + strings.ReplaceAll(e.Change.Uncertain, "NAME", "mine")
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
		s := load(t, scenarios.Request{Scenario: file})
		i := slices.IndexFunc(s.Uncertainties, func(u ensemble.Uncertainty) bool { return u.Path == path })
		require.Equal(t, strings.ReplaceAll(name, "NAME", "mine"), s.Uncertainties[i].Name)
	}
}

// TestUses holds what uses a thing to what the reference says.
func TestUses(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	users := func(path string) (all []string) {
		t.Helper()
		e, err := s.Explain(path)
		require.NoError(t, err)
		for _, u := range e.Uses {
			all = append(all, u.Section+" "+u.Name)
		}
		return all
	}
	for path, want := range map[string][]string{
		// A project that adds capacity bears on the capacity, and not on the price.
		"segments.rail-ferry.capacity": {
			"declared_capacity through", "markets metals", "markets fertilizer", "markets uzbek-wagons",
			"projects third-ropax", "projects kuryk-ferries-1", "projects kuryk-ferries-2", "projects kuryk-ferries-3",
			"hazards caspian-storms", "uncertainties rail-ferry-units-per-year",
		},
		"segments.rail-ferry.cost_usd_per_t": {"markets metals", "markets fertilizer", "markets uzbek-wagons", "levers tariffs"},
		"nodes.kuryk":                        {"segments kuryk-port", "segments rail-ferry", "segments truck-ferry"},
		"rivals.suez.cost_usd_per_t.2026":    {"markets boxes-china-europe", "markets trains-china-europe", "hazards ships-dear", "hazards ships-cheap", "levers sea-rates"},
		"projects.aktau-hub":                 {"delivery delay/aktau-hub", "delivery cost/aktau-hub", "delivery effect/aktau-hub", "delivery stall/aktau-hub"},
		"economics.discount_rate_per_year":   {"levers discount-rate"},
		"time":                               nil,
	} {
		require.Equal(t, want, users(path), path)
	}
	require.Contains(t, users("uncertainties.iran-shut-in-2028"), "correlations iran")
	require.Contains(t, users("sources.intellinews-2025-08"), "water_level rate_m_per_year")

	// A change is said with its size and the month from which it serves.
	e, err := s.Explain("segments.rail-ferry")
	require.NoError(t, err)
	i := slices.IndexFunc(e.Uses, func(u language.Use) bool { return u.Name == "kuryk-ferries-1" })
	require.Regexp(t, `^add_capacity_mt_per_year: 0\.286; serves from \d{4}-\d\d$`, e.Uses[i].What)
	require.Equal(t, "projects.kuryk-ferries-1.changes.rail-ferry", e.Uses[i].Path)
}

// TestExplainNowhere: a path that leads nowhere is shown where it does not, with the nearest name.
func TestExplainNowhere(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	for path, want := range map[string]string{
		"segnents":                            `path:1:1: unknown key "segnents" in segnents, did you mean "segments"?`,
		"rail-ferry":                          `path:1:1: unknown key "rail-ferry" in rail-ferry, did you mean "segments.rail-ferry"?`,
		"segments.rail-fery.capacity":         `path:1:10: unknown name "rail-fery" in segments.rail-fery.capacity, did you mean "rail-ferry"?`,
		"segments.rail-ferry.cost":            `path:1:21: unknown name "cost" in segments.rail-ferry.cost, did you mean "cost_usd_per_t"?`,
		"segments.rail-ferry.kind.more":       `path:1:26: unknown name "more" in segments.rail-ferry.kind.more`,
		"segments.rail-ferry.availability.13": `path:1:34: unknown name "13" in segments.rail-ferry.availability.13`,
		"":                                    `path:1:1: unknown key "" in `,
	} {
		_, err := s.Explain(path)
		require.ErrorContains(t, err, want)
	}
}

// TestExplainKey explains keys of no scenario.
func TestExplainKey(t *testing.T) {
	for path, want := range map[string]string{
		"segments.*.capacity":                "Nameplate capacity, in the direction of the corridor",
		"segments.*.availability.*":          "Share of the month",
		"markets.*.routes.*.share":           "Share of the market in the base year; a market's shares add to 1. A single route has 1",
		"segments.anything.cost_usd_per_t.*": "Price of crossing it",
		"levers.*.from":                      "Least number",
		"projects.*.changes.*.add_vessels":   "Vessels added",
		"markets.*.growth.source":            "Where the figures come from: names of sources, or assumption, or derived",
	} {
		e, err := language.ExplainKey(path)
		require.NoError(t, err, path)
		require.Equal(t, want, e.Key.Meaning, path)
		require.Nil(t, e.Given)
	}
	_, err := language.ExplainKey("markets.*.groth")
	require.ErrorContains(t, err, `unknown name "groth" in markets.*.groth, did you mean "growth"?`)
}
