package ink

import (
	"encoding/binary"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// table is one of a TrueType font.
type table struct {
	tag  string
	data []byte
}

// trueType is a font as its tables, and what it measures.
type trueType struct {
	tables                    []table // sorted by name
	box                       bounds
	ascent, descent, capitals int16
}

// trueType returns a font of the letters, each the glyph of the number after its place,
// the first glyph being the box for what is missing (OpenType Specification, version 1.9).
// It says nothing of time. What it measures is what the face does; hints are left out.
func (s *subset) trueType() trueType {
	em := fixed.Int26_6(s.face.UnitsPerEm())
	boxWidth, _ := s.face.GlyphAdvance(nil, 0, em, font.HintingNone) // there is one
	glyphs := append([]glyph{{face: s.face, width: int(boxWidth)}}, s.letters...)

	var glyf, loca, hmtx []byte
	var box bounds
	points, contours, widest, total := 0, 0, 0, 0
	for _, g := range glyphs {
		o := simple(contour(g.face, g.index))
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, o.data...)
		hmtx = append16(hmtx, g.width, int(o.XMin))
		box = box.with(o.bounds)
		points, contours = max(points, o.points), max(contours, o.contours)
		widest, total = max(widest, g.width), total+g.width
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	m, _ := s.face.Metrics(nil, em, font.HintingNone) // of a size that there is
	style, weight, heavy, selection := "Regular", uint16(400), uint16(0), uint16(1<<6)
	if s.face == boldFont {
		style, weight, heavy, selection = "Bold", 700, 1, 1<<5
	}
	out := trueType{box: box, ascent: int16(m.Ascent), descent: int16(m.Descent), capitals: int16(m.CapHeight)}
	out.tables = []table{
		{"OS/2", packed(os2Table{
			Version: 4, AvgCharWidth: int16(total / len(glyphs)), WeightClass: weight, WidthClass: 5, VendID: [4]byte{' ', ' ', ' ', ' '},
			Selection: selection, FirstCharIndex: ' ', LastCharIndex: lastMapped,
			TypoAscender: out.ascent, TypoDescender: -out.descent, WinAscent: uint16(out.ascent), WinDescent: uint16(out.descent),
			XHeight: int16(m.XHeight), CapHeight: out.capitals, BreakChar: ' ', MaxContext: 2,
		})},
		{"cmap", s.cmap()},
		{"glyf", glyf},
		{"head", packed(headTable{
			Version: version1, Magic: 0x5f0f3cf5, Flags: 0b11, UnitsPerEm: uint16(em), bounds: box,
			MacStyle: heavy, LowestRecPPEM: 8, DirectionHint: 2, IndexToLocFormat: 1,
		})},
		{"hhea", packed(hheaTable{
			Version: version1, Ascender: out.ascent, Descender: -out.descent, AdvanceWidthMax: uint16(widest),
			MinLeftSideBearing: box.XMin, MaxExtent: box.XMax, CaretSlopeRise: 1, NumberOfHMetrics: uint16(len(glyphs)),
		})},
		{"hmtx", hmtx},
	}
	if kern := s.kern(); kern != nil {
		out.tables = append(out.tables, table{"kern", kern})
	}
	out.tables = append(out.tables,
		table{"loca", loca},
		table{"maxp", packed(maxpTable{Version: version1, NumGlyphs: uint16(len(glyphs)), MaxPoints: uint16(points), MaxContours: uint16(contours), MaxZones: 1})},
		table{"name", nameTable(style)},
		table{"post", packed(postTable{Version: 0x30000, UnderlinePosition: -int16(em / 10), UnderlineThickness: int16(em / 20)})},
	)
	return out
}

const version1 = 0x10000

// The tables below are in the order of the specification and with its names.

type headTable struct {
	Version, Revision, ChecksumAdjustment, Magic uint32
	Flags, UnitsPerEm                            uint16
	Created, Modified                            int64
	bounds
	MacStyle, LowestRecPPEM                          uint16
	DirectionHint, IndexToLocFormat, GlyphDataFormat int16
}

type hheaTable struct {
	Version                                            uint32
	Ascender, Descender, LineGap                       int16
	AdvanceWidthMax                                    uint16
	MinLeftSideBearing, MinRightSideBearing, MaxExtent int16
	CaretSlopeRise, CaretSlopeRun, CaretOffset         int16
	_                                                  [4]int16
	MetricDataFormat                                   int16
	NumberOfHMetrics                                   uint16
}

type maxpTable struct {
	Version                                                                      uint32
	NumGlyphs, MaxPoints, MaxContours, MaxCompositePoints, MaxCompositeContours  uint16
	MaxZones, MaxTwilightPoints, MaxStorage, MaxFunctionDefs, MaxInstructionDefs uint16
	MaxStackElements, MaxSizeOfInstructions, MaxComponentElements, MaxDepth      uint16
}

type os2Table struct {
	Version                                       uint16
	AvgCharWidth                                  int16
	WeightClass, WidthClass, Type                 uint16
	Subscript, Superscript                        [4]int16
	StrikeoutSize, StrikeoutPosition, FamilyClass int16
	Panose                                        [10]byte
	UnicodeRange                                  [4]uint32
	VendID                                        [4]byte
	Selection, FirstCharIndex, LastCharIndex      uint16
	TypoAscender, TypoDescender, TypoLineGap      int16
	WinAscent, WinDescent                         uint16
	CodePageRange                                 [2]uint32
	XHeight, CapHeight                            int16
	DefaultChar, BreakChar, MaxContext            uint16
}

type postTable struct {
	Version, ItalicAngle                               uint32
	UnderlinePosition, UnderlineThickness              int16
	IsFixedPitch, MinMem42, MaxMem42, MinMem1, MaxMem1 uint32
}

// packed writes a table.
func packed(fields any) []byte {
	out, err := binary.Append(nil, binary.BigEndian, fields)
	if err != nil {
		panic(err) // all fields have a size
	}
	return out
}

// append16 writes numbers of two bytes.
func append16(to []byte, numbers ...int) []byte {
	for _, n := range numbers {
		to = binary.BigEndian.AppendUint16(to, uint16(n))
	}
	return to
}
