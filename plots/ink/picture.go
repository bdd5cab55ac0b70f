package ink

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"gonum.org/v1/plot/vg"
)

// Formats a picture can be written in.
const (
	SVG = "svg"
	PNG = "png"
	PDF = "pdf"
)

// Formats lists the names of the formats, for messages and flags.
var Formats = []string{SVG, PNG, PDF}

// Picture is what is to be drawn on a canvas, and what a file says of it.
type Picture struct {
	Width, Height      vg.Length // in points
	DPI                int       // of PNG files
	Lang               string    // ISO 639-1 code
	Title, Description string    // for readers who cannot see it
	Draw               func(vg.Canvas)
}

// Write draws the picture in one of Formats. The same picture gives the same bytes
// every time. Nothing is written where drawing fails.
func (p Picture) Write(w io.Writer, format string) error {
	var out bytes.Buffer
	var err error
	switch format {
	case SVG:
		c := newSVG(p, nil)
		p.Draw(c)
		_, err = c.WriteTo(&out)
	case PNG:
		c := newDots(p.Width, p.Height, p.DPI)
		p.Draw(c)
		_, err = c.WriteTo(&out)
	case PDF:
		c := newPDF(p)
		p.Draw(c)
		_, err = c.WriteTo(&out)
	default:
		return fmt.Errorf("unknown format %q, known are %s", format, strings.Join(Formats, ", "))
	}
	if err != nil {
		return fmt.Errorf("draw %q as %s: %w", p.Title, format, err)
	}
	_, err = out.WriteTo(w)
	return err
}

// WriteInto writes the picture as SVG without fonts, to stand in a page that has those of
// the letters, to which its own are added.
func (p Picture) WriteInto(w io.Writer, letters *Letters) error {
	c := newSVG(p, letters)
	p.Draw(c)
	_, err := c.WriteTo(w)
	return err
}
