package journal

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
)

// Sync makes what was appended last, and returns how long the file is by then: as far as
// that it changes no more, whatever is appended later.
func (j *Journal) Sync() (end int64, err error) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	if j.broken != nil {
		return 0, j.broken
	}
	if j.unsynced > 0 {
		err = j.sync()
	}
	return j.end, err
}

// ViewUntil opens the beginning of a journal, as long as [Journal.Sync] has said it was, to be
// read while another process may be appending to it.
func ViewUntil(path string, h Header, end int64) (*Journal, error) {
	return open(path, h, regular(os.O_RDONLY), func(j *Journal, header []byte, size int64) error {
		if size < end {
			return damage("it is shorter than it was")
		}
		return j.view(header, end)
	})
}

// Since reads the whole records of a journal that another process may be appending to, from
// an offset on, 0 for the first, and returns the offset to go on from. What is not whole is
// left for later; a file that is not there, or has no whole header yet, holds nothing. The
// payload of a record is the reader's only until it returns, and its error is returned.
func Since(path string, h Header, from int64, reader func(Record) error) (next int64, err error) {
	f, err := regular(os.O_RDONLY)(path)
	if errors.Is(err, fs.ErrNotExist) {
		return from, nil
	}
	if err != nil {
		return from, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return from, err
	}
	header := h.append(nil)
	j := &Journal{path: path, file: f, chunks: h.Chunks(), seed: binary.LittleEndian.Uint32(header[len(header)-4:])}
	size := info.Size()
	if fresh, err := j.readHeader(header, size); fresh || err != nil {
		return from, err
	}
	return j.walk(max(from, int64(len(header))), size, func(r Record, _ int64) error { return reader(r) })
}
