package plots

import (
	"fmt"
	"image"
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Text is a line of text on a picture.
type Text struct {
	Text string
	Box  vg.Rectangle // in points from the lower left corner of the picture as written, with what hangs below the line
}

// texts returns the lines of text of the picture in the order they are drawn, each
// where every format has it.
func (p picture) texts() []Text {
	r := &recorder{w: p.width, h: p.height}
	p.draw(r)
	return r.texts
}

// misplaced says which text leaves the picture and which lies on other text.
func (p picture) misplaced() []string {
	var out []string
	texts := p.texts()
	for i, a := range texts {
		if a.Box.Min.X < -0.1 || a.Box.Min.Y < -0.1 || a.Box.Max.X > p.width+0.1 || a.Box.Max.Y > p.height+0.1 {
			out = append(out, fmt.Sprintf("%q leaves the page of %.0f × %.0f: it runs from %.0f to %.0f, %.0f to %.0f up",
				a.Text, p.width, p.height, a.Box.Min.X, a.Box.Max.X, a.Box.Min.Y, a.Box.Max.Y))
		}
		for _, b := range texts[:i] {
			if overlap(grow(a.Box, -touching), b.Box) {
				out = append(out, fmt.Sprintf("%q lies on %q at %.0f, %.0f", a.Text, b.Text, a.Box.Min.X, a.Box.Min.Y))
			}
		}
	}
	return out
}

// touching is how far boxes of text may reach into each other, which are a little larger
// than the letters.
const touching vg.Length = 0.5

// descent is how far letters hang below the line, over the type size.
const descent = 0.2

// recorder is a canvas that keeps the text written on it and draws nothing.
type recorder struct {
	w, h  vg.Length
	texts []Text
}

func (r *recorder) Size() (w, h vg.Length) { return r.w, r.h }

// FillString keeps a line of text.
func (r *recorder) FillString(f font.Face, at vg.Point, text string) {
	l := lettering{face: f}
	t := Text{Text: text}
	t.Box.Min = vg.Point{X: at.X, Y: at.Y - vg.Length(descent*l.size())}
	t.Box.Max = vg.Point{X: at.X + l.width(text), Y: at.Y + l.height()}
	r.texts = append(r.texts, t)
}

func (r *recorder) SetLineWidth(vg.Length)              {}
func (r *recorder) SetLineDash([]vg.Length, vg.Length)  {}
func (r *recorder) SetColor(color.Color)                {}
func (r *recorder) Push()                               {}
func (r *recorder) Pop()                                {}
func (r *recorder) Stroke(vg.Path)                      {}
func (r *recorder) Fill(vg.Path)                        {}
func (r *recorder) DrawImage(vg.Rectangle, image.Image) {}
func (r *recorder) Rotate(float64)                      { panic("plots: a figure has no turned text") }
func (r *recorder) Scale(float64, float64)              { panic("plots: a figure is scaled by its style") }
func (r *recorder) Translate(vg.Point)                  { panic("plots: a figure is not moved") }
