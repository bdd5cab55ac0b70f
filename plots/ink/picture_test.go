package ink

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"image/color"
	"image/png"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// sample is a square of a quarter of the picture with a word in it and a dashed line.
func sample() Picture {
	return Picture{
		Width: 100, Height: 50, DPI: 144, Lang: "en", Title: "A & B", Description: "A square",
		Draw: func(c vg.Canvas) {
			page := draw.NewCanvas(c, 100, 50)
			page.FillPolygon(RGB(0x0072b2), Corners(vg.Rectangle{Max: vg.Point{X: 50, Y: 25}}))
			page.StrokeLine2(Line(RGB(0xd55e00), 1.5, 4, 2), 0, 40, 100, 40)
			small.Write(page, 10, 10, FromLeft, "Anaklia")
		},
	}
}

func written(t *testing.T, p Picture, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, p.Write(&out, format))
	return out.Bytes()
}

func TestSVG(t *testing.T) {
	file := string(written(t, sample(), SVG))
	require.NoError(t, xml.Unmarshal([]byte(file), new(struct{})))
	for _, part := range []string{
		`width="100pt" height="50pt" viewBox="0 0 100 50"`, `xml:lang="en"`, "<title>A &amp; B</title>", "<desc>A square</desc>",
		`<path d="M0,50L50,50L50,25L0,25Z" fill="#0072b2"/>`, // the origin is at the top
		`stroke="#d55e00" stroke-width="1.5" stroke-dasharray="4 2"`,
		`<text x="10" y="40" font-size="9" textLength="29.52" fill="#000000">Anaklia</text>`,
		"@font-face{font-family:Chart Sans;font-weight:400;src:url(data:font/woff;base64,",
	} {
		require.Contains(t, file, part)
	}
	require.NotContains(t, file, "font-weight:700", "no letter is heavy")
}

// A canvas that is moved, turned or scaled is as it was after Pop.
func TestSVGGroupsEnd(t *testing.T) {
	c := newSVG(Picture{Width: 100, Height: 50}, nil)
	c.Push()
	c.Translate(vg.Point{X: 5, Y: 6})
	c.Push()
	c.Scale(2, 3)
	c.Rotate(0.5)
	c.Pop()
	c.SetColor(color.White)
	c.Pop()
	var out bytes.Buffer
	_, err := c.WriteTo(&out)
	require.NoError(t, err)
	require.NoError(t, xml.Unmarshal(out.Bytes(), new(struct{})))
	require.Contains(t, out.String(), `<g transform="translate(5,-6)">`)
	require.Contains(t, out.String(), `scale(2,3)`)
	require.Equal(t, 3, bytes.Count(out.Bytes(), []byte("<g ")))
}

func TestPNG(t *testing.T) {
	file := written(t, sample(), PNG)
	picture, err := png.Decode(bytes.NewReader(file))
	require.NoError(t, err)
	require.Equal(t, 200, picture.Bounds().Dx(), "100 points at 144 dots an inch")
	require.Equal(t, 100, picture.Bounds().Dy())
	require.Equal(t, color.RGBAModel.Convert(RGB(0x0072b2)), color.RGBAModel.Convert(picture.At(2, 97)))
	_, _, _, a := picture.At(150, 75).RGBA()
	_, _, _, blank := picture.At(150, 10).RGBA()
	require.Equal(t, blank, a, "nothing is drawn there")
	at := bytes.Index(file, []byte("pHYs"))
	require.Positive(t, at)
	require.EqualValues(t, 5669, binary.BigEndian.Uint32(file[at+4:]), "144 dots an inch in dots a metre")
}

func TestPDF(t *testing.T) {
	file := written(t, sample(), PDF)
	require.True(t, bytes.HasPrefix(file, []byte("%PDF-1.7")))
	require.Contains(t, string(file), "/MediaBox[0 0 100 50]")
	require.Contains(t, string(file), "<FEFF00410020002600200042>")
	require.Contains(t, string(file), "/Lang(en)")
}

func TestWrite(t *testing.T) {
	for _, format := range Formats {
		require.Equal(t, written(t, sample(), format), written(t, sample(), format), "%s is the same every time", format)
		require.ErrorIs(t, sample().Write(full{}, format), io.ErrShortWrite)
	}
	require.EqualError(t, sample().Write(io.Discard, "gif"), `unknown format "gif", known are svg, png, pdf`)
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// What cannot be drawn alike in all formats is a mistake of the program.
func TestCanvasesRefuse(t *testing.T) {
	arc := vg.Path{{Type: vg.ArcComp}}
	for _, c := range []vg.Canvas{newSVG(Picture{}, nil), newPDF(Picture{}), newDots(9, 9, 72)} {
		require.Panics(t, func() { c.Fill(arc) })
		require.Panics(t, func() { c.DrawImage(vg.Rectangle{}, nil) })
	}
	require.Panics(t, func() { (&recorder{}).Rotate(1) })
}

func TestMisplaced(t *testing.T) {
	p := sample()
	require.Empty(t, p.Misplaced())
	texts := p.Texts()
	require.Len(t, texts, 1)
	require.Equal(t, "Anaklia", texts[0].Text)
	require.InDelta(t, float64(10+small.Width("Anaklia")), float64(texts[0].Box.Max.X), 1e-9)

	p.Draw = func(c vg.Canvas) {
		small.Write(c, 95, 10, FromLeft, "Anaklia")
		small.Write(c, 97, 12, FromLeft, "B")
	}
	said := p.Misplaced()
	require.Len(t, said, 3)
	require.Contains(t, said[0], `"Anaklia" leaves the page of 100 × 50`)
	require.Contains(t, said[2], `"B" lies on "Anaklia"`)
}

// A zoomed canvas draws twice as large, with other colours and lines.
func TestRestyled(t *testing.T) {
	inner := newSVG(Picture{Width: 200, Height: 100}, nil)
	c := Restyled{Canvas: inner, Zoom: 2, Lines: 3, Colours: map[color.Color]color.Color{RGB(1): RGB(0xff)}}
	w, h := c.Size()
	require.Equal(t, [2]vg.Length{100, 50}, [2]vg.Length{w, h})
	page := draw.NewCanvas(c, 100, 50)
	page.StrokeLine2(Line(RGB(1), 0.5, 3), 0, 0, 10, 5)
	require.Contains(t, inner.body.String(), `<path d="M0,100L20,90" fill="none" stroke="#0000ff" stroke-width="3" stroke-dasharray="6"/>`)
	require.Equal(t, color.Color(RGB(2)), func() color.Color { c.SetColor(RGB(2)); return inner.now.colour }())
}
