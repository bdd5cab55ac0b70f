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
	lines := sourceLines(english, p, 590, 3)
	require.Len(t, lines, 3)
	all := strings.Join(lines, " ")
	require.Regexp(t, `; and \d+ more\. Assumed or derived: 7 of 21 figures\.$`, all)

	require.Equal(t, []string{"Source: corridor model."}, sourceLines(english, &tables.Package{}, 590, 3))
}
