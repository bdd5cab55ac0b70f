package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestChartsStandInThePage(t *testing.T) {
	p, err := inline(strings.NewReader(`<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document document" xml:lang="ka" width="10pt" height="5pt" viewBox="0 0 10 5" font-family="A,'B C'">
<title>A &lt;b&gt;</title><desc>In words &amp; more</desc>
<text x="1" xml:space="preserve">x  &amp;y</text><path d="M1 1"/></svg>`), "one", nil)
	require.NoError(t, err)
	require.Equal(t, `<svg role="img" aria-labelledby="one-title" aria-describedby="one-desc" lang="ka" viewBox="0 0 10 5" font-family="A,&#39;B C&#39;">`+
		`<title id="one-title">A &lt;b&gt;</title><desc id="one-desc">In words &amp; more</desc>`+
		`<text x="1" xml:space="preserve">x  &amp;y</text><path d="M1 1"/></svg>`, p.markup)
	require.Equal(t, "In words & more", p.description)
	require.Equal(t, []float64{10, 5}, []float64{p.width, p.height})
}

func TestChartsHoldNothingThatActs(t *testing.T) {
	for body, message := range map[string]string{
		`<script>1</script>`:                       "element script",
		`<foreignObject/>`:                         "element foreignObject",
		`<style>a{}</style>`:                       "element style",
		`<image href="http://example.org/a"/>`:     "element image",
		`<use href="#a"/>`:                         "element use",
		`<path id="r" d=""/>`:                      `attribute id="r"`,
		`<g onclick="1"/>`:                         "attribute onclick",
		`<g style="fill:red"/>`:                    "attribute style",
		`<g fill="url(http://e.org)"/>`:            "attribute fill",
		`<text xlink:href="data:image/svg+xml,"/>`: "attribute href",
	} {
		_, err := inline(strings.NewReader(`<svg viewBox="0 0 1 1">`+body+`</svg>`), "x", nil)
		require.ErrorContains(t, err, message)
	}
	_, err := inline(strings.NewReader(`<svg viewBox="all"></svg>`), "x", nil)
	require.ErrorContains(t, err, "view box")
	_, err = inline(strings.NewReader(`<svg viewBox="0 0 1 1">`), "x", nil)
	require.Error(t, err)
}
