package page

import (
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// Of what is stacked each colour is told from every other where no colour is left, as on a
// copier that knows grey alone: their luminances differ by a quarter or more.
func TestAreasApartInGrey(t *testing.T) {
	for i, one := range Areas {
		for _, other := range Areas[:i] {
			a, b := exactLuminance(one), exactLuminance(other)
			require.GreaterOrEqual(t, (max(a, b)+0.05)/(min(a, b)+0.05), 1.25, "%v and %v", one, other)
		}
	}
}

// Likewise to readers who lack one of three kinds of cones, by the matrices of Machado,
// Oliveira & Fernandes, IEEE Transactions on Visualization and Computer Graphics 15(6), 2009:
// ten units of CIELAB are more than four times what one can just tell apart.
func TestAreasApartToEveryEye(t *testing.T) {
	eyes := map[string][3][3]float64{
		"all cones": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"no long":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"no middle": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		"no short":  {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
	for name, eye := range eyes {
		for i, one := range Areas {
			for _, other := range Areas[:i] {
				a, b := lab(seen(one, eye)), lab(seen(other, eye))
				apart := math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
				require.Greater(t, apart, 10.0, "%s: %v and %v", name, one, other)
			}
		}
	}
}

// linear is a colour in linear sRGB.
func linear(c color.Color) [3]float64 {
	r, g, b, _ := c.RGBA()
	one := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return [3]float64{one(r), one(g), one(b)}
}

// exactLuminance is that of the Web Content Accessibility Guidelines.
func exactLuminance(c color.Color) float64 {
	l := linear(c)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

func seen(c color.Color, eye [3][3]float64) (out [3]float64) {
	l := linear(c)
	for i, row := range eye {
		for j, v := range row {
			out[i] += v * l[j]
		}
		out[i] = min(1, max(0, out[i]))
	}
	return out
}

// lab is CIELAB under daylight (D65).
func lab(c [3]float64) [3]float64 {
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.95047)
	y := f(0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2])
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Text keeps the contrast of 4.5 to 1 that the Web Content Accessibility
// Guidelines ask for on every colour of the scale.
func TestHeatIsLegible(t *testing.T) {
	for classes := 2; classes <= 6; classes++ {
		last := 2.0
		for _, c := range Heat(classes) {
			on, text := luminance(c), luminance(Contrast(c))
			ratio := (max(on, text) + 0.05) / (min(on, text) + 0.05)
			require.Greater(t, ratio, 4.5)
			require.Less(t, on, last, "each class is darker than the one before")
			last = on
		}
	}
}

// Text in any colour of the theme that names a line has the contrast on white
// that the accessibility guidelines ask for, and keeps its colour where it can.
func TestTextIsLegible(t *testing.T) {
	require.Equal(t, Blue, Legible(Blue))
	require.Equal(t, Ink, Legible(Ink))
	for name, c := range palette {
		require.GreaterOrEqual(t, 1.05/(luminance(Legible(c))+0.05), 4.5, name)
	}
}
