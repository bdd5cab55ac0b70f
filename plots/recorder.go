package plots

import (
	"image"
	"image/color"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Text is a line of text on a figure.
type Text struct {
	Text string
	Box  vg.Rectangle // in points from the lower left corner of the figure as written, with what hangs below the line
}

// Texts returns the lines of text of the figure in the order they are drawn, each
// where every format has it.
func (f *Figure) Texts() []Text {
	width, height := f.Size()
	r := &recorder{w: width, h: height}
	f.draw(r)
	return r.texts
}

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
