package plots

import (
	"math"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// outlined is a canvas that draws text as filled glyph outlines. A file made so
// needs no installed font, and letters outside Windows-1252, such as Kazakh and
// Azerbaijani ones, survive in PDF.
type outlined struct{ vg.Canvas }

// FillString fills the outlines of s with its baseline starting at pt.
func (c outlined) FillString(f gonumfont.Face, pt vg.Point, s string) {
	if path := textPath(f, pt, s); len(path) > 0 {
		c.Fill(path)
	}
}

// glyph is one letter of a line of text and where it starts, in font units.
type glyph struct {
	index sfnt.GlyphIndex
	x     int
}

// shape sets s in a line, with kerning. It returns the glyphs and where the
// next one would start. Letters that the font lacks become its empty box;
// what cannot be printed is left out.
func shape(f *opentype.Font, s string) (glyphs []glyph, advance int) {
	var buffer sfnt.Buffer
	em := fixed.Int26_6(f.UnitsPerEm())
	for _, r := range s {
		if !unicode.IsPrint(r) && !unicode.IsSpace(r) {
			continue
		}
		index, err := f.GlyphIndex(&buffer, r)
		if err != nil {
			continue
		}
		if len(glyphs) > 0 {
			if kern, err := f.Kern(&buffer, glyphs[len(glyphs)-1].index, index, em, font.HintingNone); err == nil {
				advance += int(kern)
			}
		}
		glyphs = append(glyphs, glyph{index, advance})
		if width, err := f.GlyphAdvance(&buffer, index, em, font.HintingNone); err == nil {
			advance += int(width)
		}
	}
	return glyphs, advance
}

// contour returns the outline of a glyph in font units, y pointing down.
func contour(f *opentype.Font, index sfnt.GlyphIndex) sfnt.Segments {
	var buffer sfnt.Buffer
	segments, err := f.LoadGlyph(&buffer, index, fixed.Int26_6(f.UnitsPerEm()), nil)
	if err != nil {
		return nil
	}
	return segments
}

// textPath returns the outline of s with its baseline starting at pt. Its
// curves are cubic, since quadratic ones come out wrong from gonum's PDF canvas,
// and its points are on a grid of a hundredth of a point, which keeps PDF small.
func textPath(f gonumfont.Face, pt vg.Point, s string) vg.Path {
	scale := f.Font.Size / vg.Length(f.Face.UnitsPerEm())
	glyphs, _ := shape(f.Face, s)
	var path vg.Path
	for _, g := range glyphs {
		place := func(x, y float64) vg.Point {
			return vg.Point{
				X: hundredth(pt.X + vg.Length(vg.Length(float64(g.x)+x)*scale)),
				Y: hundredth(pt.Y - vg.Length(vg.Length(y)*scale)),
			}
		}
		open := false
		var x, y float64 // where the pen is
		for _, segment := range contour(f.Face, g.index) {
			var px, py [3]float64
			for i, p := range segment.Args {
				px[i], py[i] = float64(p.X), float64(p.Y)
			}
			end := 0
			switch segment.Op {
			case sfnt.SegmentOpMoveTo:
				if open {
					path.Close()
				}
				path.Move(place(px[0], py[0]))
				open = true
			case sfnt.SegmentOpLineTo:
				path.Line(place(px[0], py[0]))
			case sfnt.SegmentOpQuadTo:
				end = 1
				path.CubeTo(
					place(x+float64((px[0]-x)*2)/3, y+float64((py[0]-y)*2)/3),
					place(px[1]+float64((px[0]-px[1])*2)/3, py[1]+float64((py[0]-py[1])*2)/3),
					place(px[1], py[1]))
			case sfnt.SegmentOpCubeTo:
				end = 2
				path.CubeTo(place(px[0], py[0]), place(px[1], py[1]), place(px[2], py[2]))
			}
			x, y = px[end], py[end]
		}
		if open {
			path.Close()
		}
	}
	return path
}

func hundredth(v vg.Length) vg.Length {
	return vg.Length(math.Round(float64(v)*100) / 100)
}
