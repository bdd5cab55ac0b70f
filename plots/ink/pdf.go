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

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// pdfCanvas draws to a PDF page (ISO 32000-1). It differs from gonum's in that
// text may hold any letter of the font, not Windows-1252 only, and stays text
// that can be searched and copied; in that nothing depends on the time; and in
// that curves are drawn as given.
//
// A font of the letters used is part of the file. What is drawn is one figure of the
// document, tagged with its title and description.
type pdfCanvas struct {
	lang               string
	title, description string
	w, h               vg.Length
	body               bytes.Buffer
	letters            Letters
	now                pdfState
	stack              []pdfState
}

type pdfState struct {
	colour color.Color
	width  vg.Length
}

func newPDF(p Picture) *pdfCanvas {
	c := &pdfCanvas{lang: p.Lang, title: p.Title, description: p.Description, w: p.Width, h: p.Height}
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
	used := c.letters.of(f.Face)
	line, _ := used.set(text)
	if len(line) == 0 {
		return
	}
	fmt.Fprintf(&c.body, "BT /F%d %s Tf %s %s Td [", slices.Index(c.letters.subsets, used), decimal(f.Font.Size.Points()), decimal(pt.X.Points()), decimal(pt.Y.Points()))
	em := float64(f.Face.UnitsPerEm())
	next := 0 // in font units, where the next letter would fall
	for _, g := range line {
		if g.x != next {
			c.body.WriteString(decimal(float64(next-g.x) * 1000 / em))
		}
		fmt.Fprintf(&c.body, "<%04x>", used.places[g.letter]+1)
		next = g.x + g.width
	}
	c.body.WriteString("] TJ ET\n")
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
	content := f.stream(slices.Concat([]byte("/Figure <</MCID 0>> BDC\n"), c.body.Bytes(), []byte("EMC\n")))
	var fonts strings.Builder
	for i, s := range c.letters.subsets {
		fmt.Fprintf(&fonts, "/F%d %d 0 R ", i, s.writePDF(&f))
	}
	size := fmt.Sprintf("[0 0 %s %s]", decimal(c.w.Points()), decimal(c.h.Points()))
	pages := f.next() + 1
	page := f.object(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox%s/Contents %d 0 R/Resources<</Font<<%s>>>>/StructParents 0/Tabs/S>>",
		pages, size, content, fonts.String()))
	f.object(fmt.Sprintf("<</Type/Pages/Count 1/Kids[%d 0 R]>>", page))
	tags := c.tags(&f, page, size)
	root := f.object(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang(%s)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/ViewerPreferences<</DisplayDocTitle true>>>>",
		pages, c.lang, tags))
	info := f.object(fmt.Sprintf("<</Title%s>>", utf16String(c.title)))
	return f.finish(root, info).WriteTo(w)
}

// tags writes the structure of the document (ISO 32000-1, 14.7): one figure, which what is
// on the page belongs to. It returns the number of the object.
func (c *pdfCanvas) tags(f *pdfFile, page int, box string) int {
	root := f.next()
	document, figure := root+1, root+2
	f.object(fmt.Sprintf("<</Type/StructTreeRoot/K[%d 0 R]/ParentTree<</Nums[0[%d 0 R]]>>/ParentTreeNextKey 1>>", document, figure))
	f.object(fmt.Sprintf("<</Type/StructElem/S/Document/P %d 0 R/Lang(%s)/K[%d 0 R]>>", root, c.lang, figure))
	f.object(fmt.Sprintf("<</Type/StructElem/S/Figure/P %d 0 R/Pg %d 0 R/K 0/T%s/Alt%s/A<</O/Layout/Placement/Block/BBox%s>>>>",
		document, page, utf16String(c.title), utf16String(strings.TrimSpace(c.title+". "+c.description)), box))
	return root
}
