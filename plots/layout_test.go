package plots

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// A hindcast of many cases, with whatever names, keeps its text apart too.
func TestHindcastOfOddNamesKeepsTextApart(t *testing.T) {
	names := []string{"fit", "hold-out", "a", strings.Repeat("Long name of a case ", 20), strings.Repeat("Щ", 60), "阿拉山口", "100 % of %s", "e\u0301\u0323\u0302", "נמל", ""}
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 1))
		run := *examplePackage(exampleHindcast(), exampleExperiments())
		run.Title = names[rng.IntN(len(names))]
		for i, table := range run.Tables {
			run.Tables[i] = table.Where(func(int) bool { return rng.IntN(4) > 0 })
			for _, column := range []string{"case", "title", "metric"} {
				if !slices.ContainsFunc(table.Schema.Columns, func(c tables.Column) bool { return c.Name == column }) {
					continue
				}
				for row := range run.Tables[i].Len() {
					if rng.IntN(3) == 0 {
						run.Tables[i].Text(column)[row] = names[rng.IntN(len(names))]
					}
				}
			}
			for _, column := range []string{"actual", "model", "observed_high"} {
				if slices.ContainsFunc(table.Schema.Columns, func(c tables.Column) bool { return c.Name == column }) && rng.IntN(3) == 0 && run.Tables[i].Len() > 0 {
					run.Tables[i].Numbers(column)[0] = []float64{0, 1e-9, 1e5}[rng.IntN(3)]
					if column == "observed_high" {
						low := run.Tables[i].Numbers("observed_low")
						low[0] = min(low[0], run.Tables[i].Numbers(column)[0])
					}
				}
			}
		}
		for _, name := range []string{"hindcast", "errors", "misses"} {
			c, _ := Lookup(name)
			if !c.Possible(&run) {
				continue
			}
			for _, lang := range Languages {
				size := Sizes[rng.IntN(len(Sizes))]
				figure, err := c.DrawAs(&run, Options{Lang: lang, Size: size})
				require.NoError(t, err)
				require.Empty(t, figure.Misplaced(), "%s of seed %d, %s %s", name, seed, lang, size)
			}
		}
	}
}

// However long the title of the scenario, the subtitle says what is shown.
func TestSubtitleKeepsTheUnit(t *testing.T) {
	for _, title := range []string{"", "A corridor.", strings.Repeat("Long words of a ministry, ", 20), strings.Repeat("W", 300)} {
		for _, lang := range Languages {
			w, err := words.Of(lang)
			require.NoError(t, err)
			for _, size := range Sizes {
				run := examplePackage(exampleAnnual())
				run.Title = title
				c, _ := Lookup("throughput")
				figure, err := c.DrawAs(run, Options{Lang: lang, Size: size})
				require.NoError(t, err)
				require.Contains(t, saidBy(figure), w.Say("Million tonnes per year."), "%s %s", lang, size)
				require.NotContains(t, saidBy(figure), "….")
				require.Empty(t, figure.Misplaced())
			}
		}
	}
}

// Charts of the first page of reports keep their text apart on narrow screens, in every language,
// and their type is as large as on wide ones.
func TestNarrowChartsKeepTextApart(t *testing.T) {
	for _, g := range goldenFigures {
		if !slices.Contains([]string{"throughput", "fan", "costs", "plans"}, g.chart) {
			continue
		}
		for _, lang := range Languages {
			c, _ := Lookup(g.chart)
			figure, err := c.DrawAs(g.run, Options{InPage: true, Narrow: true, Lang: lang})
			require.NoError(t, err)
			require.Empty(t, figure.Misplaced(), "%s in %s", g.name, lang)
			width, _ := figure.Size()
			require.Equal(t, 330.0, width.Points())
			if g.chart == "costs" {
				require.NotContains(t, saidBy(figure), "…", "%s in %s: what the axes are stands whole", g.name, lang)
			}
			require.GreaterOrEqual(t, float64(figure.Zoom()), 1.0)
		}
	}
}

// Slides have one scale of type, whatever they show, and nothing on them is under 12 points.
func TestSlidesHaveOneScale(t *testing.T) {
	for _, g := range goldenFigures {
		for _, lang := range Languages {
			c, _ := Lookup(g.chart)
			figure, err := c.DrawAs(g.run, Options{Size: Slide, Lang: lang})
			require.NoError(t, err)
			least := 960.0 / 660 // by which type of 8.25 points becomes one of 12
			require.GreaterOrEqual(t, float64(figure.Zoom()), least-1e-9, "%s in %s", g.name, lang)
		}
	}
}
