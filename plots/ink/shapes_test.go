package ink

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A dot is a circle to within a hundredth of its radius.
func TestDotIsRound(t *testing.T) {
	c := &pathCanvas{recorder: &recorder{w: 100, h: 100}}
	Dot(draw.New(c), RGB(0), vg.Point{X: 50, Y: 50}, 10)
	var at vg.Point
	for _, p := range c.filled {
		if p.Type == vg.CurveComp {
			for _, share := range []vg.Length{0.25, 0.5, 1} {
				rest := 1 - share
				x := rest*rest*at.X + 2*rest*share*p.Control[0].X + share*share*p.Pos.X
				y := rest*rest*at.Y + 2*rest*share*p.Control[0].Y + share*share*p.Pos.Y
				require.InDelta(t, 10, math.Hypot(float64(x-50), float64(y-50)), 0.1)
			}
		}
		at = p.Pos
	}
	require.Len(t, c.filled, 10)
}

// pathCanvas keeps the last path filled and stroked.
type pathCanvas struct {
	*recorder
	filled, stroked vg.Path
}

func (c *pathCanvas) Fill(p vg.Path)   { c.filled = p }
func (c *pathCanvas) Stroke(p vg.Path) { c.stroked = p }

// The lines of neighbouring areas meet: they are the same lines, cut.
func TestHatchesMeet(t *testing.T) {
	offsets := func(r vg.Rectangle) map[float64]bool {
		c := &pathCanvas{recorder: &recorder{w: 100, h: 100}}
		Hatch(draw.New(c), RGB(0xffffff), RGB(0), r)
		out := map[float64]bool{}
		for _, p := range c.stroked {
			require.GreaterOrEqual(t, p.Pos.X, r.Min.X)
			require.LessOrEqual(t, p.Pos.Y, r.Max.Y+1e-9)
			out[math.Mod(float64(p.Pos.Y-p.Pos.X), float64(hatchPitch))] = true
		}
		return out
	}
	for _, x := range []vg.Length{0, 7, 13.5} {
		for offset := range offsets(vg.Rectangle{Min: vg.Point{X: x, Y: 5}, Max: vg.Point{X: x + 20, Y: 31}}) {
			require.InDelta(t, 0, offset, 1e-9)
		}
	}
	require.Empty(t, offsets(vg.Rectangle{}))
}

func TestTint(t *testing.T) {
	require.Equal(t, RGB(0xffffff), Tint(RGB(0x0072b2), 0))
	require.Equal(t, RGB(0x0072b2), Tint(RGB(0x0072b2), 100))
	require.Equal(t, RGB(0x7fb8d8), Tint(RGB(0x0072b2), 50))
}

func TestMissing(t *testing.T) {
	require.Empty(t, Missing("Ақтау – Bakı, თბილისი"))
	require.Equal(t, "西安", strings.Join(Missing("西 安 Aktau"), ""))
}
