package ink

import (
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// contour returns the outline of a glyph in font units, y pointing down.
func contour(f *opentype.Font, index sfnt.GlyphIndex) sfnt.Segments {
	var buffer sfnt.Buffer
	segments, err := f.LoadGlyph(&buffer, index, fixed.Int26_6(f.UnitsPerEm()), nil)
	if err != nil {
		return nil
	}
	return segments
}

// textPath returns the outline of s with its baseline starting at pt.
func textPath(f gonumfont.Face, pt vg.Point, s string) vg.Path {
	scale := f.Font.Size / vg.Length(f.Face.UnitsPerEm())
	glyphs, _ := shape(f.Face, s)
	var path vg.Path
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
					path.Close()
				}
				path.Move(place(a[0]))
				open = true
			case sfnt.SegmentOpLineTo:
				path.Line(place(a[0]))
			case sfnt.SegmentOpQuadTo:
				path.QuadTo(place(a[0]), place(a[1]))
			case sfnt.SegmentOpCubeTo:
				path.CubeTo(place(a[0]), place(a[1]), place(a[2]))
			}
		}
		if open {
			path.Close()
		}
	}
	return path
}
