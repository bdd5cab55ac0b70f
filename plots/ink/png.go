package ink

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/zlib"
)

// WriteTo writes the file (Portable Network Graphics Specification, Third Edition), with
// how large it is meant to be. Rows are not filtered: what is drawn is of few colours, and
// comes out smaller and sooner as it is.
func (c *dotCanvas) WriteTo(w io.Writer) (int64, error) {
	var dots bytes.Buffer
	z, _ := zlib.NewWriterLevel(&dots, zlib.BestSpeed) // a level that there is
	z.Write(c.rows)                                    // a buffer takes everything
	z.Close()

	var file bytes.Buffer
	file.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(c.width))
	header = binary.BigEndian.AppendUint32(header, uint32(c.height))
	chunk(&file, "IHDR", append(header, 8, 2, 0, 0, 0)) // bits a colour, red green blue, deflated, filtered by row, not interlaced
	perMetre := uint32(c.dpi/0.0254 + 0.5)
	size := binary.BigEndian.AppendUint32(nil, perMetre)
	size = binary.BigEndian.AppendUint32(size, perMetre)
	chunk(&file, "pHYs", append(size, 1)) // dots a metre
	chunk(&file, "IDAT", dots.Bytes())
	chunk(&file, "IEND", nil)
	return file.WriteTo(w)
}

// chunk writes a chunk of a PNG file (§5.3).
func chunk(file *bytes.Buffer, kind string, data []byte) {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	file.Write(binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:])))
}
