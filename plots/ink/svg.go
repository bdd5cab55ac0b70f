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

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// svgCanvas draws to SVG. It differs from gonum's in that each letter shape is
// stored once and referred to, which makes a page of outlined text a tenth of
// the size, in that coordinates have two decimals, and in that a reader who
// cannot see the picture is told its title and content.
//
// The id of a letter shape follows from the font alone, so that several
// pictures can stand in one HTML page.
type svgCanvas struct {
	lang               string
	title, description string
	w, h               vg.Length
	shapes             map[string]string // outlines by id
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

func newSVG(w, h vg.Length, lang, title, description string) *svgCanvas {
	c := &svgCanvas{lang: lang, title: title, description: description, w: w, h: h, shapes: map[string]string{}}
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

// FillString writes a line of text as references to letter shapes.
func (c *svgCanvas) FillString(f font.Face, pt vg.Point, text string) {
	scale := strconv.FormatFloat(f.Font.Size.Points()/float64(f.Face.UnitsPerEm()), 'g', 7, 64)
	fmt.Fprintf(&c.body, `<g aria-label="%s" fill="%s" transform="matrix(%s,0,0,%s,%s)">`, escape(text), hex(c.now.colour), scale, scale, c.place(pt))
	glyphs, _ := shape(f.Face, text)
	for _, g := range glyphs {
		if id := c.shape(g.face, g.index); id != "" {
			fmt.Fprintf(&c.body, `<use xlink:href="#%s" x="%d"/>`, id, g.x)
		}
	}
	c.body.WriteString("</g>\n")
}

// shape returns the id of a letter shape, or nothing for a blank.
func (c *svgCanvas) shape(face *opentype.Font, index sfnt.GlyphIndex) string {
	id := fmt.Sprintf("%s%d", faceIDs[face], index)
	if _, known := c.shapes[id]; !known {
		c.shapes[id] = relative(contour(face, index))
	}
	if c.shapes[id] == "" {
		return ""
	}
	return id
}

// relative writes an outline in font units, each point relative to the last.
func relative(outline sfnt.Segments) string {
	var d strings.Builder
	x, y := 0, 0
	for i, s := range outline {
		n := 1
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				d.WriteByte('z')
			}
			// After z the pen is back at the start, so that an absolute move is clearer.
			fmt.Fprintf(&d, "M%d %d", s.Args[0].X, s.Args[0].Y)
			x, y = int(s.Args[0].X), int(s.Args[0].Y)
			continue
		case sfnt.SegmentOpLineTo:
			d.WriteByte('l')
		case sfnt.SegmentOpQuadTo:
			d.WriteByte('q')
			n = 2
		case sfnt.SegmentOpCubeTo:
			d.WriteByte('c')
			n = 3
		}
		for j, p := range s.Args[:n] {
			if j > 0 {
				d.WriteByte(' ')
			}
			fmt.Fprintf(&d, "%d %d", int(p.X)-x, int(p.Y)-y)
		}
		x, y = int(s.Args[n-1].X), int(s.Args[n-1].Y)
	}
	if d.Len() > 0 {
		d.WriteByte('z')
	}
	return d.String()
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

// WriteTo writes the document.
func (c *svgCanvas) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	width, height := decimal(c.w.Points()), decimal(c.h.Points())
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" xml:lang="%s" width="%spt" height="%spt" viewBox="0 0 %s %s" stroke-linejoin="round">
<title>%s</title>
<desc>%s</desc>
`, c.lang, width, height, width, height, escape(c.title), escape(c.description))
	out.WriteString("<defs>\n")
	var ids []string
	for id, outline := range c.shapes {
		if outline != "" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		fmt.Fprintf(&out, "<path id=\"%s\" d=\"%s\"/>\n", id, c.shapes[id])
	}
	out.WriteString("</defs>\n")
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
