package journal

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"sync"
)

// file is what a journal needs of an *os.File.
type file interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Sync() error
	Truncate(size int64) error
}

// Journal is an open journal. Its methods are safe for concurrent use.
type Journal struct {
	path   string
	file   file
	seed   uint32 // the sum of the header, from which those of records start
	chunks uint64 // of the whole ensemble
	cut    int64

	mutex    sync.Mutex
	offsets  map[uint64]int64 // of the record of each chunk
	end      int64            // where the next record goes
	buffer   []byte
	unsynced int   // records since the last sync
	broken   error // why nothing more can be appended

	named func() bool // whether the path still names the file
}

// Cut returns how many bytes of a torn record Open cut off.
func (j *Journal) Cut() int64 { return j.cut }

// Done reports whether the chunk is in the journal.
func (j *Journal) Done(chunk uint64) bool {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	_, ok := j.offsets[chunk]
	return ok
}

// Len returns how many chunks the journal holds.
func (j *Journal) Len() int {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return len(j.offsets)
}

// Records reads the records that are in the journal when the loop begins, in the
// order of their chunks, one at a time. It stops at the first error.
func (j *Journal) Records() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for _, chunk := range j.done() {
			r, err := j.read(chunk)
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// done returns the chunks that are in the journal, ascending.
func (j *Journal) done() []uint64 {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return slices.Sorted(maps.Keys(j.offsets))
}

// Read returns the payload of a chunk that is in the journal.
func (j *Journal) Read(chunk uint64) ([]byte, error) {
	if !j.Done(chunk) {
		return nil, fmt.Errorf("journal %s: there is no chunk %d", j.path, chunk)
	}
	r, err := j.read(chunk)
	return r.Payload, err
}

func (j *Journal) read(chunk uint64) (Record, error) {
	j.mutex.Lock()
	offset, end := j.offsets[chunk], j.end
	j.mutex.Unlock()
	r, _, err := readRecord(j.file, offset, end, j.seed, nil)
	if err == nil && r.Chunk != chunk {
		err = errDamaged
	}
	if errors.Is(err, errDamaged) {
		err = damage(fmt.Sprintf("chunk %d changed on the disk at byte %d", chunk, offset))
	}
	if err != nil {
		return Record{}, fmt.Errorf("journal %s: %w", j.path, err)
	}
	return r, nil
}
