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
	drawn, err := chartsOf(subjects, plots.Charts, 10*chartLimit)
	require.NoError(t, err)
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

// A chart that has no room is named; one that cannot be drawn is an error that says
// which.
func TestChartsWithoutRoom(t *testing.T) {
	g := gallery{shapes: newShapes(), left: 10}
	throughput, _ := plots.Lookup("throughput")
	s := subjectsOf([]Run{stated(t)})[0]
	require.NoError(t, g.hang(s, throughput))
	require.Empty(t, g.Figures)
	require.Equal(t, []string{throughput.Title}, g.Omitted)

	bare := *s.Package
	bare.Tables, s.Package = nil, &bare
	require.EqualError(t, g.hang(s, throughput), "stated: chart throughput: there is no annual.csv")
	require.True(t, strings.HasPrefix(string(g.shapes.markup()), "<svg"))
}
