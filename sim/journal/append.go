package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"corridor/sim/disk"
)

// syncEvery is the number of records after which the file is synced.
const syncEvery = 16

// Append adds a finished chunk. A chunk that is there already with the same bytes
// is ignored; with other bytes it is a *[ConflictError]. After an error what was
// done before is kept, and unless the disk failed to sync the chunk may be appended
// again.
func (j *Journal) Append(chunk uint64, payload []byte) error {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	switch {
	case j.broken != nil:
		return j.broken
	case chunk >= j.chunks:
		return fmt.Errorf("journal %s: chunk %d of an ensemble of %d chunks", j.path, chunk, j.chunks)
	case len(payload) > MaxPayload:
		return fmt.Errorf("journal %s: chunk %d takes %d bytes, more than %d; make chunks smaller", j.path, chunk, len(payload), MaxPayload)
	}
	if offset, ok := j.offsets[chunk]; ok {
		known, _, err := readRecord(j.file, offset, j.end, j.seed, nil)
		if err != nil {
			return fmt.Errorf("journal %s: chunk %d at byte %d: %w", j.path, chunk, offset, err)
		}
		if !bytes.Equal(known.Payload, payload) {
			return &ConflictError{j.path, chunk, offset}
		}
		return nil
	}
	j.buffer = Record{chunk, payload}.append(j.buffer[:0], j.seed)
	if err := disk.Ask("append", j.path); err != nil {
		return j.kept(fmt.Sprintf("write chunk %d", chunk), err)
	}
	if _, err := j.file.WriteAt(j.buffer, j.end); err != nil {
		// What was written of it is overwritten by the next, or cut off by Open.
		j.file.Truncate(j.end)
		return j.kept(fmt.Sprintf("write chunk %d", chunk), err)
	}
	j.offsets[chunk] = j.end
	j.end += int64(len(j.buffer))
	if j.unsynced++; j.unsynced >= syncEvery {
		return j.sync()
	}
	return nil
}

// sync makes the records last. After a failure the system may have dropped what it
// had not written, and says so once only (Rebello et al. 2020, USENIX ATC, 753–767),
// so nothing more is appended.
func (j *Journal) sync() error {
	if err := j.file.Sync(); err != nil {
		j.broken = j.kept("sync", err)
		return j.broken
	}
	j.unsynced = 0
	return nil
}

// kept says what failed and that the work so far is not lost.
func (j *Journal) kept(doing string, err error) error {
	safe := len(j.offsets)
	if doing == "sync" {
		safe -= j.unsynced
	}
	return fmt.Errorf("journal %s: %s: %w; the %d chunks finished before are kept", j.path, doing, err, safe)
}

// Remove removes the journal from the disk, if its name is not another's by now, and
// closes it.
func (j *Journal) Remove() error {
	var err error
	if j.named() {
		if err = disk.Remove(j.path); err != nil && runtime.GOOS == "windows" { // where it must be closed first
			j.Close()
			err = disk.Remove(j.path)
		}
		if err == nil {
			err = disk.SyncDirectory(filepath.Dir(j.path))
		}
	}
	j.mutex.Lock()
	j.unsynced = 0
	j.mutex.Unlock()
	return errors.Join(err, j.Close())
}

// Close syncs and closes the file, and lets other processes have it. Once it is closed it
// does nothing.
func (j *Journal) Close() error {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	var err error
	if j.unsynced > 0 && j.broken == nil {
		err = j.sync()
	}
	if j.broken == nil || err != nil {
		j.broken = fmt.Errorf("journal %s is closed", j.path)
	}
	if failed := j.file.Close(); err == nil && failed != nil && !errors.Is(failed, os.ErrClosed) {
		err = fmt.Errorf("journal %s: %w", j.path, failed)
	}
	return err
}
