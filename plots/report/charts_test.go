package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
)

// Every kind of chart is drawn once, and those worth comparing for each run.
func TestWhichChartsAreDrawn(t *testing.T) {
	subjects := subjectsOf([]Run{stated(t), futures(t), other(t, "more")})
	drawn := chartsOf(subjects, plots.Charts, 10*chartLimit, nil)
	require.Empty(t, drawn.Failed)
	require.Empty(t, drawn.Omitted)
	var got, want []string
	for _, f := range drawn.Figures {
		got = append(got, f.ID)
		require.Contains(t, f.Title, ": ")
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
	require.ElementsMatch(t, want, got)
	require.Subset(t, got, []string{"chart-0-throughput", "chart-1-fan", "chart-2-throughput"})
}

// A chart that has no room is named, and so is one that cannot be drawn: the page comes
// without it.
func TestChartsLeftOut(t *testing.T) {
	var notes plots.Notes
	g := gallery{shapes: newShapes(), left: 10, notes: &notes}
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
	require.True(t, strings.HasPrefix(string(g.shapes.markup()), "<svg"))
}
