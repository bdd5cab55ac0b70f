package page

import (
	"io"

	"corridor/plots/ink"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Figure is a picture drawn to order: it is drawn each time it is written, so
// that the same figure can be written in several formats.
type Figure struct {
	on                 *Page
	title, description string // for readers who cannot see it
	height             vg.Length
	least              vg.Length // height it needs; height is more, where it fits its page
	paint              func(draw.Canvas)
}

// Title returns the title, in the figure's language.
func (f *Figure) Title() string { return f.title }

// Description says in words what the figure shows, for readers who cannot see it.
func (f *Figure) Description() string { return f.description }

// Fits reports whether the figure has the room it needs.
func (f *Figure) Fits() bool { return f.least <= f.height+0.01 }

// Zoom is what a length of the layout becomes when written.
func (f *Figure) Zoom() vg.Length { return f.on.sizing.width / f.on.Width }

// Size returns the width and height of the figure as written, in points.
func (f *Figure) Size() (width, height vg.Length) {
	if f.on.sizing.height > 0 {
		return f.on.sizing.width, f.on.sizing.height
	}
	return f.on.sizing.width, vg.Length(f.height * f.Zoom())
}

// Write draws the figure in one of Formats. The same figure gives the same
// bytes every time.
func (f *Figure) Write(w io.Writer, format string) (err error) {
	defer Guard(&err)
	return f.picture().Write(w, format)
}

// WriteInto draws the figure as SVG for a page that has the fonts of the letters, to
// which its own are added.
func (f *Figure) WriteInto(w io.Writer, letters *ink.Letters) (err error) {
	defer Guard(&err)
	return f.picture().WriteInto(w, letters)
}

// Texts returns the lines of text of the figure in the order they are drawn, each
// where every format has it.
func (f *Figure) Texts() []ink.Text { return f.picture().Texts() }

// Misplaced says which text leaves the figure and which lies on other text: nothing, if
// the layout is sound.
func (f *Figure) Misplaced() []string { return f.picture().Misplaced() }

func (f *Figure) picture() ink.Picture {
	width, height := f.Size()
	return ink.Picture{Width: width, Height: height, DPI: f.on.dpi, Lang: f.on.Code, Title: f.title, Description: f.description, Draw: f.draw}
}

func (f *Figure) draw(c vg.Canvas) {
	if colours, lines := f.on.Style.recolouring(), max(f.on.Style.Lines, 0); colours != nil || lines > 0 || f.Zoom() != 1 {
		if lines == 0 {
			lines = 1
		}
		c = ink.Restyled{Canvas: c, Zoom: f.Zoom(), Lines: vg.Length(lines), Colours: colours}
	}
	page := draw.NewCanvas(c, f.on.Width, f.height)
	page.FillPolygon(White, ink.Corners(page.Rectangle))
	f.paint(page)
}
