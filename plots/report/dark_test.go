package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	theme "corridor/plots/page"
)

// What has no twin stays as it is.
func TestUnknownColoursStay(t *testing.T) {
	require.Empty(t, coloured.FindAllString(string(darkRules([]chartFigure{{Picture: `<path fill="#123456"/>`}})), -1))
}

// Every colour of the charts has its twin.
func TestEveryColourHasADarkTwin(t *testing.T) {
	drawn := chartsOf(subjectsOf([]Run{stated(t), futures(t), other(t, "more")}), plots.Charts, 10*chartLimit, nil)
	for _, f := range append(drawn.Front, drawn.Figures...) {
		for _, m := range coloured.FindAllStringSubmatch(string(f.Picture), -1) {
			_, found := theme.DarkTwin(m[1])
			require.True(t, found, "%s in %s", m[1], f.ID)
		}
	}
}
