package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestSourceLines(t *testing.T) {
	p := &tables.Package{Name: "stated", Figures: 21, Assumptions: 7}
	p.Sources = []tables.Source{{Title: "Mission of Kazakhstan to the EU (24 Nov 2025)."}}
	require.Equal(t,
		[]string{"Source: corridor model, scenario stated. Figures: Mission of Kazakhstan to the EU (24 Nov 2025). Assumed or derived: 7 of 21 figures."},
		sourceLines(english, p, 590, 3))
	for i := range 30 {
		p.Sources = append(p.Sources, tables.Source{Title: fmt.Sprintf("Statistical yearbook of the railways, volume %d", i)})
	}
	p.Figures, p.Assumptions = 1462, 1407
	require.Equal(t,
		"Source: corridor model, scenario stated. Figures from 31 works, which datapackage.json lists. Assumed or derived: 1,407 of 1,462 figures.",
		strings.Join(sourceLines(english, p, 590, 3), " "))

	require.Equal(t, []string{"Source: corridor model."}, sourceLines(english, &tables.Package{}, 590, 3))
}
