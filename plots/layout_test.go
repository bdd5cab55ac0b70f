package plots

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

// misplaced returns what is wrong with the text of a figure: text that leaves the
// page, and text on text.
func misplaced(f *Figure) []string {
	var out []string
	w, h := f.Size()
	texts := f.Texts()
	for i, a := range texts {
		if a.Box.Min.X < -0.1 || a.Box.Min.Y < -0.1 || a.Box.Max.X > w+0.1 || a.Box.Max.Y > h+0.1 {
			out = append(out, fmt.Sprintf("%q leaves the page of %.0f × %.0f: %.1f–%.1f, %.1f–%.1f", a.Text, w, h, a.Box.Min.X, a.Box.Max.X, a.Box.Min.Y, a.Box.Max.Y))
		}
		for _, b := range texts[:i] {
			if overlap(grow(a.Box, -touching), b.Box) {
				out = append(out, fmt.Sprintf("%q lies on %q at %.0f, %.0f", a.Text, b.Text, a.Box.Min.X, a.Box.Min.Y))
			}
		}
	}
	return out
}

// touching is how far boxes of text may reach into each other: they are a little
// larger than the letters.
const touching vg.Length = 0.5

// Every chart that stands as a golden file keeps its text on the page and apart, in every
// language and size.
func TestGoldenFiguresKeepTextApart(t *testing.T) {
	for _, g := range goldenFigures {
		t.Run(g.name, func(t *testing.T) {
			t.Parallel()
			c, _ := Lookup(g.chart)
			for _, lang := range Languages {
				for _, size := range Sizes {
					figure, err := c.DrawAs(g.run, Options{Lang: lang, Size: size})
					require.NoError(t, err)
					require.Empty(t, misplaced(figure), "%s %s", lang, size)
				}
			}
		})
	}
}
