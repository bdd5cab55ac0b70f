package plots

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// Formats a picture can be written in.
const (
	SVG = "svg"
	PNG = "png"
	PDF = "pdf"
)

// Formats lists the names of the formats, for messages and flags.
var Formats = []string{SVG, PNG, PDF}

// picture is what is to be drawn on a canvas, and what a file says of it.
type picture struct {
	width, height      vg.Length // in points
	dpi                int       // of PNG files
	lang               string    // ISO 639-1 code
	title, description string    // for readers who cannot see it
	draw               func(vg.Canvas)
}

// write draws the picture in one of Formats. The same picture gives the same bytes
// every time. Nothing is written where drawing fails.
func (p picture) write(w io.Writer, format string) error {
	var out bytes.Buffer
	var err error
	switch format {
	case SVG:
		c := newSVG(p.width, p.height, p.lang, p.title, p.description)
		p.draw(c)
		_, err = c.WriteTo(&out)
	case PNG:
		c := vgimg.NewWith(vgimg.UseWH(p.width, p.height), vgimg.UseDPI(p.dpi))
		p.draw(outlined{c})
		if err = png.Encode(&out, c.Image()); err == nil {
			out = *bytes.NewBuffer(withResolution(out.Bytes(), p.dpi))
		}
	case PDF:
		c := newPDF(p.width, p.height, p.lang, p.title)
		p.draw(c)
		_, err = c.WriteTo(&out)
	default:
		return fmt.Errorf("unknown format %q, known are %s", format, strings.Join(Formats, ", "))
	}
	if err != nil {
		return fmt.Errorf("draw %q as %s: %w", p.title, format, err)
	}
	_, err = out.WriteTo(w)
	return err
}
