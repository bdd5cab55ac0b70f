package ink

import (
	"bytes"
	"encoding/binary"

	"github.com/klauspost/compress/zlib"
)

// sfntFile writes tables as a TrueType font.
func sfntFile(tables []table) []byte {
	out := binary.BigEndian.AppendUint32(nil, version1)
	out = append16(out, len(tables))
	out = append16(out, search(len(tables), 16)...)
	at := len(out) + 16*len(tables)
	for _, t := range tables {
		out = append(out, t.tag...)
		for _, n := range []uint32{t.checksum(), uint32(at), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, n)
		}
		at += padded(len(t.data))
	}
	for _, t := range tables {
		out = pad(append(out, t.data...))
	}
	return out
}

// adjustment is where the table head has the checksum of the font, which its own leaves out.
const adjustment = 8

// checked returns the tables with the checksum of the whole font in head.
func checked(tables []table) []table {
	const total = 0xb1b0afba
	sum := checksum(sfntFile(tables))
	for _, t := range tables {
		if t.tag == "head" {
			binary.BigEndian.PutUint32(t.data[adjustment:], total-sum)
		}
	}
	return tables
}

func (t table) checksum() uint32 {
	sum := checksum(t.data)
	if t.tag == "head" {
		sum -= binary.BigEndian.Uint32(t.data[adjustment:])
	}
	return sum
}

func checksum(data []byte) (sum uint32) {
	data = pad(bytes.Clone(data))
	for ; len(data) > 0; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	return sum
}

func padded(n int) int { return (n + 3) &^ 3 }

func pad(data []byte) []byte { return append(data, make([]byte, padded(len(data))-len(data))...) }

// woffFile writes tables as a compressed font for the web (WOFF File Format 1.0). Their
// bytes hang on the version of the compressor alone, which the module fixes.
func woffFile(tables []table) []byte {
	const header, entry = 44, 20
	var directory, data []byte
	for _, t := range tables {
		packed := deflated(t.data)
		directory = append(directory, t.tag...)
		for _, n := range []int{header + entry*len(tables) + len(data), len(packed), len(t.data), int(t.checksum())} {
			directory = binary.BigEndian.AppendUint32(directory, uint32(n))
		}
		data = pad(append(data, packed...))
	}
	out := []byte("wOFF")
	out = binary.BigEndian.AppendUint32(out, version1)
	out = binary.BigEndian.AppendUint32(out, uint32(header+len(directory)+len(data)))
	out = append16(out, len(tables), 0)
	out = binary.BigEndian.AppendUint32(out, uint32(len(sfntFile(tables))))
	out = append(out, make([]byte, header-len(out))...) // no version, nothing said of the font
	return append(append(out, directory...), data...)
}

// deflated returns data compressed, or as it is where that is shorter.
func deflated(data []byte) []byte {
	const small = 128 // too short to try
	if len(data) < small {
		return data
	}
	var out bytes.Buffer
	z, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // a level that there is
	z.Write(data)                                           // a buffer takes everything
	z.Close()
	if out.Len() >= len(data) {
		return data
	}
	return out.Bytes()
}
