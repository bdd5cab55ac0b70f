package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Wherever the marks are, no text lies on another or on the line of another.
func TestCalloutsKeepApart(t *testing.T) {
	area := Plane{On: english, X: YearAxis(2023, 2035, 560)}
	area.Min.X, area.Max.X = 40, 610
	for seed := range 40 {
		var marks []Mark
		for i := range 2 + seed%24 {
			marks = append(marks, Mark{
				At:     2022.5 + float64((i*i*7+seed*31+i*53)%156)/12,
				Weight: float64((i*37+seed)%50) / 10,
				Text:   "Quay" + strings.Repeat(" works", 1+i%4),
			})
		}
		c := NewCallouts(marks, area, 610)
		for i, a := range c.Placed {
			require.GreaterOrEqual(t, a.start, area.Min.X)
			require.LessOrEqual(t, a.end, area.Max.X+0.01)
			for _, b := range c.Placed[:i] {
				require.False(t, a.collides(b), "%q and %q", a.text, b.text)
			}
		}
		require.NotEmpty(t, c.Placed)
	}
}
