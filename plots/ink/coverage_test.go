package ink

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"

	"github.com/golang/freetype/raster"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// TestCoverageOfAPeer: random lines and curves, in the picture and beyond it, cover as much
// of every dot as those of FreeType's rasteriser in Go.
func TestCoverageOfAPeer(t *testing.T) {
	const width, height = 150, 90
	ours, peer := newCoverage(width, height), raster.NewRasterizer(width, height)
	peer.UseNonZeroWinding = true
	random := rand.New(rand.NewPCG(1, 2))
	for trial := range 400 {
		spread := []int{4, 40, 160}[trial%3] * 64
		point := func() fixed.Point26_6 {
			return fixed.Point26_6{X: fixed.Int26_6(random.IntN(2*spread) - spread/2), Y: fixed.Int26_6(random.IntN(2*spread) - spread/2)}
		}
		var path raster.Path
		for range 1 + random.IntN(4) {
			start := point()
			path.Start(start)
			for range random.IntN(8) {
				if random.IntN(2) == 0 {
					path.Add1(point())
				} else {
					path.Add2(point(), point())
				}
			}
			path.Add1(start)
		}
		got, want := [height][width]uint32{}, [height][width]uint32{}
		addTo(ours, path)
		ours.spans(func(row, from, to int, share uint32) {
			for x := from; x < to; x++ {
				require.Zero(t, got[row][x])
				got[row][x] = share
			}
		})
		peer.Clear()
		peer.AddPath(path)
		peer.Rasterize(raster.PainterFunc(func(spans []raster.Span, _ bool) {
			for _, s := range spans {
				for x := s.X0; x < s.X1; x++ {
					want[s.Y][x] = s.Alpha
				}
			}
		}))
		require.Equal(t, want, got, "trial %d", trial)
	}
}

func addTo(c *coverage, path raster.Path) {
	for i := 0; i < len(path); {
		point := func(at int) fixed.Point26_6 { return fixed.Point26_6{X: path[i+at], Y: path[i+at+1]} }
		switch path[i] {
		case 0:
			c.Start(point(1))
			i += 4
		case 1:
			c.Add1(point(1))
			i += 4
		case 2:
			c.Add2(point(1), point(3))
			i += 6
		}
	}
}

// TestDotsOfAPeer: areas, letters, circles, and lines with dashes have the dots that
// gonum's canvas gives them.
func TestDotsOfAPeer(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	place := func() vg.Point {
		return vg.Point{X: vg.Length(random.Float64()*140 - 20), Y: vg.Length(random.Float64()*90 - 20)}
	}
	for range 40 {
		points, dash := make([]vg.Point, 7), vg.Length(random.Float64()*6)
		for i := range points {
			points[i] = place()
		}
		paint := func(c vg.Canvas) {
			page := vgdraw.NewCanvas(c, 100, 50)
			page.FillPolygon(RGB(0xe69f00), points[:4])
			Dot(page, RGB(0x009e73), points[4], 9)
			Hatch(page, RGB(0xffffff), RGB(0x56b4e9), vg.Rectangle{Min: points[5], Max: points[5].Add(vg.Point{X: 30, Y: 20})})
			page.StrokeLines(Line(RGB(0xd55e00), 1.3, dash, 2), points, points[2:])
			page.StrokeLines(Line(RGB(0x0072b2), dash), points[3:])
			page.StrokeLines(Line(RGB(0xcc79a7), 0.5, 1.5), points[1:])
			small.Write(page, points[6].X, points[6].Y, FromLeft, "Ақтау Tbilisi 10 Mt")
		}
		ours := newDots(100, 50, 144)
		paint(ours)
		peer := vgimg.NewWith(vgimg.UseWH(100, 50), vgimg.UseDPI(144))
		paint(outlined{peer})
		require.Equal(t, flat(peer.Image()), flat(ours.image()))
	}
}

// outlined is a canvas that draws text as filled outlines.
type outlined struct{ *vgimg.Canvas }

func (c outlined) FillString(f font.Face, at vg.Point, text string) {
	c.Fill(textPath(f, at, text))
}

func textPath(f font.Face, at vg.Point, text string) vg.Path {
	var path pathPen
	outline(&path, f, at, text)
	return vg.Path(path)
}

// pathPen draws a path.
type pathPen vg.Path

func (p *pathPen) moveTo(at vg.Point)          { (*vg.Path)(p).Move(at) }
func (p *pathPen) lineTo(at vg.Point)          { (*vg.Path)(p).Line(at) }
func (p *pathPen) quadTo(control, at vg.Point) { (*vg.Path)(p).QuadTo(control, at) }
func (p *pathPen) closePath()                  { (*vg.Path)(p).Close() }

func flat(picture image.Image) []uint8 {
	out := image.NewNRGBA(picture.Bounds())
	draw.Draw(out, out.Bounds(), picture, out.Bounds().Min, draw.Src)
	return out.Pix
}

// image returns what is drawn.
func (c *dotCanvas) image() image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, c.width, c.height))
	for y := range c.height {
		for x := range c.width {
			at := c.dots(y, x, x+1)
			out.SetNRGBA(x, y, color.NRGBA{R: at[0], G: at[1], B: at[2], A: 255})
		}
	}
	return out
}

// Nothing lies inside a path of no parts.
func TestFillNothing(t *testing.T) {
	c := newDots(100, 50, 144)
	blank := flat(c.image())
	c.SetColor(RGB(0))
	c.Fill(vg.Path{{Type: vg.MoveComp, Pos: vg.Point{X: 40, Y: 20}}, {Type: vg.LineComp, Pos: vg.Point{X: 80, Y: 20}}})
	c.Fill(nil)
	c.FillString(small.Face, vg.Point{X: 10, Y: 10}, " ")
	c.Stroke(nil)
	require.Equal(t, blank, flat(c.image()))
}
