package ink

import (
	"bytes"
	"io"
	"testing"

	"github.com/klauspost/compress/zlib"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// everyScript has letters of all languages, of both faces, with and without kerning.
var everyScript = []string{
	"AVATAR To. Yя, 10,5 Mt/yr – “x” · 12 345", "Қазақстан: тасымал дәлізі, ғұмыр", "Bakı şəhəri, Əğçıİ", "Türkiye İğdır",
	"საქართველო, ფოთი AV", "Հայաստան 2030։", "Port נמל ים", "阿拉山口",
}

// fontOf returns the font of the letters of some texts as a file.
func fontOf(t *testing.T, face Lettering, texts ...string) (*subset, []byte) {
	t.Helper()
	var letters Letters
	s := letters.of(face.Face.Face)
	for _, text := range texts {
		s.set(text)
	}
	s = s.sorted()
	return s, sfntFile(checked(s.trueType().tables))
}

// TestFontOfAPeer reads the font with another program: every letter has the width and the
// outline that it has in the font it is from, and what stands closer does so here.
func TestFontOfAPeer(t *testing.T) {
	for _, face := range []Lettering{small, large} {
		s, file := fontOf(t, face, everyScript...)
		written, err := opentype.Parse(file)
		require.NoError(t, err)
		require.Equal(t, face.Face.Face.UnitsPerEm(), written.UnitsPerEm())
		require.Equal(t, len(s.letters)+1, written.NumGlyphs())
		require.Greater(t, len(s.letters), 80)
		em := fixed.Int26_6(written.UnitsPerEm())
		for _, g := range s.letters {
			index, err := written.GlyphIndex(nil, g.letter)
			require.NoError(t, err)
			require.NotZero(t, index, "%c", g.letter)
			width, err := written.GlyphAdvance(nil, index, em, font.HintingNone)
			require.NoError(t, err)
			require.EqualValues(t, g.width, width, "%c", g.letter)
			requireSameOutline(t, g, written, index)
		}
		for _, face := range []*opentype.Font{face.Face.Face, written} {
			require.NotZero(t, kernOf(t, face, 'A', 'V'))
		}
		require.Equal(t, kernOf(t, face.Face.Face, 'A', 'V'), kernOf(t, written, 'A', 'V'))
		name, err := written.Name(nil, sfnt.NameIDFull)
		require.NoError(t, err)
		require.Equal(t, map[bool]string{false: "Chart Sans Regular", true: "Chart Sans Bold"}[face == large], name)
		absent, err := written.GlyphIndex(nil, '山')
		require.NoError(t, err)
		require.Zero(t, absent, "what no font has is left to those of the reader")
	}
}

func kernOf(t *testing.T, f *opentype.Font, left, right rune) fixed.Int26_6 {
	t.Helper()
	a, err := f.GlyphIndex(nil, left)
	require.NoError(t, err)
	b, err := f.GlyphIndex(nil, right)
	require.NoError(t, err)
	k, err := f.Kern(nil, a, b, fixed.Int26_6(f.UnitsPerEm()), font.HintingNone)
	require.NoError(t, err)
	return k
}

// requireSameOutline holds an outline to that of its origin, point by point.
func requireSameOutline(t *testing.T, g glyph, written *opentype.Font, index sfnt.GlyphIndex) {
	t.Helper()
	var buffer sfnt.Buffer
	got, err := written.LoadGlyph(&buffer, index, fixed.Int26_6(written.UnitsPerEm()), nil)
	require.NoError(t, err)
	want := contour(g.face, g.index)
	require.Len(t, got, len(want), "%c", g.letter)
	for i := range want {
		require.Equal(t, want[i].Op, got[i].Op)
		for j := range map[sfnt.SegmentOp]int{sfnt.SegmentOpMoveTo: 1, sfnt.SegmentOpLineTo: 1, sfnt.SegmentOpQuadTo: 2}[want[i].Op] {
			require.InDelta(t, int(want[i].Args[j].X), int(got[i].Args[j].X), 1, "%c", g.letter)
			require.InDelta(t, int(want[i].Args[j].Y), int(got[i].Args[j].Y), 1, "%c", g.letter)
		}
	}
}

// A font is the same whatever the order in which its letters were met.
func TestFontHangsOnLettersAlone(t *testing.T) {
	_, one := fontOf(t, small, "Aktau", "Baku")
	_, other := fontOf(t, small, "Baku", "Baku", "Aktau")
	require.Equal(t, one, other)
}

// The checksums of a font and of its tables are those the specification asks for.
func TestFontChecksums(t *testing.T) {
	_, file := fontOf(t, large, everyScript...)
	require.EqualValues(t, 0xb1b0afba, checksum(file))
}

// A file for the web holds the same tables.
func TestFontForTheWeb(t *testing.T) {
	var letters Letters
	letters.of(regularFont).set(everyScript[0])
	tables := checked(letters.subsets[0].sorted().trueType().tables)
	file := woffFile(tables)
	require.Equal(t, "wOFF", string(file[:4]))
	number := func(at int) int {
		return int(file[at])<<24 | int(file[at+1])<<16 | int(file[at+2])<<8 | int(file[at+3])
	}
	require.Equal(t, len(file), number(8))
	require.Equal(t, len(sfntFile(tables)), number(16))
	require.Less(t, len(file), len(sfntFile(tables)))
	for i, table := range tables {
		entry := 44 + 20*i
		require.Equal(t, table.tag, string(file[entry:entry+4]))
		data := file[number(entry+4):][:number(entry+8)]
		if number(entry+8) < number(entry+12) {
			z, err := zlib.NewReader(bytes.NewReader(data))
			require.NoError(t, err)
			data, err = io.ReadAll(z)
			require.NoError(t, err)
			require.Len(t, data, number(entry+12))
		}
		require.Equal(t, string(table.data), string(data), table.tag)
	}
}
