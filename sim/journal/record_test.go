package journal

import (
	"encoding/binary"
	"hash/crc32"
	"testing"
)

// A length that no record has is damage, even under a right sum.
func TestPayloadIsLimited(t *testing.T) {
	for length, want := range map[uint32]error{0: nil, MaxPayload: nil, MaxPayload + 1: errDamaged, 1<<32 - 1: errDamaged} {
		head := binary.LittleEndian.AppendUint64(nil, 3)
		head = binary.LittleEndian.AppendUint32(head, length)
		head = binary.LittleEndian.AppendUint32(head, crc32.Update(7, castagnoli, head))
		chunk, size, err := parseHead(head, 7)
		if err != want || err == nil && (chunk != 3 || size != int64(length)+20) {
			t.Errorf("length %d: chunk %d of %d bytes, %v", length, chunk, size, err)
		}
		if _, _, err := parseHead(head, 8); err != errDamaged {
			t.Errorf("length %d under another sum: %v", length, err)
		}
	}
}
