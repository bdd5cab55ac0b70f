package spec

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	"corridor/scenarios/text"
)

// badSpecs holds the files of testdata/bad-charts with their messages.
var badSpecs = map[string]string{
	"alias":                   `2:30: aliases are not allowed here; write the value out`,
	"charts-a-group":          `1:9: charts is a group of keys, expected a list of charts`,
	"charts-empty":            `1:9: charts is an empty list, expected a list of charts`,
	"colour-broken":           `1:25: "navy" is not a colour such as #0072b2`,
	"colour-unknown":          `1:19: there is no colour "bleu", did you mean "blue"?`,
	"empty":                   `1:1: the file is empty, expected charts`,
	"file-twice":              `3:27: there is a chart with the file "one" already; give this one another file`,
	"file-twice-but-for-case": `3:27: there is a chart with the file "One" already; give this one another file`,
	"file-with-directory":     `1:29: file is "../fan", expected a name of letters, digits, spaces and . _ - without a directory`,
	"key-twice":               `2:1: "lang" is given twice, first on line 1`,
	"label-place":             `2:29: "Goal %[1]s" needs the same placeholders as "Target: %[1]s by %[2]s"`,
	"label-unknown":           `1:10: no chart says "Troughput", did you mean "Throughput"?`,
	"lines-wide":              `1:16: lines is "40", expected a number from 0.25 to 4`,
	"no-chart":                `2:5: this entry has no chart, expected the name of one; valid: throughput, utilisation, additions, map, map-years, binding, cargo, flows, legs, timeline, hindcast, errors, misses, predictive, posterior, pit, fan, chance, attainment, bottlenecks, holding, map-futures, ranking, worth, costs, plans, regret, tradeoff, box, difference, breakdown, contributions, shares, tornado, matrix`,
	"no-charts":               `1:1: the file has no charts, expected a list of charts`,
	"not-yaml":                `2:1: not YAML: a group in { } is not closed, or lacks a comma`,
	"observed-negative":       `1:18: 2025 is "-4.1", expected a number from 0 to 1e+12`,
	"observed-year":           `1:12: "last" is not a year from 1800 to 2200`,
	"runs-a-text":             `1:7: runs is "Reference", expected a list of texts`,
	"several":                 "1:7: size is \"A4\"; valid: screen, paper, slide\n3:12: chart is \"fann\", did you mean \"fan\"?\n4:10: note is empty, expected a text\n5:5: a chart is \"7\", expected a group of keys",
	"title-a-list":            `1:30: title is a list, expected a text`,
	"unknown-chart":           `2:12: chart is "trougput", did you mean "throughput"?`,
	"unknown-format":          `1:15: format is "jpeg"; valid: svg, png, pdf`,
	"unknown-key":             `3:5: unknown key "titel" in a chart, did you mean "title"?`,
	"unknown-language":        `1:7: lang is "kz", did you mean "kk"?`,
	"unknown-metric":          `2:26: metric is "throughput", did you mean "throughput_mt"?`,
	"unknown-size":            `1:29: size is "slides", did you mean "slide"?`,
}

func TestBadSpecs(t *testing.T) {
	names, err := filepath.Glob("../../testdata/bad-charts/*.yaml")
	require.NoError(t, err)
	require.Len(t, names, len(badSpecs))
	for _, path := range names {
		name := strings.TrimSuffix(filepath.Base(path), ".yaml")
		t.Run(name, func(t *testing.T) {
			_, err := Read(path, plots.Options{}, plots.Formats)
			require.Error(t, err)
			require.Equal(t, badSpecs[name], strings.ReplaceAll(err.Error(), path+":", ""))
			require.ErrorAs(t, err, new(*text.Error))
		})
	}
}

// The spec of plots/README.md is read as it is written there.
func TestSpecOfTheGuide(t *testing.T) {
	guide, err := os.ReadFile("../../plots/README.md")
	require.NoError(t, err)
	_, after, found := strings.Cut(string(guide), "```yaml\n")
	require.True(t, found)
	example, _, _ := strings.Cut(after, "```")
	path := filepath.Join(t.TempDir(), "charts.yaml")
	require.NoError(t, os.WriteFile(path, []byte(example), 0o644))
	orders, err := Read(path, plots.Options{}, plots.Formats)
	require.NoError(t, err)
	require.Len(t, orders, 3)
	require.Equal(t, "fan", orders[0].Chart)
	require.Equal(t, []string{"pdf"}, orders[0].Formats)
	require.Equal(t, "kk", orders[0].Options.Lang)
	require.Equal(t, plots.Slide, orders[0].Options.Size)
	require.Equal(t, map[int]float64{2024: 4.484, 2025: 4.119}, orders[0].Options.Observed)
	require.Equal(t, "capacity-chance", orders[1].File)
	require.Equal(t, "#003f5c", orders[1].Options.Style.Colours["blue"])
	require.Equal(t, "#a05195", orders[2].Options.Style.Colours["orange"], "what a chart says is added to what holds for all")
	require.Equal(t, "#003f5c", orders[2].Options.Style.Colours["blue"])
}
