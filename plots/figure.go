package plots

import (
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Figure is a picture drawn to order: it is drawn each time it is written, so
// that the same figure can be written in several formats.
type Figure struct {
	on                 *page
	title, description string // for readers who cannot see it
	height             vg.Length
	least              vg.Length // height it needs; height is more, where it fits its page
	paint              func(draw.Canvas)
}

// Title returns the title, in the figure's language.
func (f *Figure) Title() string { return f.title }

// Description says in words what the figure shows, for readers who cannot see it.
func (f *Figure) Description() string { return f.description }

// fits reports whether the figure has the room it needs.
func (f *Figure) fits() bool { return f.least <= f.height+0.01 }

// scale is what a length of the layout becomes when written.
func (f *Figure) scale() vg.Length { return f.on.sizing.width / f.on.width }

// Size returns the width and height of the figure as written, in points.
func (f *Figure) Size() (width, height vg.Length) {
	if f.on.sizing.height > 0 {
		return f.on.sizing.width, f.on.sizing.height
	}
	return f.on.sizing.width, vg.Length(f.height * f.scale())
}

// Write draws the figure in one of Formats. The same figure gives the same
// bytes every time.
func (f *Figure) Write(w io.Writer, format string) (err error) {
	defer guard(&err)
	return f.picture().write(w, format)
}

// Texts returns the lines of text of the figure in the order they are drawn, each
// where every format has it.
func (f *Figure) Texts() []Text { return f.picture().texts() }

// Misplaced says which text leaves the figure and which lies on other text: nothing, if
// the layout is sound.
func (f *Figure) Misplaced() []string { return f.picture().misplaced() }

func (f *Figure) picture() picture {
	width, height := f.Size()
	return picture{width, height, f.on.dpi, f.on.code, f.title, f.description, f.draw}
}

func (f *Figure) draw(c vg.Canvas) {
	if colours, lines := f.on.Style.recolouring(), max(f.on.Style.Lines, 0); colours != nil || lines > 0 || f.scale() != 1 {
		if lines == 0 {
			lines = 1
		}
		c = styled{c, f.scale(), vg.Length(lines), colours}
	}
	page := draw.NewCanvas(c, f.on.width, f.height)
	page.FillPolygon(white, corners(page.Rectangle))
	f.paint(page)
}
