package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// SyncDirectory makes the names in a directory last.
func SyncDirectory(dir string) error {
	if runtime.GOOS == "windows" { // which does not sync directories, nor needs to
		return nil
	}
	if err := Ask("sync", dir); err != nil {
		return err
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) { // not every file system can
		err = nil
	}
	return errors.Join(err, d.Close())
}

// MakeDirectories makes a directory with those above it, and makes their names last.
func MakeDirectories(dir string) error {
	info, err := os.Stat(dir)
	if err == nil && info.IsDir() {
		return nil
	}
	if err == nil {
		return &fs.PathError{Op: "mkdir", Path: dir, Err: syscall.ENOTDIR}
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	above := filepath.Dir(dir)
	if err := MakeDirectories(above); err != nil {
		return err
	}
	if err := Ask("mkdir", dir); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return SyncDirectory(above)
}

// Rename gives a file or directory another name. [SyncDirectory] makes it last.
func Rename(from, to string) error {
	if err := Ask("rename", to); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// Exchange swaps what two names stand for, so that neither is ever without. The error
// is errors.ErrUnsupported where that cannot be done.
func Exchange(a, b string) error {
	if err := Ask("exchange", b); err != nil {
		return err
	}
	err := exchange(a, b)
	for _, cannot := range []error{
		syscall.ENOSYS, syscall.EINVAL, syscall.EXDEV, syscall.EBUSY, syscall.EPERM, syscall.EACCES, errors.ErrUnsupported,
	} {
		if errors.Is(err, cannot) {
			return fmt.Errorf("%w: %w", errors.ErrUnsupported, err)
		}
	}
	return err
}

// Remove removes a file.
func Remove(path string) error {
	if err := Ask("remove", path); err != nil {
		return err
	}
	return os.Remove(path)
}

// Link gives a file a second name.
func Link(from, to string) error {
	if err := Ask("link", to); err != nil {
		return err
	}
	return os.Link(from, to)
}
