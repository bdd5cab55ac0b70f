package ink

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"unicode/utf16"
)

// pdfFile collects numbered objects.
type pdfFile struct {
	out     bytes.Buffer
	offsets []int
}

func (f *pdfFile) next() int { return len(f.offsets) + 1 }

func (f *pdfFile) object(body string) int {
	if len(f.offsets) == 0 {
		f.out.WriteString("%PDF-1.7\n%\xc3\xa4\n")
	}
	f.offsets = append(f.offsets, f.out.Len())
	fmt.Fprintf(&f.out, "%d 0 obj\n%s\nendobj\n", len(f.offsets), body)
	return len(f.offsets)
}

func (f *pdfFile) stream(content []byte) int { return f.streamOf("", content) }

// streamOf writes a stream of which more is said than how it is packed.
func (f *pdfFile) streamOf(entries string, content []byte) int {
	var packed bytes.Buffer
	z, _ := zlib.NewWriterLevel(&packed, zlib.BestCompression) // a level that exists
	_, _ = z.Write(content)                                    // a buffer takes everything
	_ = z.Close()
	return f.object(fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, packed.Len(), packed.String()))
}

func (f *pdfFile) finish(root, info int) *bytes.Buffer {
	start := f.out.Len()
	fmt.Fprintf(&f.out, "xref\n0 %d\n0000000000 65535 f \n", f.next())
	for _, offset := range f.offsets {
		fmt.Fprintf(&f.out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&f.out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", f.next(), root, info, start)
	return &f.out
}

// utf16String is a text string (ISO 32000-1, 7.9.2.2).
func utf16String(s string) string { return "<FEFF" + utf16Hex(s) + ">" }

func utf16Hex(s string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String()
}
