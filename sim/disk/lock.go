package disk

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// ErrInUse is for what another run holds.
var ErrInUse = errors.New("in use by another run")

// patience is how long a lock is waited for that is held for moments only.
const patience = 10 * time.Second

// LockDirectory keeps a directory to this process until it is closed, and waits for
// others that do. It returns the directory that bears the name once it is locked, nil
// where there is none. Where directories cannot be locked it keeps nobody away.
func LockDirectory(path string) (*os.File, error) {
	for begun := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		d, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		err = Lock(d)
		if err == nil && Names(path, d) {
			return d, nil
		}
		d.Close()
		if time.Since(begun) > patience {
			return nil, errors.Join(ErrInUse, err)
		}
	}
}

// Names reports whether the path still names the open file, and no link to it.
func Names(path string, f *os.File) bool {
	there, err := os.Lstat(path)
	if err != nil {
		return false
	}
	here, err := f.Stat()
	return err == nil && os.SameFile(there, here)
}
