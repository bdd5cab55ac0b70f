package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// Record is one finished chunk.
type Record struct {
	Chunk   uint64
	Payload []byte
}

const (
	recordHead = 16 // chunk, length and their sum
	recordTail = 4  // the sum of all
)

// MaxPayload is the greatest length of a payload, 64 MiB.
const MaxPayload = 1 << 26

// append writes a record; seed is the sum of the journal's header.
func (r Record) append(b []byte, seed uint32) []byte {
	start := len(b)
	b = binary.LittleEndian.AppendUint64(b, r.Chunk)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(r.Payload)))
	b = binary.LittleEndian.AppendUint32(b, crc32.Update(seed, castagnoli, b[start:]))
	b = append(b, r.Payload...)
	return binary.LittleEndian.AppendUint32(b, crc32.Update(seed, castagnoli, b[start:]))
}

// errDamaged is for bytes that are no whole record.
var errDamaged = errors.New("no whole record")

// parseHead reads the first bytes of a record, and with them how long it is.
func parseHead(head []byte, seed uint32) (chunk uint64, size int64, err error) {
	if crc32.Update(seed, castagnoli, head[:12]) != binary.LittleEndian.Uint32(head[12:]) {
		return 0, 0, errDamaged
	}
	length := binary.LittleEndian.Uint32(head[8:])
	if length > MaxPayload {
		return 0, 0, errDamaged
	}
	return binary.LittleEndian.Uint64(head), recordHead + int64(length) + recordTail, nil
}

// readRecord reads the record at an offset of a file of the given size. The
// payload is in buffer, which is made longer where it must. What is no whole record
// gives errDamaged; other errors are those of the file.
func readRecord(f io.ReaderAt, offset, end int64, seed uint32, buffer []byte) (Record, []byte, error) {
	if end-offset < recordHead {
		return Record{}, buffer, errDamaged
	}
	buffer = grow(buffer, recordHead)
	if _, err := f.ReadAt(buffer, offset); err != nil {
		return Record{}, buffer, fmt.Errorf("at byte %d: %w", offset, err)
	}
	chunk, size, err := parseHead(buffer, seed)
	if err != nil || size > end-offset {
		return Record{}, buffer, errDamaged
	}
	buffer = grow(buffer, int(size))
	if _, err := f.ReadAt(buffer, offset); err != nil {
		return Record{}, buffer, fmt.Errorf("at byte %d: %w", offset, err)
	}
	body, sum := buffer[:size-recordTail], buffer[size-recordTail:]
	if crc32.Update(seed, castagnoli, body) != binary.LittleEndian.Uint32(sum) {
		return Record{}, buffer, errDamaged
	}
	return Record{chunk, body[recordHead:]}, buffer, nil
}

// grow returns a buffer of n bytes, the same one where it has the room.
func grow(buffer []byte, n int) []byte {
	if cap(buffer) < n {
		return make([]byte, n)
	}
	return buffer[:n]
}
