package plots

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// Letters that no font has are said once, however often and wherever they stand, with
// the texts that have them and the charts that show these.
func TestNotesNameLettersWithoutAGlyph(t *testing.T) {
	run := exampleEnsemble()
	network := tables.New(tables.Network)
	network.Append("reference", "aktau-alat-boxes", "西安 – Ақтау", "sea", "a", "", 0.0, 0.0, "b", "西安", 1.0, 1.0, 1.0, 1.0, 1.0, nil, nil, nil, nil, nil)
	run.Tables = append(run.Tables, network)
	var notes Notes
	notes.Named(run)
	require.Equal(t, []string{"no font has the letters 西 安, which are empty boxes, or in SVG of another font, in charts: 西安 – Ақтау"}, notes.Lines())
	for _, name := range []string{"fan", "bottlenecks", "holding"} {
		c, _ := Lookup(name)
		for range 2 {
			figure, err := c.Draw(run)
			require.NoError(t, err)
			notes.Drawn(name, figure)
		}
	}
	require.Equal(t, []string{"no font has the letters 西 安, which are empty boxes, or in SVG of another font, in bottlenecks, holding: 西安 – Ақтау"}, notes.Lines())

	notes.Failed("map", errors.New("no places"))
	notes.Failed("map", errors.New("no places"))
	require.Equal(t, "the chart map is left out: no places", notes.Lines()[0])
	require.Len(t, notes.Lines(), 2)
}

func TestNotesOfNothing(t *testing.T) {
	var none *Notes
	none.Failed("map", errors.New("no places"))
	none.Named(exampleEnsemble())
	none.Drawn("map", nil)
	require.Empty(t, none.Lines())
	var notes Notes
	for _, g := range goldenFigures {
		notes.Named(g.run)
	}
	require.Empty(t, notes.Lines(), "the fonts have every letter of the examples")
}
