package scenarios_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/random"
)

// small is a posterior of eight rows.
const small = "../testdata/posterior.yaml"

var smallOf = []string{"boxes-china-europe-sensitivity", "boxes-china-europe-inertia", "boxes-china-europe-dissimilarity"}

func overlay(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "laid.yaml")
	require.NoError(t, os.WriteFile(file, []byte("overlay: laid\n"+text), 0o644))
	return file
}

// TestPosteriorTakesThePlace: one uncertainty is drawn in the place of three, in the order of
// all others, and sets what theirs would.
func TestPosteriorTakesThePlace(t *testing.T) {
	prior := load(t, scenarios.Request{Scenario: "reference"})
	s := load(t, scenarios.Request{Scenario: "reference", With: []string{small}})
	require.Empty(t, s.Warnings())
	var others []string
	for _, name := range names(prior) {
		if !slices.Contains(smallOf, name) {
			others = append(others, name)
		}
	}
	i := slices.Index(names(s), "posterior")
	require.Equal(t, others, slices.Delete(names(s), i, i+1))
	require.Equal(t, smallOf, s.Posterior.Of)
	require.Equal(t, "the boxes of China", s.Uncertainties[i].Title)
	require.Equal(t, []scenarios.Made{{Name: "seed", Is: "0"}}, s.Posterior.Made)
	for j, u := range s.Posterior.Priors { // as without the posterior
		require.Equal(t, prior.Uncertainties[slices.Index(names(prior), u.Name)].Distribution, u.Distribution)
		require.Equal(t, u.Path, s.Uncertainties[i].Sample[j].Path)
	}

	drawn, want := s.Corridor.Clone(), s.Corridor.Clone()
	s.Uncertainties[i].Set(&drawn, 7)
	for j, v := range []float64{0.0065, 0.17, 0.5} {
		set, err := s.Setter(s.Posterior.Priors[j].Path)
		require.NoError(t, err)
		set(&want, v)
	}
	require.Equal(t, want, drawn)
	require.NotEqual(t, s.Corridor, drawn)
	for row := range 8 { // each as likely
		u := (float64(row) + 0.5) / 8
		require.EqualValues(t, row+1, s.Uncertainties[i].Distribution.Quantile(u))
	}
}

// TestPosteriorLeavesTheOthers: random numbers go by name, so what else is drawn is the same
// with a posterior as without, bit for bit, where places do not count.
func TestPosteriorLeavesTheOthers(t *testing.T) {
	prior := load(t, scenarios.Request{Scenario: "reference"})
	s := load(t, scenarios.Request{Scenario: "reference", With: []string{small}})
	values := func(s *scenarios.Scenario, design string) map[string][]float64 {
		const n = 64
		d, err := random.NewDesign(design, 7, n, 1, names(s))
		require.NoError(t, err)
		out, u := map[string][]float64{}, make([]float64, len(s.Uncertainties))
		for draw := range uint64(n) {
			d.Point(draw, u)
			s.Copula.Apply(u)
			for i := range s.Uncertainties {
				out[s.Uncertainties[i].Name] = append(out[s.Uncertainties[i].Name], s.Uncertainties[i].Distribution.Quantile(u[i]))
			}
		}
		return out
	}
	for _, design := range random.Designs() {
		without, with := values(prior, design), values(s, design)
		same := 0
		for name, drawn := range with {
			if slices.Equal(drawn, without[name]) {
				same++
			}
		}
		if design == random.MonteCarlo || design == random.LatinHypercube {
			require.Equal(t, len(with)-1, same, design)
		} else {
			require.Less(t, same, len(with)-1, design) // whose points go by place
		}
		if design == random.LatinHypercube { // 64 draws of 8 rows
			for row := range 8 {
				rows := slices.DeleteFunc(slices.Clone(with["posterior"]), func(v float64) bool { return v != float64(row+1) })
				require.Len(t, rows, 8)
			}
		}
	}
}

// TestLaidOnPosterior: what is said later holds, and that is told.
func TestLaidOnPosterior(t *testing.T) {
	const sensitivity, inertia, dissimilarity = "boxes-china-europe-sensitivity", "boxes-china-europe-inertia", "boxes-china-europe-dissimilarity"
	none := "; the others are drawn as if nothing were known of it"
	for _, c := range []struct {
		name, over string
		of         []string
		drawn      bool // by itself
		warning    string
	}{
		{"set", "markets: {boxes-china-europe: {inertia_per_month: 0.5}}", []string{sensitivity, dissimilarity}, false,
			inertia + " is set here, so the posterior does not draw it" + none},
		{"set as it is", "markets: {boxes-china-europe: {inertia_per_month: 0.25}}", []string{sensitivity, dissimilarity}, false,
			inertia + " is set here, so the posterior does not draw it" + none},
		{"made certain", "uncertainties: {" + inertia + ": {certain: true}}", []string{sensitivity, dissimilarity}, false,
			inertia + " is made certain here, so the posterior does not draw it" + none},
		{"given anew", "uncertainties: {" + inertia + ": {low: 0.2}}", []string{sensitivity, dissimilarity}, true,
			inertia + " is given another distribution here, so the posterior does not draw it" + none},
		{"taken away", "uncertainties: {" + inertia + ": null}", []string{sensitivity, dissimilarity}, false,
			inertia + " is taken away here, so the posterior does not draw it" + none},
		{"given a title", "uncertainties: {" + inertia + ": {title: How slowly it moves}}", smallOf, false, ""},
		{"another figure set", "markets: {boxes-china-europe: {give_up_per_month: 0.5}}", smallOf, false, ""},
		{"taken away whole", "posterior: null", nil, false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := load(t, scenarios.Request{Scenario: "reference", With: []string{small, overlay(t, c.over)}})
			if c.warning == "" {
				require.Empty(t, s.Warnings())
			} else {
				require.Len(t, s.Warnings(), 1)
				require.Equal(t, c.warning, s.Warnings()[0].Message)
				require.True(t, strings.HasSuffix(s.Warnings()[0].File.Name, "laid.yaml"))
			}
			require.Equal(t, c.drawn, slices.Contains(names(s), inertia))
			again, err := scenarios.Parse(s.Name, s.Effective())
			require.NoError(t, err)
			require.Equal(t, s.Effective(), again.Effective())
			require.Equal(t, names(s), names(again))
			for _, s := range []*scenarios.Scenario{s, again} {
				require.Equal(t, c.of != nil, slices.Contains(names(s), "posterior"))
				if c.of == nil {
					require.Nil(t, s.Posterior)
					continue
				}
				require.Equal(t, c.of, s.Posterior.Of)
				require.Len(t, s.Posterior.Rows, 8)
				require.Len(t, s.Posterior.Rows[0], len(c.of))
				require.Equal(t, 0.45, s.Posterior.Rows[7][len(c.of)-1])
			}
		})
	}

	t.Run("all set", func(t *testing.T) {
		s := load(t, scenarios.Request{Scenario: "reference", With: []string{small}, Set: []string{
			"markets.boxes-china-europe.inertia_per_month=0.5", "markets.boxes-china-europe.sensitivity_per_usd=0.004",
			"markets.boxes-china-europe.nests.land.dissimilarity=0.5"}})
		require.Nil(t, s.Posterior)
		require.Len(t, s.Warnings(), 3)
	})
	t.Run("set below", func(t *testing.T) { // the posterior is laid later, so it holds
		s := load(t, scenarios.Request{Scenario: "reference", With: []string{overlay(t, "uncertainties: {"+inertia+": {certain: false, low: 0.2}}\nmarkets: {boxes-china-europe: {inertia_per_month: 0.5}}"), small}})
		require.Equal(t, smallOf, s.Posterior.Of)
		require.Empty(t, s.Warnings())
	})
	t.Run("set on the compiled scenario", func(t *testing.T) {
		s := load(t, scenarios.Request{Scenario: "reference", With: []string{small}})
		s, err := s.Set("markets.boxes-china-europe.inertia_per_month=0.5")
		require.NoError(t, err)
		require.Equal(t, []string{sensitivity, dissimilarity}, s.Posterior.Of)
		require.Contains(t, s.Effective(), "inertia_per_month: 0.5")
		require.NotContains(t, names(s), inertia)
	})
	t.Run("another posterior", func(t *testing.T) { // replaces all of it
		over := overlay(t, "posterior: {of: [metals-growth, "+inertia+"], rows: [[0.01, 0.2], [0.03, 0.3]]}")
		s := load(t, scenarios.Request{Scenario: "reference", With: []string{small, over}})
		require.Equal(t, []string{"metals-growth", inertia}, s.Posterior.Of)
		require.Equal(t, [][]float64{{0.01, 0.2}, {0.03, 0.3}}, s.Posterior.Rows)
		require.Empty(t, s.Posterior.Made)
		require.Len(t, s.Warnings(), 1)
		require.Equal(t, "this posterior takes the place of another one, which drew "+sensitivity+", "+dissimilarity+" too", s.Warnings()[0].Message)
		require.NotContains(t, names(s), sensitivity, "the other file has set it")
	})
}

// TestPosteriorAndCorrelations: what goes together with what the posterior draws is told not
// to any more, and the others of a group go together as before.
func TestPosteriorAndCorrelations(t *testing.T) {
	pair := func(of string) []string {
		s := load(t, scenarios.Request{Scenario: "reference", With: []string{overlay(t, "correlations: {mine: {of: ["+of+"], rank: 0.4}}"), small}})
		var said []string
		for _, w := range s.Warnings() {
			said = append(said, w.Message)
		}
		return said
	}
	require.Empty(t, pair("metals-growth, grain-growth"))
	require.Empty(t, pair("boxes-china-europe-sensitivity, boxes-china-europe-inertia"), "in the sample")
	require.Equal(t, []string{"the correlation mine has no effect on boxes-china-europe-sensitivity, which the posterior draws: it does not go together with metals-growth"},
		pair("metals-growth, boxes-china-europe-sensitivity"))

	group := overlay(t, "correlations: {mine: {of: [metals-growth, grain-growth, boxes-china-europe-inertia], rank: 0.4}}")
	without := draw(t, load(t, scenarios.Request{Scenario: "reference", With: []string{group}}), 50)
	with := draw(t, load(t, scenarios.Request{Scenario: "reference", With: []string{group, small}}), 50)
	for _, name := range []string{"metals-growth", "grain-growth", "common/mine"} {
		require.Equal(t, without.value[name], with.value[name])
	}
}

// TestPosteriorIsNoFigure: the rows are not listed as figures, and the figures are as the
// overlay has them.
func TestPosteriorIsNoFigure(t *testing.T) {
	prior := load(t, scenarios.Request{Scenario: "reference"})
	s := load(t, scenarios.Request{Scenario: "reference", With: []string{small}})
	require.Len(t, s.Figures(), len(prior.Figures()))
	for _, f := range s.Figures() {
		require.False(t, strings.HasPrefix(f.Path, "posterior"))
		if f.Path == "markets.boxes-china-europe.sensitivity_per_usd" {
			require.Equal(t, "derived", f.Kind())
			require.Equal(t, "0.005", f.Value)
		}
	}
	require.NotContains(t, s.Hindcast.Parameters, "markets.boxes-china-europe.sensitivity_per_usd", "it is fitted no more")
}

// TestExpectedFutureOfNone: a figure beyond all that the sample has of it is told.
func TestExpectedFutureOfNone(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference", With: []string{overlay(t, "posterior: {of: [metals-growth, grain-growth], rows: [[0.03, 0.04], [0.04, 0.05]]}")}})
	require.Len(t, s.Warnings(), 1)
	require.Equal(t, "the posterior draws metals-growth from 0.03 to 0.04, and markets.metals.growth.rate_per_year is 0.028: the expected future is none of those drawn", s.Warnings()[0].Message)
}

// sampleOf is a sample of uncertainties of a scenario, as if each was drawn by itself.
func sampleOf(t *testing.T, s *scenarios.Scenario, of []string, rows int) (sample [][]float64) {
	t.Helper()
	d, err := random.NewDesign(random.MonteCarlo, 3, uint64(rows), 1, of)
	require.NoError(t, err)
	u := make([]float64, len(of))
	for row := range rows {
		d.Point(uint64(row), u)
		line := make([]float64, len(of))
		for i, name := range of {
			line[i] = s.Uncertainties[slices.Index(names(s), name)].Distribution.Quantile(u[i])
		}
		sample = append(sample, line)
	}
	return sample
}

// TestPosteriorOverlay: what is written loads to the same sample, to four digits, with the
// figures of one of its rows, and is small.
func TestPosteriorOverlay(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	var of []string
	for _, u := range s.Uncertainties {
		if strings.HasPrefix(u.Path, "segments.") || strings.HasPrefix(u.Path, "markets.boxes-") {
			of = append(of, u.Name)
		}
	}
	of = of[:15]
	o := scenarios.PosteriorOverlay{
		Name: "calibration/posterior", Title: "As calibrated", Question: "What is drawn?", Description: "For a test: drawn from the priors.",
		Posterior: scenarios.Posterior{Title: "fifteen figures", Made: []scenarios.Made{{Name: "scenario", Is: strings.Repeat("3f", 32)}, {Name: "seed", Is: "0"}}, Of: of, Rows: sampleOf(t, s, of, 500)},
	}
	content, err := o.Text(s)
	require.NoError(t, err)
	require.Less(t, len(content), 60_000)
	require.Equal(t, "# yaml-language-server: $schema=../../scenario.schema.json", strings.SplitN(content, "\n", 2)[0])
	again, err := o.Text(s)
	require.NoError(t, err)
	require.Equal(t, content, again)

	file := filepath.Join(t.TempDir(), "posterior.yaml")
	require.NoError(t, os.WriteFile(file, []byte(content), 0o644))
	laid := load(t, scenarios.Request{Scenario: "reference", With: []string{file}})
	require.Empty(t, laid.Warnings())
	require.Equal(t, of, laid.Posterior.Of)
	require.Equal(t, o.Made, laid.Posterior.Made)
	require.Len(t, laid.Posterior.Rows, 500)
	var central []float64
	figures := map[string]scenarios.Figure{}
	for _, f := range laid.Figures() {
		figures[f.Path] = f
	}
	for i, row := range laid.Posterior.Rows {
		mine := true
		for j, v := range row {
			require.InEpsilon(t, o.Rows[i][j], v, 0.0005+1e-9)
			f := figures[laid.Posterior.Priors[j].Path]
			require.Equal(t, "derived", f.Kind())
			n, err := strconv.ParseFloat(f.Value, 64)
			require.NoError(t, err)
			mine = mine && n == v
		}
		if mine {
			central = row
		}
	}
	require.NotNil(t, central, "the figures are those of a row")
	require.NotContains(t, laid.Effective(), "\ncalibration:", "the base shares belong to the figures")

	// What was written is written again from what it loads to.
	o.Posterior = *laid.Posterior
	o.Posterior.Title = "fifteen figures"
	again, err = o.Text(s)
	require.NoError(t, err)
	require.Equal(t, content, again)
}

// TestPosteriorOverlayMistakes: what cannot be laid on the scenario is not written.
func TestPosteriorOverlayMistakes(t *testing.T) {
	s := load(t, scenarios.Request{Scenario: "reference"})
	for _, c := range []struct {
		of    []string
		rows  [][]float64
		wrong string
	}{
		{[]string{"metals-growth"}, nil, "no rows"},
		{[]string{"metals-growth"}, [][]float64{{0.1}, {0.1, 0.2}}, "row 2 of the posterior has 2 values, expected 1"},
		{[]string{"metals-growth"}, [][]float64{{0.1}, {math.NaN()}}, "metals-growth is NaN in row 2"},
		{[]string{"metals-grwth"}, [][]float64{{0.1}, {0.2}}, "reference has no uncertainty metals-grwth"},
		{[]string{"metals-give-up"}, [][]float64{{0.1}, {1.2}}, "give_up_per_month's value is 1.2, expected a number from 0 to 1"},
	} {
		o := scenarios.PosteriorOverlay{Name: "calibration/posterior", Title: "T", Posterior: scenarios.Posterior{Of: c.of, Rows: c.rows}}
		_, err := o.Text(s)
		require.ErrorContains(t, err, c.wrong)
	}
}

// TestWorksOfThePosterior: a work that only the posterior names is in the effective scenario.
func TestWorksOfThePosterior(t *testing.T) {
	over := "sources: {mine: {title: A work of mine}}\nposterior: {of: [metals-growth], rows: [[0.02], [0.03]], source: [mine, derived]}"
	s := load(t, scenarios.Request{Scenario: "reference", With: []string{overlay(t, over)}})
	again, err := scenarios.Parse(s.Name, s.Effective())
	require.NoError(t, err)
	require.Equal(t, s.Effective(), again.Effective())
	require.Equal(t, "posterior", s.Posterior.Title)
	for _, w := range s.Works() { // beside figures, in lists too
		require.Contains(t, s.Effective(), "\n  "+w.Name+":")
	}
}

// TestPosteriorOverlayTooLarge: what could be written and not be laid on the scenario is refused.
func TestPosteriorOverlayTooLarge(t *testing.T) {
	most := text.MaxNodes
	t.Cleanup(func() { text.MaxNodes = most })
	text.MaxNodes = 30_000
	s := load(t, scenarios.Request{Scenario: "reference"})
	of := []string{"metals-growth", "grain-growth", "metals-give-up", "grain-give-up"}
	o := scenarios.PosteriorOverlay{Name: "calibration/posterior", Title: "T", Posterior: scenarios.Posterior{Of: of, Rows: sampleOf(t, s, of, 4000)}}
	_, err := o.Text(s)
	require.ErrorContains(t, err, "values, expected at most 30000")
}
