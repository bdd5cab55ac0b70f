package text

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// decoded returns the content of a file as UTF-8. Editors of Windows mark UTF-16, which they
// call Unicode, by its first two bytes (Unicode Standard, 3.10); what has no such mark stays
// as it is, and is UTF-8 or none.
func decoded(name string, content []byte) ([]byte, error) {
	if len(content) < 2 {
		return content, nil
	}
	var order binary.ByteOrder
	switch order = binary.LittleEndian; {
	case order.Uint16(content) == byteOrderMark:
	case binary.BigEndian.Uint16(content) == byteOrderMark:
		order = binary.BigEndian
	default:
		return content, nil
	}
	if len(content)%2 != 0 {
		return nil, fmt.Errorf("%s begins as UTF-16 text and ends in half a character; save it anew, as UTF-8", name)
	}
	var text []byte
	for at := 2; at < len(content); at += 2 {
		r := rune(order.Uint16(content[at:]))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if at+2 < len(content) {
				low = rune(order.Uint16(content[at+2:]))
			}
			whole := utf16.DecodeRune(r, low)
			if whole == '\uFFFD' {
				return nil, fmt.Errorf("%s is not UTF-16 text at byte %d, though it begins so; save it anew, as UTF-8", name, at)
			}
			r, at = whole, at+2
		}
		text = append(text, string(r)...)
	}
	return text, nil
}

const byteOrderMark = 0xFEFF
