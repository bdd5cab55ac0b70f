package ink

import (
	"fmt"
	"strings"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"gonum.org/v1/plot/vg"
)

// pdfFont is up to 256 letters of one face.
type pdfFont struct {
	face    *opentype.Font
	letters []pdfLetter
}

type pdfLetter struct {
	index  sfnt.GlyphIndex
	letter rune
	width  int
}

func (f *pdfFont) write(file *pdfFile) int {
	var widths, procs, names, unicode strings.Builder
	for code, l := range f.letters {
		proc := file.stream(fmt.Appendf(nil, "%d 0 d0\n%s", l.width, glyphProcedure(f.face, l.index)))
		fmt.Fprintf(&widths, "%d ", l.width)
		fmt.Fprintf(&procs, "/g%d %d 0 R", code, proc)
		fmt.Fprintf(&names, "/g%d", code)
		fmt.Fprintf(&unicode, "1 beginbfchar\n<%02x> <%s>\nendbfchar\n", code, utf16Hex(string(l.letter)))
	}
	toUnicode := file.stream([]byte("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CMapName /Letters def /CMapType 2 def\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n" +
		unicode.String() + "endcmap CMapName currentdict /CMap defineresource pop end end\n"))
	em := int(f.face.UnitsPerEm())
	return file.object(fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[%g 0 0 %g 0 0]/Resources<<>>"+
		"/FirstChar 0/LastChar %d/Widths[%s]/CharProcs<<%s>>/Encoding<</Type/Encoding/Differences[0 %s]>>/ToUnicode %d 0 R>>",
		1/float64(em), 1/float64(em), len(f.letters)-1, widths.String(), procs.String(), names.String(), toUnicode))
}

// glyphProcedure fills the outline of a glyph, in font units.
func glyphProcedure(face *opentype.Font, index sfnt.GlyphIndex) string {
	outline := contour(face, index)
	if len(outline) == 0 {
		return ""
	}
	c := &pdfCanvas{}
	var path vg.Path
	for _, s := range outline {
		var p [3]vg.Point
		for i, a := range s.Args {
			p[i] = vg.Point{X: vg.Length(a.X), Y: -vg.Length(a.Y)}
		}
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			path.Move(p[0])
		case sfnt.SegmentOpLineTo:
			path.Line(p[0])
		case sfnt.SegmentOpQuadTo:
			path.QuadTo(p[0], p[1])
		case sfnt.SegmentOpCubeTo:
			path.CubeTo(p[0], p[1], p[2])
		}
	}
	c.Fill(path) // which closes every contour
	return c.body.String()
}
