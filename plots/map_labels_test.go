package plots

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

// TestPlaceNames: a name is broken into lines and never cut, wherever it stands.
func TestPlaceNames(t *testing.T) {
	d := mapLabels{area: vg.Rectangle{Max: vg.Point{X: 600, Y: 400}}}
	for _, title := range []string{"Актау", "Центральный Казахстан (Жезказган)", "ცენტრალური ყაზახეთი (ჟეზკაზგანი)"} {
		choices := d.candidates(vg.Point{X: 300, Y: 200}, 4, title)
		require.NotEmpty(t, choices)
		for _, l := range choices {
			require.Equal(t, title, strings.Join(l.text, " "))
		}
	}
}
