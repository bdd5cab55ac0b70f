package ink

import (
	"bytes"
	"encoding/xml"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
)

// line is a line of text as a reader of the file finds it.
type line struct {
	Size   string `xml:"font-size,attr"`
	Weight string `xml:"font-weight,attr"`
	Length string `xml:"textLength,attr"`
	Adjust string `xml:"lengthAdjust,attr"`
	Space  string `xml:"http://www.w3.org/XML/1998/namespace space,attr"`
	Text   string `xml:",chardata"`
}

// Text is there to be found: as it is read, without what cannot be shown, with all its
// blanks, and as wide as it was measured.
func TestSVGText(t *testing.T) {
	for text, want := range map[string]line{
		"Aktau":           {Text: "Aktau"},
		"A":               {Text: "A"},
		"a\x00b\x07<&>\"": {Text: "ab<&>\""},
		"Port נמל ים":     {Text: "Port נמל ים"}, // turned round by the reader
		"e\u0301":         {Text: "é"},
		"two  blanks":     {Space: "preserve", Text: "two  blanks"},
		" before":         {Space: "preserve", Text: " before"},
		"14\u00a0000":     {Text: "14\u00a0000"},
		"西安":              {Adjust: "spacingAndGlyphs", Text: "西安"},
	} {
		file := written(t, Picture{Width: 100, Height: 50, Draw: func(c vg.Canvas) { small.Write(c, 1, 2, FromLeft, text) }}, SVG)
		var picture struct {
			Text []line `xml:"text"`
		}
		require.NoError(t, xml.Unmarshal(file, &picture))
		want.Size = "9"
		if utf8.RuneCountInString(want.Text) > 1 {
			want.Length = decimal(small.Width(text).Points())
		}
		require.Equal(t, []line{want}, picture.Text)
	}
}

// Pictures of one page leave their fonts to it, which then has the letters of all.
func TestWriteInto(t *testing.T) {
	var letters, apart Letters
	for _, text := range []string{"Aktau", "Baku"} {
		var out bytes.Buffer
		p := Picture{Width: 100, Height: 50, Draw: func(c vg.Canvas) {
			small.Write(c, 1, 2, FromLeft, text)
			large.Write(c, 1, 20, FromLeft, "A")
		}}
		require.NoError(t, p.WriteInto(&out, &letters))
		require.NotContains(t, out.String(), "@font-face")
		apart.of(regularFont).set(text)
	}
	apart.of(boldFont).set("A")
	require.Equal(t, apart.FontFaces(), letters.FontFaces())
}
