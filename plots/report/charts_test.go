package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	"corridor/sim/tables"
)

// Every kind of chart is drawn once, and those worth comparing for each run.
func TestWhichChartsAreDrawn(t *testing.T) {
	subjects := subjectsOf([]Run{stated(t), futures(t), other(t, "more")})
	drawn := chartsOf(subjects, plots.Charts, 10*chartLimit, nil)
	require.Empty(t, drawn.Failed)
	require.Empty(t, drawn.Omitted)
	var got, want []string
	called := map[string]bool{}
	for _, f := range slices.Concat(drawn.Front, drawn.Figures) {
		got = append(got, f.ID)
		require.NotEmpty(t, f.Title)
		require.True(t, f.Of != "" || strings.HasPrefix(f.ID, "chart-runs-"), "the run is named")
		require.False(t, called[f.Title+f.Of], "two charts are called %s %s", f.Title, f.Of)
		called[f.Title+f.Of] = true
		require.NotEmpty(t, f.Tables)
		require.NotContains(t, string(f.Picture), "The corridor as stated", "the page says it once")
		require.NotEmpty(t, f.Description)
	}
	for _, kind := range plots.Charts {
		for _, s := range subjects {
			id := fmt.Sprintf("chart-%d-%s", s.Number, kind.Name)
			if kind.Possible(s.Package) && (s.Number < 2 || alsoOf[kind.Name]) { // the third run is like the first
				want = append(want, id)
			}
		}
	}
	for _, kind := range plots.ComparisonNames() {
		want = append(want, "chart-runs-"+kind)
	}
	require.ElementsMatch(t, want, got)
	require.Subset(t, got, []string{"chart-0-throughput", "chart-1-fan", "chart-2-throughput"})
}

// A calibration beside a run is named as one, and adds its charts.
func TestChartsOfACalibration(t *testing.T) {
	parameters, predictive := tables.New(tables.Parameters), tables.New(tables.Predictive)
	parameters.Append("stated", "2023", "growth", "Growth a year", "demand.growth", 1.0, 2.0, 3.0, 1.5, 2.0, 2.5, 0.5, 0.0, true, false)
	predictive.Append("stated", "2023", "conditional", "containers", "Containers", "headline", "2024", "2024-01", "2024-12", "TEU", 2023, 1, false, true, 56500.0, 0.02, 0.1,
		40e3, 45e3, 50e3, 55e3, 60e3, 0.8)
	p := &tables.Package{Name: "stated", Tables: []*tables.Table{parameters, predictive}}
	subjects := subjectsOf([]Run{stated(t), runOf(t, p)})
	require.Equal(t, "stated, calibration", subjects[1].Label)
	drawn := chartsOf(subjects, plots.Charts, 10*chartLimit, nil)
	require.Empty(t, drawn.Failed)
	var got []string
	for _, f := range drawn.Figures {
		got = append(got, f.ID)
	}
	require.Subset(t, got, []string{"chart-1-predictive", "chart-1-posterior", "chart-1-pit"})
}

// A chart that has no room is named, and so is one that cannot be drawn: the page comes
// without it.
func TestChartsLeftOut(t *testing.T) {
	var notes plots.Notes
	g := gallery{left: 10, notes: &notes}
	throughput, _ := plots.Lookup("throughput")
	s := subjectsOf([]Run{stated(t)})[0]
	g.hang(s, throughput)
	require.Empty(t, g.Figures)
	require.Equal(t, []string{throughput.Title}, g.Omitted)

	bare := *s.Package
	bare.Tables, s.Package = nil, &bare
	g.hang(s, throughput)
	require.Equal(t, []string{throughput.Title + " (there is no annual.csv)"}, g.Failed)
	require.Equal(t, []string{"the chart throughput is left out: there is no annual.csv"}, notes.Lines())
}
