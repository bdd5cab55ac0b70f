package scenarios_test

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
	"corridor/scenarios"
)

// TestEveryFigure: each number of a scenario that has every key is set in the compiled
// corridor as it would have been compiled, or stands in the list of those that cannot be.
func TestEveryFigure(t *testing.T) {
	everything := load(t, scenarios.Request{Scenario: "../testdata/good/everything.yaml"})
	// Without what was carried, by which compiling finds potentials anew with every figure.
	base, err := everything.Set("recalibrate=true", "markets.ore.growth.carried_mt_per_year=null")
	require.NoError(t, err)
	met := map[string]bool{}
	for _, f := range everything.Figures() {
		set, err := base.Setter(f.Path)
		if err != nil {
			reason := reasonFor(f.Path)
			require.NotEmpty(t, reason, "%s cannot be set: give its key a slot, or say here why it has none", f.Path)
			met[reason] = true
			continue
		}
		require.Empty(t, reasonFor(f.Path), f.Path)
		value, compiled := another(t, base, &f)
		direct := base.Corridor.Clone()
		set(&direct, value)
		require.False(t, reflect.DeepEqual(base.Corridor, direct), "%s changes nothing", f.Path)
		alike(t, f.Path, &compiled.Corridor, &direct)
	}
	for entry := range notSet {
		require.True(t, met[entry], "%s is in the list of what cannot be set, and no number is", entry)
	}
}

// notSet is the numbers that no setter changes, by key or by the section all of which is
// so, with the reason.
var notSet = map[string]string{
	"calibration":       "it is kept by the program, not given",
	"correlations":      "it is about numbers that are drawn, and in no corridor",
	"delivery":          "it is about numbers that are drawn, and in no corridor",
	"uncertainties":     "it is about numbers that are drawn, and in no corridor",
	"experiments":       "it is what the model is compared with",
	"hindcast":          "it is what the model is compared with",
	"studies":           "it is what the model is compared with",
	"targets":           "it is what results are compared with",
	"base_year":         "the base shares belong to it",
	"declared_capacity": "nothing is computed from it",
	"financiers":        "nothing is computed from it",

	"markets.*.growth.carried_mt_per_year.*": "a potential is found from it once, and does not follow what is drawn",

	"cargo.*.empty_place":              "what a tonne uses of a segment is laid out once",
	"cargo.*.empty_return":             "what a tonne uses of a segment is laid out once",
	"cargo.*.tonnes_per_unit":          "it is a part of every capacity given in units",
	"hazards.*.closure.longest_days":   "the closures of the calendar must fit the spells",
	"hazards.*.closure.shortest_days":  "the closures of the calendar must fit the spells",
	"hazards.*.outage.longest_days":    "how many events are under way at once is bounded",
	"hazards.*.outage.shortest_days":   "how many events are under way at once is bounded",
	"hazards.*.shock.longest_days":     "how many events are under way at once is bounded",
	"hazards.*.shock.shortest_days":    "how many events are under way at once is bounded",
	"markets.*.routes.*.find":          "other routes make another corridor",
	"markets.*.priority":               "who goes first is laid out once",
	"markets.*.routes.*.share":         "the shares of a market add to 1",
	"markets.*.routes.*.share.*":       "the shares of a market add to 1",
	"markets.*.season.*":               "the weights of a year have a mean of 1",
	"measures.*.changes.*.save_days":   "the days there are may be uncertain too",
	"projects.*.changes.*.save_days":   "the days there are may be uncertain too",
	"projects.*.financing.*.musd":      "it is who pays, and in no corridor",
	"projects.*.financing.*.share":     "it is who pays, and in no corridor",
	"measures.*.stall_chance":          "it is a chance, and in no corridor",
	"shocks.*.days":                    "the months in which it lasts are laid out once",
	"shocks.*.weeks":                   "the months in which it lasts are laid out once",
	"shocks.*.months":                  "the months in which it lasts are laid out once",
	"segments.*.made_of.*":             "what one more is a part of is found once",
	"segments.*.accepts.*":             "it is a part of every route through the segment",
	"segments.*.availability.*":        "a path cannot lead into a list",
	"segments.north-line.availability": "in a capacity that includes the weather it only shapes the year",
}

// reasonFor returns the entry of the list that a path falls under, or "".
func reasonFor(path string) string {
	section, _, _ := strings.Cut(path, ".")
	for _, entry := range []string{path, keyOf(path), section} {
		if notSet[entry] != "" {
			return entry
		}
	}
	return ""
}

// keyOf is a path with * for names, years and places in lists.
func keyOf(path string) string {
	steps := strings.Split(path, ".")
	for i, step := range steps {
		_, err := strconv.Atoi(step)
		if err == nil || i > 0 && slices.Contains(sections, steps[i-1]) {
			steps[i] = "*"
		}
	}
	return strings.Join(steps, ".")
}

// sections hold things by names that the scenario chooses.
var sections = []string{
	"accepts", "cargo", "changes", "classes", "correlations", "experiments", "financing", "hazards", "kinds", "made_of", "markets", "measures",
	"nodes", "parts", "projects", "rivals", "routes", "segments", "shocks", "studies", "targets", "uncertainties",
}

// another is the scenario with another number at the place of a figure.
func another(t *testing.T, s *scenarios.Scenario, f *scenarios.Figure) (float64, *scenarios.Scenario) {
	t.Helper()
	v, err := strconv.ParseFloat(f.Value, 64)
	require.NoError(t, err)
	for _, other := range []float64{v * 0.9, v * 1.1, v + 0.1, v - 0.1, v + 1, v - 1} {
		if other == v {
			continue
		}
		compiled, err := s.Set(f.Path+"="+strconv.FormatFloat(other, 'g', -1, 64), "recalibrate=true")
		if err == nil {
			return other, compiled
		}
	}
	t.Fatalf("no other value of %s is allowed", f.Path)
	return 0, nil
}

// alike requires two corridors to be the same, but for what a setter leaves as it is: the
// routes found on the network, the start of a project that follows from when it serves, and
// roundings of the days that projects save.
func alike(t *testing.T, path string, want, got *model.Corridor) {
	t.Helper()
	const found = 0 // the market that looks for its routes
	want.Markets[found].Routes, got.Markets[found].Routes = want.Markets[found].Routes[2:], got.Markets[found].Routes[2:]
	for i := range want.Projects {
		if path == "projects.more-ships.duration_months" && want.Projects[i].Name == "more-ships" {
			require.NotEqual(t, want.Projects[i].Start, got.Projects[i].Start, path)
			want.Projects[i].Start = got.Projects[i].Start
		}
		for j, change := range want.Projects[i].Changes {
			if other := &got.Projects[i].Changes[j]; change.Quantity == model.FreeFlowDays {
				require.InEpsilon(t, change.Scale, other.Scale, 1e-12, path)
				other.Scale = change.Scale
			}
		}
	}
	require.Equal(t, want, got, path)
}
