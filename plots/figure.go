package plots

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// Formats a figure can be written in.
const (
	SVG = "svg"
	PNG = "png"
	PDF = "pdf"
)

// Formats lists the names of the formats, for messages and flags.
var Formats = []string{SVG, PNG, PDF}

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
	if !slices.Contains(Formats, format) {
		return fmt.Errorf("unknown format %q, known are %s", format, strings.Join(Formats, ", "))
	}
	var out bytes.Buffer
	width, height := f.Size()
	switch format {
	case SVG:
		c := newSVG(width, height, f.on.code, f.title, f.description)
		f.draw(c)
		_, err = c.WriteTo(&out)
	case PNG:
		c := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(f.on.dpi))
		f.draw(outlined{c})
		if err = png.Encode(&out, c.Image()); err == nil {
			out = *bytes.NewBuffer(withResolution(out.Bytes(), f.on.dpi))
		}
	case PDF:
		c := newPDF(width, height, f.on.code, f.title)
		f.draw(c)
		_, err = c.WriteTo(&out)
	}
	if err != nil {
		return fmt.Errorf("draw %q as %s: %w", f.title, format, err)
	}
	_, err = out.WriteTo(w)
	return err
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

// withResolution tells in a PNG file how large it is meant to be, by a pHYs
// chunk after the header (Portable Network Graphics Specification, §11.3.4.3).
func withResolution(file []byte, dpi int) []byte {
	perMetre := uint32(float64(dpi)/0.0254 + 0.5)
	chunk := binary.BigEndian.AppendUint32(nil, 9) // bytes of data
	chunk = append(chunk, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	const header = 8 + 25 // signature and IHDR
	return slices.Concat(file[:header], chunk, file[header:])
}
