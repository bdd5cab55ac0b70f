package ink

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"slices"
	"strings"

	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// pdfCanvas draws to a PDF page (ISO 32000-1). It differs from gonum's in that
// text may hold any letter of the font, not Windows-1252 only, and stays text
// that can be searched and copied; in that nothing depends on the time; and in
// that curves are drawn as given.
//
// Letters are Type 3 glyphs: outlines that are part of the file, each stored once.
type pdfCanvas struct {
	lang  string
	title string
	w, h  vg.Length
	body  bytes.Buffer
	fonts []*pdfFont
	now   pdfState
	stack []pdfState
}

type pdfState struct {
	colour color.Color
	width  vg.Length
}

func newPDF(w, h vg.Length, lang, title string) *pdfCanvas {
	c := &pdfCanvas{lang: lang, title: title, w: w, h: h}
	c.body.WriteString("1 j\n") // round joins
	vg.Initialize(c)
	return c
}

func (c *pdfCanvas) Size() (w, h vg.Length) { return c.w, c.h }

func (c *pdfCanvas) SetLineWidth(w vg.Length) {
	c.now.width = w
	c.operator("w", w.Points())
}

func (c *pdfCanvas) SetLineDash(dashes []vg.Length, offset vg.Length) {
	var list []string
	for _, d := range dashes {
		list = append(list, decimal(d.Points()))
	}
	fmt.Fprintf(&c.body, "[%s] %s d\n", strings.Join(list, " "), decimal(offset.Points()))
}

func (c *pdfCanvas) SetColor(colour color.Color) {
	if c.now.colour == colour {
		return
	}
	c.now.colour = colour
	r, g, b, _ := colour.RGBA()
	for _, operator := range []string{"rg", "RG"} {
		fmt.Fprintf(&c.body, "%.3f %.3f %.3f %s\n", float64(r)/0xffff, float64(g)/0xffff, float64(b)/0xffff, operator)
	}
}

func (c *pdfCanvas) Push() {
	c.stack = append(c.stack, c.now)
	c.body.WriteString("q\n")
}

func (c *pdfCanvas) Pop() {
	c.now, c.stack = c.stack[len(c.stack)-1], c.stack[:len(c.stack)-1]
	c.body.WriteString("Q\n")
}

func (c *pdfCanvas) Rotate(angle float64) {
	sin, cos := math.Sincos(angle)
	c.operator("cm", cos, sin, -sin, cos, 0, 0)
}

func (c *pdfCanvas) Translate(pt vg.Point) {
	c.operator("cm", 1, 0, 0, 1, pt.X.Points(), pt.Y.Points())
}

func (c *pdfCanvas) Scale(x, y float64) { c.operator("cm", x, 0, 0, y, 0, 0) }

func (c *pdfCanvas) Stroke(path vg.Path) {
	if c.now.width > 0 {
		c.path(path)
		c.body.WriteString("S\n")
	}
}

func (c *pdfCanvas) Fill(path vg.Path) {
	c.path(path)
	c.body.WriteString("f\n")
}

func (c *pdfCanvas) path(path vg.Path) {
	var at vg.Point
	for _, p := range path {
		switch p.Type {
		case vg.MoveComp:
			c.operator("m", p.Pos.X.Points(), p.Pos.Y.Points())
		case vg.LineComp:
			c.operator("l", p.Pos.X.Points(), p.Pos.Y.Points())
		case vg.CurveComp:
			first, second := p.Control[0], p.Control[len(p.Control)-1]
			if len(p.Control) == 1 {
				first, second = raise(at.X, first.X, p.Pos.X, at.Y, first.Y, p.Pos.Y)
			}
			c.operator("c", first.X.Points(), first.Y.Points(), second.X.Points(), second.Y.Points(), p.Pos.X.Points(), p.Pos.Y.Points())
		case vg.CloseComp:
			c.body.WriteString("h\n")
		default:
			panic("plots: a PDF figure holds no arcs") // circles are drawn as curves
		}
		at = p.Pos
	}
}

// raise returns the handles of the cubic curve that equals a quadratic one with
// its points at 0, 1 and 2.
func raise(x0, x1, x2, y0, y1, y2 vg.Length) (first, second vg.Point) {
	third := func(from, to vg.Length) vg.Length { return from + vg.Length(2*(to-from))/3 }
	return vg.Point{X: third(x0, x1), Y: third(y0, y1)}, vg.Point{X: third(x2, x1), Y: third(y2, y1)}
}

// FillString writes a line of text.
func (c *pdfCanvas) FillString(f font.Face, pt vg.Point, text string) {
	fmt.Fprintf(&c.body, "BT %s %s Td\n", decimal(pt.X.Points()), decimal(pt.Y.Points()))
	em := float64(f.Face.UnitsPerEm())
	var current *pdfFont
	glyphs, _ := shape(f.Face, text)
	pen := 0 // in font units, where the next letter would fall
	for i, g := range glyphs {
		chosen, code := c.letter(g.face, g)
		if chosen != current {
			if current != nil {
				c.body.WriteString("] TJ\n")
			}
			current = chosen
			fmt.Fprintf(&c.body, "/F%d %s Tf [", slices.Index(c.fonts, chosen), decimal(f.Font.Size.Points()))
		}
		if g.x != pen || i == 0 {
			fmt.Fprintf(&c.body, "%s", decimal(float64(pen-g.x)*1000/em))
			pen = g.x
		}
		fmt.Fprintf(&c.body, "<%02x>", code)
		pen += chosen.letters[code].width
	}
	if current != nil {
		c.body.WriteString("] TJ\n")
	}
	c.body.WriteString("ET\n")
}

// letter returns the font that holds a glyph and its code there.
func (c *pdfCanvas) letter(face *opentype.Font, g glyph) (*pdfFont, int) {
	for _, f := range c.fonts {
		if f.face != face {
			continue
		}
		if code := slices.IndexFunc(f.letters, func(l pdfLetter) bool { return l.index == g.index && l.letter == g.letter }); code >= 0 {
			return f, code
		}
	}
	last := slices.IndexFunc(c.fonts, func(f *pdfFont) bool { return f.face == face && len(f.letters) < 256 })
	if last < 0 {
		last = len(c.fonts)
		c.fonts = append(c.fonts, &pdfFont{face: face})
	}
	f := c.fonts[last]
	f.letters = append(f.letters, pdfLetter{g.index, g.letter, g.width})
	return f, len(f.letters) - 1
}

// DrawImage is not supported: figures hold lines, areas and text only.
func (c *pdfCanvas) DrawImage(vg.Rectangle, image.Image) {
	panic("plots: a PDF figure holds no images")
}

func (c *pdfCanvas) operator(name string, operands ...float64) {
	for _, v := range operands {
		c.body.WriteString(decimal(v) + " ")
	}
	c.body.WriteString(name + "\n")
}

// WriteTo writes the document.
func (c *pdfCanvas) WriteTo(w io.Writer) (int64, error) {
	var f pdfFile
	content := f.stream(c.body.Bytes())
	var fonts strings.Builder
	for i, font := range c.fonts {
		fmt.Fprintf(&fonts, "/F%d %d 0 R ", i, font.write(&f))
	}
	pages := f.next() + 1
	page := f.object(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R/Resources<</Font<<%s>>>>>>",
		pages, decimal(c.w.Points()), decimal(c.h.Points()), content, fonts.String()))
	f.object(fmt.Sprintf("<</Type/Pages/Count 1/Kids[%d 0 R]>>", page))
	root := f.object(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>>>", pages, c.lang))
	info := f.object(fmt.Sprintf("<</Title<FEFF%s>>>", utf16Hex(c.title)))
	return f.finish(root, info).WriteTo(w)
}
