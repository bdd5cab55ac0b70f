package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
)

// What is the same in all years stands in the drawing alone, what is not with its values once each.
func TestCompared(t *testing.T) {
	drawings := []*bytes.Buffer{}
	for _, body := range []string{
		`<path d="M0,0" stroke="#111111" stroke-width="1"/><text x="1">2024 &amp; on</text><path fill="#ffffff"/>`,
		`<path d="M0,0" stroke="#222222" stroke-width="1"/><text x="1">2025</text><path fill="#ffffff"/>`,
		`<path d="M0,0" stroke="#111111" stroke-width="3"/><text x="1">2025</text><path fill="#ffffff"/>`,
	} {
		drawings = append(drawings, bytes.NewBufferString(`<svg viewBox="0 0 1 1"><title>One</title>`+body+`</svg>`))
	}
	y, moving, err := compared([]int{2024, 2025, 2026}, drawings)
	require.NoError(t, err)
	require.Equal(t, []int{2, 3}, moving)
	require.Equal(t, []movingPart{
		{"stroke": {[]string{"#111111", "#222222"}, []int{0, 1, 0}}, "stroke-width": {[]string{"1", "3"}, []int{0, 0, 1}}},
		{"": {[]string{"2024 & on", "2025"}, []int{0, 1, 1}}},
	}, y.Parts)
	require.Equal(t, []string{"#111111", "#222222"}, y.colours())

	picture, err := inline(drawings[2], "x", moving)
	require.NoError(t, err)
	require.Contains(t, picture.markup, `<path data-moves="" stroke-linecap="round" d="M0,0"`)
	require.Contains(t, picture.markup, `<text data-moves="" x="1">2025</text><path fill="#ffffff"/>`)
}

// Drawings that are not of the same parts are no drawings of one map.
func TestUnlikeDrawings(t *testing.T) {
	for _, other := range []string{`<g/><g/>`, `<path/>`, `<g a="1"/>`} {
		_, _, err := compared([]int{1, 2}, []*bytes.Buffer{bytes.NewBufferString(`<svg><g/></svg>`), bytes.NewBufferString(`<svg>` + other + `</svg>`)})
		require.ErrorIs(t, err, errUnlike, other)
	}
	_, _, err := compared([]int{1}, []*bytes.Buffer{bytes.NewBufferString(`<svg><g></svg>`)})
	require.ErrorContains(t, err, "XML syntax error")
}

// The page of a run with a map has the map of every year; set to a year it is what that year's
// drawing is.
func TestMapByYearInThePage(t *testing.T) {
	run := onMap(t)
	drawn := chartsOf(subjectsOf([]Run{run}), plots.Charts, chartLimit, nil)
	require.NotNil(t, drawn.Front[0].Yearly)
	years, figures, err := plots.MapByYear(run.Package, plots.Options{InPage: true})
	require.NoError(t, err)
	require.Equal(t, years, drawn.Front[0].Yearly.Years)

	require.Equal(t, len(drawn.Front[0].Yearly.Parts), strings.Count(string(drawn.Front[0].Picture), ` data-moves=""`))
	for at := range years {
		var letters plots.Letters
		var svg bytes.Buffer
		require.NoError(t, figures[at].WriteInto(&svg, &letters))
		want, err := elementsOf(&svg)
		require.NoError(t, err)
		place := 0
		for _, p := range drawn.Front[0].Yearly.Parts {
			for ; ; place++ { // the next element that has all the values of the part
				require.Less(t, place, len(want))
				has := true
				for name, v := range p {
					said := want[place].text
					for _, a := range want[place].attributes {
						if name != "" && a.Name.Local == name {
							said = a.Value
						}
					}
					has = has && said == v.Of[v.At[at]]
				}
				if has {
					break
				}
			}
			place++
		}
	}
	require.Contains(t, strings.Join(drawn.Front[0].Yearly.colours(), " "), "#")
}
