package ink

import (
	"sync"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// contours remembers the outlines of letters, which a page has many times, by face and
// glyph.
var contours sync.Map

type contourKey struct {
	face  *opentype.Font
	index sfnt.GlyphIndex
}

// contour returns the outline of a glyph in font units, y pointing down, to be read only.
func contour(f *opentype.Font, index sfnt.GlyphIndex) sfnt.Segments {
	key := contourKey{f, index}
	if known, ok := contours.Load(key); ok {
		return known.(sfnt.Segments)
	}
	var buffer sfnt.Buffer
	segments, err := f.LoadGlyph(&buffer, index, fixed.Int26_6(f.UnitsPerEm()), nil)
	if err != nil {
		segments = nil
	}
	contours.Store(key, segments)
	return segments
}

// pen draws an outline.
type pen interface {
	moveTo(p vg.Point)
	lineTo(p vg.Point)
	quadTo(control, p vg.Point)
	closePath()
}

// outline draws that of s, with its baseline starting at pt. Our fonts are of lines and
// quadratic curves.
func outline(to pen, f gonumfont.Face, pt vg.Point, s string) {
	scale := f.Font.Size / vg.Length(f.Face.UnitsPerEm())
	glyphs, _ := shape(f.Face, s)
	for _, g := range glyphs {
		place := func(p fixed.Point26_6) vg.Point {
			return vg.Point{
				X: pt.X + vg.Length(vg.Length(g.x+int(p.X))*scale),
				Y: pt.Y - vg.Length(vg.Length(p.Y)*scale),
			}
		}
		open := false
		for _, segment := range contour(g.face, g.index) {
			switch a := segment.Args; segment.Op {
			case sfnt.SegmentOpMoveTo:
				if open {
					to.closePath()
				}
				to.moveTo(place(a[0]))
				open = true
			case sfnt.SegmentOpLineTo:
				to.lineTo(place(a[0]))
			case sfnt.SegmentOpQuadTo:
				to.quadTo(place(a[0]), place(a[1]))
			}
		}
		if open {
			to.closePath()
		}
	}
}
