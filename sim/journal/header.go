package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"path/filepath"

	"corridor/sim/disk"
)

// Header says what the chunks of a journal belong to. A journal serves the run
// whose header is the same, field by field.
type Header struct {
	Program  string            // version of the program
	Scenario [sha256.Size]byte // SHA-256 of the effective scenario
	Seed     uint64
	Design   string // of the sample, such as random or latin-hypercube
	Draws    uint64 // of the whole ensemble
	Chunk    uint64 // draws in a chunk; the last may be smaller
	Shard    uint64 // which part of the ensemble, 1 … Shards
	Shards   uint64
}

// Chunks returns the number of chunks of the whole ensemble.
func (h *Header) Chunks() uint64 {
	if h.Chunk == 0 {
		return 0
	}
	chunks := h.Draws / h.Chunk
	if h.Draws%h.Chunk > 0 {
		chunks++
	}
	return chunks
}

func (h *Header) check() error {
	switch {
	case h.Chunk == 0:
		return fmt.Errorf("chunks of 0 draws")
	case h.Shard < 1 || h.Shard > h.Shards:
		return fmt.Errorf("shard %d of %d", h.Shard, h.Shards)
	case len(h.Program) > maxText || len(h.Design) > maxText:
		return fmt.Errorf("a program version or design of more than %d bytes", maxText)
	}
	return nil
}

const (
	magic     = "\x89CORJ\r\n\x1a" // not text, and noticed when a transfer changes line ends
	format    = 1
	prefix    = len(magic) + 8 // magic, format and length
	maxText   = 1 << 10
	maxHeader = 2*(maxText+4) + sha256.Size + 5*8
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// append writes the header as it stands at the start of a file.
func (h *Header) append(b []byte) []byte {
	start := len(b)
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint32(b, format)
	b = binary.LittleEndian.AppendUint32(b, 0)
	body := len(b)
	for _, text := range []string{h.Program, h.Design} {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(text)))
		b = append(b, text...)
	}
	b = append(b, h.Scenario[:]...)
	for _, v := range []uint64{h.Seed, h.Draws, h.Chunk, h.Shard, h.Shards} {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	binary.LittleEndian.PutUint32(b[body-4:], uint32(len(b)-body))
	return binary.LittleEndian.AppendUint32(b, crc32.Checksum(b[start:], castagnoli))
}

// parseBody reads what append wrote between length and checksum.
func (h *Header) parseBody(b []byte) error {
	for _, text := range []*string{&h.Program, &h.Design} {
		if len(b) < 4 || uint64(len(b)-4) < uint64(binary.LittleEndian.Uint32(b)) {
			return errHeader
		}
		end := 4 + int(binary.LittleEndian.Uint32(b))
		*text = string(b[4:end])
		b = b[end:]
	}
	if len(b) != sha256.Size+5*8 {
		return errHeader
	}
	b = b[copy(h.Scenario[:], b):]
	for i, v := range []*uint64{&h.Seed, &h.Draws, &h.Chunk, &h.Shard, &h.Shards} {
		*v = binary.LittleEndian.Uint64(b[8*i:])
	}
	return nil
}

// differences lists the fields in which a journal's header is not the one wanted.
func (h *Header) differences(want *Header) []Difference {
	var list []Difference
	compare := func(field, journal, run string) {
		if journal != run {
			list = append(list, Difference{field, journal, run})
		}
	}
	number := func(v uint64) string { return fmt.Sprint(v) }
	compare("program version", h.Program, want.Program)
	compare("scenario SHA-256", hex.EncodeToString(h.Scenario[:]), hex.EncodeToString(want.Scenario[:]))
	compare("seed", number(h.Seed), number(want.Seed))
	compare("design", h.Design, want.Design)
	compare("draws", number(h.Draws), number(want.Draws))
	compare("chunk size", number(h.Chunk), number(want.Chunk))
	compare("shard", fmt.Sprintf("%d/%d", h.Shard, h.Shards), fmt.Sprintf("%d/%d", want.Shard, want.Shards))
	return list
}

// readHeader checks that the file begins with the header. A file that holds only
// the beginning of that header was left by a run that was killed at once, and is
// fresh.
func (j *Journal) readHeader(want []byte, size int64) (fresh bool, err error) {
	have := make([]byte, min(size, int64(prefix+maxHeader+4)))
	if _, err := j.file.ReadAt(have, 0); err != nil && err != io.EOF {
		return false, err
	}
	if len(have) < len(want) && string(have) == string(want[:len(have)]) {
		return true, nil
	}
	var wanted Header
	h, _, err := parseHeader(j.path, have)
	if err != nil {
		return false, err
	}
	if wanted.parseBody(want[prefix:len(want)-4]) != nil {
		return false, errHeader
	}
	return false, h.Mismatch(j.path, &wanted)
}

// parseHeader reads the header that the bytes of a file begin with, and how long it is.
func parseHeader(path string, have []byte) (h Header, size int, err error) {
	if len(have) < prefix || string(have[:len(magic)]) != magic {
		return h, 0, errHeader
	}
	if v := binary.LittleEndian.Uint32(have[len(magic):]); v != format {
		return h, 0, &MismatchError{path, []Difference{{"format", fmt.Sprint(v), fmt.Sprint(format)}}}
	}
	length := binary.LittleEndian.Uint32(have[len(magic)+4:])
	if uint64(length)+4 > uint64(len(have)-prefix) {
		return h, 0, errHeader
	}
	body := prefix + int(length)
	if crc32.Checksum(have[:body], castagnoli) != binary.LittleEndian.Uint32(have[body:]) || h.parseBody(have[prefix:body]) != nil {
		return h, 0, errHeader
	}
	return h, body + 4, nil
}

// start writes the header, and makes sure that the directory knows the file.
func (j *Journal) start(header []byte) error {
	if _, err := j.file.WriteAt(header, 0); err != nil {
		return err
	}
	if err := j.file.Sync(); err != nil {
		return err
	}
	return disk.SyncDirectory(filepath.Dir(j.path))
}
