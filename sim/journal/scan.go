package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// scan reads all records and notes where each is. It returns where the whole ones
// end.
func (j *Journal) scan(start, size int64) (end int64, err error) {
	var first []byte
	end, err = j.walk(start, size, func(r Record, offset int64) (err error) {
		if r.Chunk >= j.chunks {
			return damage(fmt.Sprintf("chunk %d at byte %d of an ensemble of %d chunks", r.Chunk, offset, j.chunks))
		}
		if earlier, ok := j.offsets[r.Chunk]; ok {
			var known Record
			if known, first, err = readRecord(j.file, earlier, size, j.seed, first); err != nil {
				return err
			}
			if !bytes.Equal(known.Payload, r.Payload) {
				return &ConflictError{j.path, r.Chunk, earlier}
			}
		} else {
			j.offsets[r.Chunk] = offset
		}
		return nil
	})
	if err == nil && end < size {
		err = j.torn(end, size)
	}
	return end, err
}

// walk reads whole records one after the other, each with its offset, and returns where they
// end: before the size where something else follows. The payload of a record is the reader's
// only until it returns.
func (j *Journal) walk(start, size int64, reader func(r Record, offset int64) error) (end int64, err error) {
	var buffer []byte
	for end = start; end < size; {
		var r Record
		r, buffer, err = readRecord(j.file, end, size, j.seed, buffer)
		if errors.Is(err, errDamaged) {
			return end, nil
		}
		if err == nil {
			err = reader(r, end)
		}
		if err != nil {
			return end, err
		}
		end += recordHead + int64(len(r.Payload)) + recordTail
	}
	return end, nil
}

// torn returns an error if a whole record follows the damage at an offset. It looks
// at every byte, for the damage may be in a length.
func (j *Journal) torn(damage, size int64) error {
	const step = 1 << 16
	window := make([]byte, step+recordHead-1)
	var buffer []byte
	for at := damage + 1; at <= size-recordHead-recordTail; at += step {
		n, err := j.file.ReadAt(window[:min(int64(len(window)), size-at)], at)
		if err != nil && err != io.EOF {
			return err
		}
		for i := 0; i+recordHead <= n; i++ {
			if _, _, err := parseHead(window[i:i+recordHead], j.seed); err != nil {
				continue
			}
			offset := at + int64(i)
			_, buffer, err = readRecord(j.file, offset, size, j.seed, buffer)
			if err == nil {
				return &CorruptError{j.path, damage, len(j.offsets), offset}
			}
			if !errors.Is(err, errDamaged) {
				return err
			}
		}
	}
	return nil
}
