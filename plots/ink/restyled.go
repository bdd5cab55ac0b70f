package ink

import (
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Restyled is a canvas that zooms all it is given, and changes colours and the
// width of lines.
type Restyled struct {
	vg.Canvas
	Zoom    vg.Length
	Lines   vg.Length
	Colours map[color.Color]color.Color
}

// Size returns the size of the canvas before the zoom, in points.
func (c Restyled) Size() (w, h vg.Length) {
	w, h = c.Canvas.(vg.CanvasSizer).Size()
	return w / c.Zoom, h / c.Zoom
}

func (c Restyled) SetColor(colour color.Color) {
	if other, ok := c.Colours[colour]; ok {
		colour = other
	}
	c.Canvas.SetColor(colour)
}

func (c Restyled) SetLineWidth(w vg.Length) { c.Canvas.SetLineWidth(vg.Length(w * c.Zoom * c.Lines)) }

func (c Restyled) SetLineDash(dashes []vg.Length, offset vg.Length) {
	scaled := make([]vg.Length, len(dashes))
	for i, d := range dashes {
		scaled[i] = vg.Length(d * c.Zoom)
	}
	c.Canvas.SetLineDash(scaled, vg.Length(offset*c.Zoom))
}

func (c Restyled) Stroke(p vg.Path) { c.Canvas.Stroke(c.path(p)) }

func (c Restyled) Fill(p vg.Path) { c.Canvas.Fill(c.path(p)) }

func (c Restyled) FillString(f font.Face, pt vg.Point, text string) {
	f.Font.Size = vg.Length(f.Font.Size * c.Zoom)
	c.Canvas.FillString(f, c.point(pt), text)
}

func (c Restyled) point(p vg.Point) vg.Point {
	return vg.Point{X: vg.Length(p.X * c.Zoom), Y: vg.Length(p.Y * c.Zoom)}
}

func (c Restyled) path(p vg.Path) vg.Path {
	out := make(vg.Path, len(p))
	for i, part := range p {
		part.Pos = c.point(part.Pos)
		control := make([]vg.Point, len(part.Control))
		for j, q := range part.Control {
			control[j] = c.point(q)
		}
		part.Control = control
		out[i] = part
	}
	return out
}
