package ink

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

// Texts returns the lines of text of the picture in the order they are drawn, each
// where every format has it.
func (p Picture) Texts() []Text {
	r := &recorder{w: p.Width, h: p.Height}
	p.Draw(r)
	return r.texts
}

// Misplaced says which text leaves the picture and which lies on other text.
func (p Picture) Misplaced() []string {
	var out []string
	texts := p.Texts()
	for i, a := range texts {
		if a.Box.Min.X < -0.1 || a.Box.Min.Y < -0.1 || a.Box.Max.X > p.Width+0.1 || a.Box.Max.Y > p.Height+0.1 {
			out = append(out, fmt.Sprintf("%q leaves the page of %.0f × %.0f: it runs from %.0f to %.0f, %.0f to %.0f up",
				a.Text, p.Width, p.Height, a.Box.Min.X, a.Box.Max.X, a.Box.Min.Y, a.Box.Max.Y))
		}
		for _, b := range texts[:i] {
			if Overlap(Grow(a.Box, -touching), b.Box) {
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
	l := Lettering{Face: f}
	t := Text{Text: text}
	t.Box.Min = vg.Point{X: at.X, Y: at.Y - vg.Length(descent*l.Size())}
	t.Box.Max = vg.Point{X: at.X + l.Width(text), Y: at.Y + l.Height()}
	r.texts = append(r.texts, t)
}

func (r *recorder) SetLineWidth(vg.Length) {}

func (r *recorder) SetLineDash([]vg.Length, vg.Length) {}

func (r *recorder) SetColor(color.Color) {}

func (r *recorder) Push() {}

func (r *recorder) Pop() {}

func (r *recorder) Stroke(vg.Path) {}

func (r *recorder) Fill(vg.Path) {}

func (r *recorder) DrawImage(vg.Rectangle, image.Image) {}

func (r *recorder) Rotate(float64) { panic("plots: a figure has no turned text") }

func (r *recorder) Scale(float64, float64) { panic("plots: a figure is scaled by its style") }

func (r *recorder) Translate(vg.Point) { panic("plots: a figure is not moved") }
