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

// On a dark page lines and dots are lighter than areas and their stripes, where these have to be dark.
func TestDarkLinesAreLighterThanAreas(t *testing.T) {
	rules := string(darkRules([]chartFigure{{Picture: `<path fill="#d55e00"/><path stroke="#d55e00"/><path stroke="#0072b2"/>`}}))
	for _, part := range []string{
		`.card [fill="#d55e00"]{fill:var(--cd55e00,#d55e00)}`, `.card [fill="#d55e00"][d*="Q"]{fill:var(--ld55e00,#d55e00)}`,
		`.card [stroke="#d55e00"]:not([stroke-width="0.9"]){stroke:var(--ld55e00,#d55e00)}`, "--cd55e00:#ac4c00;--ld55e00:#dc6410;",
		`.card [stroke="#0072b2"]{stroke:var(--c0072b2,#0072b2)}`,
	} {
		require.Contains(t, rules, part)
	}
	require.NotContains(t, rules, "--l0072b2")
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
