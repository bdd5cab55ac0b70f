package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"corridor/sim/disk"
)

// Open opens the journal at path, or starts one, for the run with the given
// header, and keeps other processes from writing it until it is closed.
//
// A record that was torn at the end of the file is cut off; [Journal.Cut] says how much.
// A journal of another run is a *[MismatchError], damage before the end a
// *[CorruptError], a chunk with two results a *[ConflictError]; the file is then
// left as it is, as is one that is no journal. One that another process writes is
// [disk.ErrInUse].
func Open(path string, h Header) (*Journal, error) { return open(path, h, hold, (*Journal).open) }

// Start starts a new journal as Open does, but continues none: where the file holds a
// chunk, or part of one, the error is [ErrUnfinished]. A journal without any was left by
// a run that finished nothing, and is written over.
func Start(path string, h Header) (*Journal, error) { return open(path, h, hold, (*Journal).begin) }

// View opens a journal to be read, and changes nothing. A torn record is an error.
func View(path string, h Header) (*Journal, error) {
	return open(path, h, regular(os.O_RDONLY), (*Journal).view)
}

func open(path string, h Header, get func(string) (*os.File, error), as func(*Journal, []byte, int64) error) (*Journal, error) {
	if err := h.check(); err != nil {
		return nil, fmt.Errorf("journal %s: %w", path, err)
	}
	f, err := get(path)
	if errors.Is(err, disk.ErrInUse) {
		return nil, fmt.Errorf("journal %s: %w", path, err)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot open a journal: %w", err)
	}
	header := h.append(nil)
	j := &Journal{path: path, file: f, chunks: h.Chunks(), offsets: make(map[uint64]int64)}
	j.seed = binary.LittleEndian.Uint32(header[len(header)-4:])
	j.named = func() bool { return disk.Names(path, f) }
	info, err := f.Stat()
	if err == nil {
		err = as(j, header, info.Size())
	}
	if err != nil {
		f.Close()
		return nil, named(path, err)
	}
	return j, nil
}

// named says of an error of which journal it is.
func named(path string, err error) error {
	switch err.(type) {
	case *MismatchError, *CorruptError, *ConflictError: // which name the path
		return err
	}
	return fmt.Errorf("journal %s: %w", path, err)
}

// hold opens a file that no other process holds, or makes it. What bears the name must
// be a file, not a link to one.
func hold(path string) (*os.File, error) {
	for {
		f, err := regular(os.O_RDWR)(path)
		if errors.Is(err, fs.ErrNotExist) {
			if f, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666); errors.Is(err, fs.ErrExist) {
				continue // another run was first
			}
		}
		if err != nil {
			return nil, err
		}
		if err := disk.Lock(f); err != nil {
			f.Close()
			return nil, err
		}
		if disk.Names(path, f) {
			return f, nil
		}
		f.Close() // the run that held it has ended well and removed it
	}
}

// regular opens a file that is there, and nothing else that bears its name.
func regular(flag int) func(string) (*os.File, error) {
	return func(path string) (*os.File, error) {
		info, err := os.Lstat(path)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			return nil, &fs.PathError{Op: "open", Path: path, Err: errors.New("not a regular file")}
		}
		return os.OpenFile(path, flag, 0)
	}
}

func (j *Journal) open(header []byte, size int64) error {
	fresh, err := j.readHeader(header, size)
	if err != nil {
		return err
	}
	if j.end = int64(len(header)); fresh {
		j.cut = size
		return j.start(header)
	}
	if j.end, err = j.scan(j.end, size); err != nil {
		return err
	}
	if j.cut = size - j.end; j.cut > 0 {
		return j.file.Truncate(j.end)
	}
	return nil
}

func (j *Journal) begin(header []byte, size int64) error {
	have := make([]byte, min(size, int64(prefix)))
	if _, err := j.file.ReadAt(have, 0); err != nil && err != io.EOF {
		return err
	}
	if string(have[:min(len(have), len(magic))]) != magic[:min(len(have), len(magic))] {
		return errHeader
	}
	if len(have) == prefix {
		length := int64(binary.LittleEndian.Uint32(have[prefix-4:]))
		if size > int64(prefix)+length+4 {
			return ErrUnfinished
		}
	}
	if err := j.file.Truncate(0); err != nil {
		return err
	}
	j.end = int64(len(header))
	return j.start(header)
}

func (j *Journal) view(header []byte, size int64) error {
	fresh, err := j.readHeader(header, size)
	if err == nil && !fresh {
		j.end, err = j.scan(int64(len(header)), size)
	}
	if err == nil && (fresh || j.end < size) {
		err = errors.New("its end is missing")
	}
	j.broken = fmt.Errorf("journal %s is open to be read only", j.path)
	return err
}
