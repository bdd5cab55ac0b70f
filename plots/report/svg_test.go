package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const letters = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" width="10pt" height="5pt" viewBox="0 0 10 5">
<title>A &lt;b&gt;</title><desc>In words &amp; more</desc>
<defs><path id="r1" d="M0 0z"/><clipPath id="c"><path d="M1 1"/></clipPath></defs>
<g aria-label="xy" clip-path="url(#c)"><use xlink:href="#r1" x="2"/></g></svg>`

func TestChartsStandInThePage(t *testing.T) {
	shared := newShapes()
	p, err := inline(strings.NewReader(letters), "one", shared)
	require.NoError(t, err)
	require.Equal(t, `<svg aria-labelledby="one-title" aria-describedby="one-desc" role="img" viewBox="0 0 10 5">`+
		`<title id="one-title">A &lt;b&gt;</title><desc id="one-desc">In words &amp; more</desc>`+
		`<clipPath id="one-c"><path d="M1 1"/></clipPath><g clip-path="url(#one-c)"><use href="#r1" x="2"/></g></svg>`, p.markup)
	require.Equal(t, "In words & more", p.description)
	require.Equal(t, []float64{10, 5}, []float64{p.width, p.height})

	// A letter of the same shape is stored once; another shape of the same name apart.
	_, err = inline(strings.NewReader(letters), "two", shared)
	require.NoError(t, err)
	p, err = inline(strings.NewReader(strings.Replace(letters, "M0 0z", "M9 9z", 1)), "three", shared)
	require.NoError(t, err)
	require.Contains(t, p.markup, `<use href="#three-r1"`)
	require.Equal(t, 2, strings.Count(string(shared.markup()), "<path"))
}

func TestChartsHoldNothingThatActs(t *testing.T) {
	for body, message := range map[string]string{
		`<script>1</script>`:                          "element script",
		`<foreignObject/>`:                            "element foreignObject",
		`<style>a{}</style>`:                          "element style",
		`<image href="http://example.org/a"/>`:        "element image",
		`<defs><path id="r" d="" fill="red"/></defs>`: "letter shape that has the attribute fill",
		`<g onclick="1"/>`:                            "attribute onclick",
		`<g style="fill:url(http://e.org)"/>`:         "attribute style",
		`<use href="http://example.org/a#b"/>`:        "refers to",
		`<use xlink:href="data:image/svg+xml,"/>`:     "refers to",
	} {
		_, err := inline(strings.NewReader(`<svg viewBox="0 0 1 1">`+body+`</svg>`), "x", newShapes())
		require.ErrorContains(t, err, message)
	}
	_, err := inline(strings.NewReader(`<svg viewBox="all"></svg>`), "x", newShapes())
	require.ErrorContains(t, err, "view box")
	_, err = inline(strings.NewReader(`<svg viewBox="0 0 1 1">`), "x", newShapes())
	require.Error(t, err)
}
