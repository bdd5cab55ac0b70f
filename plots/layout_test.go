package plots

import (
	"testing"

	"github.com/stretchr/testify/require"
)

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
					require.Empty(t, figure.Misplaced(), "%s %s", lang, size)
				}
			}
		})
	}
}
