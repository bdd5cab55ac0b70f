package ink

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
)

// writePDF writes what is used of a face as a font of a PDF file whose codes are glyphs
// (ISO 32000-1, 9.7), and returns the number of its object.
func (s *subset) writePDF(file *pdfFile) int {
	f := s.trueType()
	program := sfntFile(checked(slices.DeleteFunc(f.tables, func(t table) bool { return !slices.Contains(neededInPDF, t.tag) })))
	em := float64(s.face.UnitsPerEm())
	thousandths := func(units ...int) string {
		var out []string
		for _, u := range units {
			out = append(out, decimal(float64(u)*1000/em))
		}
		return strings.Join(out, " ")
	}

	var widths, unicode strings.Builder
	for i, g := range s.letters {
		fmt.Fprintf(&widths, "%s ", thousandths(g.width))
		fmt.Fprintf(&unicode, "1 beginbfchar\n<%04x> <%s>\nendbfchar\n", i+1, utf16Hex(string(g.letter)))
	}
	toUnicode := file.stream([]byte("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName /Letters def /CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n" +
		unicode.String() + "endcmap CMapName currentdict /CMap defineresource pop end end\n"))

	name, flags := "LiberationSans", 4 // of letters of any script
	if s.face == boldFont {
		name, flags = "LiberationSans-Bold", 4|1<<18
	}
	name = tag(program) + "+" + name
	embedded := file.streamOf(fmt.Sprintf("/Length1 %d", len(program)), program)
	descriptor := file.object(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%s]/ItalicAngle 0/Ascent %s/Descent %s/CapHeight %s/StemV 80/FontFile2 %d 0 R>>",
		name, flags, thousandths(int(f.box.XMin), int(f.box.YMin), int(f.box.XMax), int(f.box.YMax)),
		thousandths(int(f.ascent)), thousandths(-int(f.descent)), thousandths(int(f.capitals)), embedded))
	descendant := file.object(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %d 0 R/CIDToGIDMap/Identity/W[1[%s]]>>", name, descriptor, widths.String()))
	return file.object(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, descendant, toUnicode))
}

// neededInPDF are the tables of a font that a PDF file needs; it says the rest itself.
var neededInPDF = []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}

// tag is a name for a font of some letters, unlike those of others (9.6.4).
func tag(program []byte) string {
	sum := sha256.Sum256(program)
	out := make([]byte, 6)
	for i := range out {
		out[i] = 'A' + sum[i]%26
	}
	return string(out)
}
