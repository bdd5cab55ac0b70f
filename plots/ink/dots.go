package ink

import (
	"image"
	"image/color"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// dotCanvas draws to dots of red, green and blue. It differs from gonum's in that all
// colours are opaque, which leaves nothing to be copied or mixed where a dot lies inside,
// and in that a line of text costs as much as its letters, however long it is.
type dotCanvas struct {
	w, h          vg.Length
	dpi           float64
	width, height int    // in dots
	rows          []byte // as a PNG file has them: each a filter of none, and its dots
	shape         *coverage
	start         fixed.Point26_6 // of the curve that is drawn
	now           dotState
	stack         []dotState
}

type dotState struct {
	colour [3]uint8
	width  vg.Length
	dashes []float64 // in dots
}

const dotBytes = 3

func newDots(w, h vg.Length, dpi int) *dotCanvas {
	c := &dotCanvas{w: w, h: h, dpi: float64(dpi)}
	c.width, c.height = int(float64(w.Dots(c.dpi))+0.5), int(float64(h.Dots(c.dpi))+0.5)
	c.rows = make([]byte, c.height*c.stride())
	c.shape = newCoverage(c.width, c.height)
	for row := range c.height {
		c.fill(row, 0, c.width, [3]uint8{255, 255, 255})
	}
	vg.Initialize(c)
	return c
}

// stride is the length of a row in bytes.
func (c *dotCanvas) stride() int { return 1 + dotBytes*c.width }

func (c *dotCanvas) Size() (w, h vg.Length) { return c.w, c.h }

func (c *dotCanvas) SetLineWidth(w vg.Length) { c.now.width = w }

// SetLineDash sets the dashes, which start with the line.
func (c *dotCanvas) SetLineDash(dashes []vg.Length, _ vg.Length) {
	c.now.dashes = make([]float64, len(dashes))
	for i, d := range dashes {
		c.now.dashes[i] = d.Dots(c.dpi)
	}
}

func (c *dotCanvas) SetColor(colour color.Color) {
	r, g, b, _ := colour.RGBA()
	c.now.colour = [3]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}
}

func (c *dotCanvas) Push() { c.stack = append(c.stack, c.now) }

func (c *dotCanvas) Pop() {
	c.now, c.stack = c.stack[len(c.stack)-1], c.stack[:len(c.stack)-1]
}

func (c *dotCanvas) Rotate(float64) { panic("plots: a PNG figure has no turned text") }

func (c *dotCanvas) Translate(vg.Point) { panic("plots: a PNG figure is not moved") }

func (c *dotCanvas) Scale(float64, float64) { panic("plots: a PNG figure is scaled by its style") }

// DrawImage is not supported: figures hold lines, areas and text only.
func (c *dotCanvas) DrawImage(vg.Rectangle, image.Image) {
	panic("plots: a PNG figure holds no images")
}

// spot returns where a point lies; rows count from the top.
func (c *dotCanvas) spot(p vg.Point) spot {
	return spot{p.X.Dots(c.dpi), float64(c.height) - float64(p.Y.Dots(c.dpi))}
}

// FillString fills the outlines of a line of text.
func (c *dotCanvas) FillString(f font.Face, at vg.Point, text string) {
	outline(c, f, at, text)
	c.paint()
}

// Fill fills the areas that lines and curves enclose.
func (c *dotCanvas) Fill(path vg.Path) {
	open := false
	for _, p := range path {
		switch p.Type {
		case vg.MoveComp:
			if open {
				c.closePath()
			}
			c.moveTo(p.Pos)
			open = true
		case vg.LineComp:
			c.lineTo(p.Pos)
		case vg.CurveComp:
			if len(p.Control) != 1 {
				panic("plots: a PNG figure holds no cubic curves") // which differ by processor
			}
			c.quadTo(p.Control[0], p.Pos)
		case vg.CloseComp:
			c.closePath()
		default:
			panic("plots: a PNG figure holds no arcs") // circles are drawn as curves
		}
	}
	if open {
		c.closePath()
	}
	c.paint()
}

func (c *dotCanvas) moveTo(p vg.Point) {
	c.start = c.spot(p).fixed()
	c.shape.Start(c.start)
}

func (c *dotCanvas) lineTo(p vg.Point) { c.shape.Add1(c.spot(p).fixed()) }

func (c *dotCanvas) quadTo(control, p vg.Point) {
	c.shape.Add2(c.spot(control).fixed(), c.spot(p).fixed())
}

func (c *dotCanvas) closePath() { c.shape.Add1(c.start) }

// Stroke draws along lines, with round corners and no more than their length.
func (c *dotCanvas) Stroke(path vg.Path) {
	if c.now.width <= 0 {
		return
	}
	var strokes raster.Path
	var line []spot
	end := func() {
		for _, dash := range dashed(line, c.now.dashes) {
			strokes = stroked(strokes, dash)
		}
		line = line[:0]
	}
	for _, p := range path {
		switch p.Type {
		case vg.MoveComp:
			if len(line) > 0 {
				end()
			}
			line = append(line, c.spot(p.Pos).whole())
		case vg.LineComp:
			line = append(line, c.spot(p.Pos).whole())
		case vg.CloseComp:
			line = append(line, line[0])
		default:
			panic("plots: a PNG figure strokes straight lines alone")
		}
	}
	if len(line) > 0 {
		end()
	}
	raster.Stroke(c.shape, strokes, sixtyFourths(c.now.width.Dots(c.dpi)), raster.ButtCapper, raster.RoundJoiner)
	c.paint()
}

// paint puts the colour on what the shape covers.
func (c *dotCanvas) paint() {
	colour := c.now.colour
	c.shape.spans(func(row, from, to int, share uint32) {
		if share == opaque {
			c.fill(row, from, to, colour)
			return
		}
		at := c.dots(row, from, to)
		for i := 0; i < len(at); i += dotBytes {
			at[i] = mixed(at[i], colour[0], share)
			at[i+1] = mixed(at[i+1], colour[1], share)
			at[i+2] = mixed(at[i+2], colour[2], share)
		}
	})
}

// opaque is the share of a colour that leaves nothing of another.
const opaque = 1<<16 - 1

// mixed returns a colour with a share of another.
func mixed(under, over uint8, share uint32) uint8 {
	return uint8((uint32(under)*0x101*(opaque-share) + uint32(over)*0x101*share) / opaque >> 8)
}

// fill gives dots a colour.
func (c *dotCanvas) fill(row, from, to int, colour [3]uint8) {
	at := c.dots(row, from, to)
	for done := copy(at, colour[:]); done < len(at); done *= 2 {
		copy(at[done:], at[:done])
	}
}

// dots are those of a row between two columns.
func (c *dotCanvas) dots(row, from, to int) []byte {
	start := row*c.stride() + 1
	return c.rows[start+dotBytes*from : start+dotBytes*to]
}
