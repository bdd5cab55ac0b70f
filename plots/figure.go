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

// pngDPI is the resolution of PNG files: twice that of a common screen.
const pngDPI = 192

// Figure is a picture drawn to order: it is drawn each time it is written, so
// that the same figure can be written in several formats.
type Figure struct {
	title, description string // for readers who cannot see it
	width, height      vg.Length
	paint              func(draw.Canvas)
}

// Write draws the figure in one of Formats. The same figure gives the same
// bytes every time.
func (f *Figure) Write(w io.Writer, format string) error {
	var out bytes.Buffer
	var err error
	switch format {
	case SVG:
		c := newSVG(f.width, f.height, f.title, f.description)
		f.draw(c)
		_, err = c.WriteTo(&out)
	case PNG:
		c := vgimg.NewWith(vgimg.UseWH(f.width, f.height), vgimg.UseDPI(pngDPI))
		f.draw(outlined{c})
		if err = png.Encode(&out, c.Image()); err == nil {
			out = *bytes.NewBuffer(withResolution(out.Bytes(), pngDPI))
		}
	case PDF:
		c := newPDF(f.width, f.height, f.title)
		f.draw(c)
		_, err = c.WriteTo(&out)
	default:
		return fmt.Errorf("unknown format %q, known are %s", format, strings.Join(Formats, ", "))
	}
	if err != nil {
		return fmt.Errorf("draw %q as %s: %w", f.title, format, err)
	}
	_, err = out.WriteTo(w)
	return err
}

func (f *Figure) draw(c vg.Canvas) {
	page := draw.NewCanvas(c, f.width, f.height)
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
