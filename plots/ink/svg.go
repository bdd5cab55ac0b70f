package ink

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// svgCanvas draws to SVG. It differs from gonum's in that text brings its letters along, a
// font of those that are used, and takes the width that it was measured to have; in that
// coordinates have two decimals; and in that a reader who cannot see the picture is told
// its title and content.
type svgCanvas struct {
	lang               string
	title, description string
	w, h               vg.Length
	letters            *Letters
	fonts              bool // are part of the file
	body               bytes.Buffer
	now                svgState
	stack              []svgState
}

type svgState struct {
	colour color.Color
	width  vg.Length
	dashes []vg.Length
	offset vg.Length
	groups int // opened since Push
}

// newSVG returns a canvas that gathers the letters used. Without a place for them it has
// its own, and writes their fonts.
func newSVG(p Picture, letters *Letters) *svgCanvas {
	c := &svgCanvas{lang: p.Lang, title: p.Title, description: p.Description, w: p.Width, h: p.Height, letters: letters}
	if c.letters == nil {
		c.letters, c.fonts = &Letters{}, true
	}
	vg.Initialize(c)
	return c
}

func (c *svgCanvas) Size() (w, h vg.Length) { return c.w, c.h }

func (c *svgCanvas) SetLineWidth(w vg.Length) { c.now.width = w }

func (c *svgCanvas) SetLineDash(dashes []vg.Length, o vg.Length) {
	c.now.dashes, c.now.offset = dashes, o
}

func (c *svgCanvas) SetColor(colour color.Color) { c.now.colour = colour }

func (c *svgCanvas) Push() {
	c.stack = append(c.stack, c.now)
	c.now.groups = 0
}

func (c *svgCanvas) Pop() {
	c.body.WriteString(strings.Repeat("</g>\n", c.now.groups))
	c.now, c.stack = c.stack[len(c.stack)-1], c.stack[:len(c.stack)-1]
}

// The page's origin is at the top left, the canvas's at the bottom left.

func (c *svgCanvas) Rotate(angle float64) {
	c.group("rotate(%s,0,%s)", decimal(-angle*180/math.Pi), decimal(c.h.Points()))
}

func (c *svgCanvas) Translate(pt vg.Point) {
	c.group("translate(%s,%s)", decimal(pt.X.Points()), decimal(-pt.Y.Points()))
}

func (c *svgCanvas) Scale(x, y float64) {
	h := c.h.Points()
	c.group("translate(0,%s) scale(%s,%s) translate(0,%s)", decimal(h), decimal(x), decimal(y), decimal(-h))
}

func (c *svgCanvas) group(transform string, values ...any) {
	fmt.Fprintf(&c.body, "<g transform=\"%s\">\n", fmt.Sprintf(transform, values...))
	c.now.groups++
}

func (c *svgCanvas) Stroke(path vg.Path) {
	if c.now.width <= 0 {
		return
	}
	fmt.Fprintf(&c.body, `<path d="%s" fill="none" stroke="%s" stroke-width="%s"`, c.data(path), hex(c.now.colour), decimal(c.now.width.Points()))
	if len(c.now.dashes) > 0 {
		var dashes []string
		for _, d := range c.now.dashes {
			dashes = append(dashes, decimal(d.Points()))
		}
		fmt.Fprintf(&c.body, ` stroke-dasharray="%s"`, strings.Join(dashes, " "))
		if c.now.offset != 0 {
			fmt.Fprintf(&c.body, ` stroke-dashoffset="%s"`, decimal(c.now.offset.Points()))
		}
	}
	c.body.WriteString("/>\n")
}

func (c *svgCanvas) Fill(path vg.Path) {
	fmt.Fprintf(&c.body, "<path d=\"%s\" fill=\"%s\"/>\n", c.data(path), hex(c.now.colour))
}

// FillString writes a line of text.
func (c *svgCanvas) FillString(f font.Face, pt vg.Point, text string) {
	used := c.letters.of(f.Face)
	line, width := used.set(text)
	if len(line) == 0 {
		return
	}
	x, y, _ := strings.Cut(c.place(pt), ",")
	size := f.Font.Size.Points()
	fmt.Fprintf(&c.body, `<text x="%s" y="%s" font-size="%s"`, x, y, decimal(size))
	if f.Face == boldFont {
		c.body.WriteString(` font-weight="700"`)
	}
	if len(line) > 1 {
		fmt.Fprintf(&c.body, ` textLength="%s"`, decimal(float64(width)*size/float64(f.Face.UnitsPerEm())))
	}
	if slices.ContainsFunc(line, func(g glyph) bool { return g.index == 0 }) {
		c.body.WriteString(` lengthAdjust="spacingAndGlyphs"`) // letters of another font, wider or narrower than the box
	}
	said := legible(text)
	if strings.ContainsAny(said, "\t\n\r") || strings.Contains(" "+said+" ", "  ") {
		c.body.WriteString(` xml:space="preserve"`)
	}
	fmt.Fprintf(&c.body, ` fill="%s">%s</text>`+"\n", hex(c.now.colour), escape(said))
}

// DrawImage is not supported: figures hold lines, areas and text only.
func (c *svgCanvas) DrawImage(vg.Rectangle, image.Image) {
	panic("plots: an SVG figure holds no images")
}

func (c *svgCanvas) data(path vg.Path) string {
	var d strings.Builder
	for _, p := range path {
		switch p.Type {
		case vg.MoveComp:
			d.WriteString("M" + c.place(p.Pos))
		case vg.LineComp:
			d.WriteString("L" + c.place(p.Pos))
		case vg.CurveComp:
			d.WriteByte("QC"[len(p.Control)-1])
			for _, q := range p.Control {
				d.WriteString(c.place(q) + " ")
			}
			d.WriteString(c.place(p.Pos))
		case vg.CloseComp:
			d.WriteByte('Z')
		default:
			panic("plots: an SVG figure holds no arcs") // circles are drawn as curves
		}
	}
	return d.String()
}

func (c *svgCanvas) place(p vg.Point) string {
	return decimal(p.X.Points()) + "," + decimal(c.h.Points()-p.Y.Points())
}

// WriteTo writes the document, with its fonts if it has letters of its own.
func (c *svgCanvas) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	width, height := decimal(c.w.Points()), decimal(c.h.Points())
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document document" xml:lang="%s" width="%spt" height="%spt" viewBox="0 0 %s %s" stroke-linejoin="round" font-family="%s" text-rendering="geometricPrecision">
<title>%s</title>
<desc>%s</desc>
`, c.lang, width, height, width, height, families, escape(c.title), escape(c.description))
	if c.fonts {
		fmt.Fprintf(&out, "<style>\n%s</style>\n", c.letters.FontFaces())
	}
	out.Write(c.body.Bytes())
	out.WriteString("</svg>\n")
	return out.WriteTo(w)
}

// decimal writes a coordinate with at most two decimals.
func decimal(v float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func escape(s string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(s)) // a buffer takes everything
	return out.String()
}
