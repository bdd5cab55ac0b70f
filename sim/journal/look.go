package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"corridor/sim/disk"
)

// ErrEmpty is for a journal whose header is not written yet: a run has just begun, or was
// killed at once.
var ErrEmpty = errors.New("it holds nothing yet")

// Look opens a journal of whatever run to be read, and changes nothing: one that a run has left
// or, at this moment, writes. It returns what the chunks belong to. Of a record that is torn at the
// end of the file, or not yet whole, [Journal.Cut] says how many bytes there are.
func Look(path string) (*Journal, Header, error) {
	f, err := regular(os.O_RDONLY)(path)
	if err != nil {
		return nil, Header{}, fmt.Errorf("cannot open a journal: %w", err)
	}
	j := &Journal{path: path, file: f, offsets: make(map[uint64]int64)}
	j.named = func() bool { return disk.Names(path, f) }
	j.broken = fmt.Errorf("journal %s is open to be read only", path)
	info, err := f.Stat()
	var h Header
	if err == nil {
		h, err = j.look(info.Size())
	}
	if err != nil {
		f.Close()
		return nil, Header{}, named(path, err)
	}
	return j, h, nil
}

// look reads the header and notes where each whole record is.
func (j *Journal) look(size int64) (Header, error) {
	have := make([]byte, min(size, int64(prefix+maxHeader+4)))
	if _, err := j.file.ReadAt(have, 0); err != nil && err != io.EOF {
		return Header{}, err
	}
	if begun(have) {
		return Header{}, ErrEmpty
	}
	h, length, err := parseHeader(j.path, have)
	if err == nil && h.check() != nil {
		err = errHeader
	}
	if err != nil {
		return Header{}, err
	}
	j.seed, j.chunks = binary.LittleEndian.Uint32(have[length-4:]), h.Chunks()
	j.end, err = j.scan(int64(length), size)
	j.cut = size - j.end
	return h, err
}

// begun reports whether the bytes of a file are the beginning of a header, and end before it does.
func begun(have []byte) bool {
	start := min(len(have), len(magic))
	if string(have[:start]) != magic[:start] {
		return false
	}
	return len(have) < prefix || int64(len(have)) < int64(prefix)+int64(binary.LittleEndian.Uint32(have[prefix-4:]))+4 && len(have) < prefix+maxHeader+4
}

// Mismatch returns a *[MismatchError] for a journal at a path whose header is not the one that
// is wanted, and nil where it is.
func (h *Header) Mismatch(path string, want *Header) error {
	if list := h.differences(want); len(list) > 0 {
		return &MismatchError{path, list}
	}
	return nil
}
