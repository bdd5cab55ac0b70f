package report

import (
	"math"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots"
	theme "corridor/plots/page"
)

var (
	block    = regexp.MustCompile(`(?s)(:root[^{}]*)\{([^{}]*--page:[^{}]*)\}`)
	variable = regexp.MustCompile(`--([a-z0-9-]+): *(#[0-9a-f]{6});`)
)

// Text has the contrast of WCAG 2.2 level AA, 4.5 to 1; lines, borders and the mark
// of the focus 3 to 1 (success criteria 1.4.3 and 1.4.11), in every look.
func TestContrast(t *testing.T) {
	blocks := block.FindAllStringSubmatch(style, -1)
	require.Len(t, blocks, 4, "light, dark by the system, dark by choice, print")
	for i, b := range blocks {
		colour := map[string]string{}
		for _, v := range variable.FindAllStringSubmatch(b[2], -1) {
			colour[v[1]] = v[2]
		}
		if i == 3 {
			colour["focus"] = "#000000" // paper has no focus
		}
		need := func(least float64, front, back string) {
			require.NotEmpty(t, colour[front], front)
			got := contrast(t, colour[front], colour[back])
			require.GreaterOrEqual(t, got, least, "%s: %s on %s has %.2f", b[1], front, back, got)
		}
		for _, text := range []string{"ink", "soft", "link", "met", "missed"} {
			need(4.5, text, "page")
		}
		need(4.5, "ink", "panel")
		need(3, "focus", "page")
		need(3, "strong", "page")
		for _, line := range plots.LineStyles() {
			colour["line"] = theme.Hex(line.Colour)
			least := 3.0
			if dark := i == 1 || i == 2; dark {
				twin, found := theme.DarkLine(colour["line"])
				require.True(t, found, colour["line"])
				colour["line"], least = twin, 4.5
			}
			need(least, "line", "page")
			need(least, "line", "card")
		}
	}
}

// contrast is the ratio of WCAG 2.2.
func contrast(t *testing.T, a, b string) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		require.NoError(t, err)
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// The ratios of black and of the grey #767676 on white are known.
func TestContrastFormula(t *testing.T) {
	require.InDelta(t, 21, contrast(t, "#000000", "#ffffff"), 1e-9)
	require.InDelta(t, 4.54, contrast(t, "#767676", "#ffffff"), 0.005)
}
