package ink

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// withResolution tells in a PNG file how large it is meant to be, by a pHYs
// chunk after the header (Portable Network Graphics Specification, §11.3.4.3).
func withResolution(file []byte, dpi int) []byte {
	perMetre := uint32(float64(dpi)/0.0254 + 0.5)
	chunk := binary.BigEndian.AppendUint32(nil, 9) // bytes of data
	chunk = append(chunk, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	const header = 8 + 25 // signature and IHDR
	return slices.Concat(file[:header], chunk, file[header:])
}
