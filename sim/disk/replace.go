package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// Replace puts a file in the place of another, or of none: at every moment the old one
// is there, whole, or the new one. A link that bears the name gives way to the file,
// and what it points to stays as it is; so does all that is no file. It makes the
// directories it needs.
func Replace(path string, content []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return &fs.PathError{Op: "write", Path: path, Err: errors.New("not a regular file")}
	}
	return beside(path, content, func(temporary string) error { return Rename(temporary, path) })
}

// Create makes a file, whole or not at all. The error is fs.ErrExist where the name is
// taken, if only by a link.
func Create(path string, content []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	}
	return beside(path, content, func(temporary string) error {
		err := Link(temporary, path)
		if err != nil && !errors.Is(err, fs.ErrExist) { // no second names on this file system
			var f Files
			if err = errors.Join(f.Write(path, content), f.Sync()); err != nil && !errors.Is(err, fs.ErrExist) {
				os.Remove(path)
			}
		}
		return err
	})
}

// beside writes a file next to its place, puts it there, and makes that last.
func beside(path string, content []byte, put func(temporary string) error) error {
	dir := filepath.Dir(path)
	if err := MakeDirectories(dir); err != nil {
		return err
	}
	ClearTemporary(dir)
	if err := Ask("write", path); err != nil {
		return err
	}
	f, err := temporary(dir, filepath.Base(path))
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err := f.Write(content); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := errors.Join(f.Chmod(0o644), sync(f)); err != nil {
		return err
	}
	if err := put(f.Name()); err != nil {
		return err
	}
	return errors.Join(SyncDirectory(dir), f.Close())
}

// temporary creates a file that is locked, so that what a process that is gone has left
// is known, and cleared by the next.
func temporary(dir, name string) (*os.File, error) {
	for {
		f, err := os.CreateTemp(dir, "."+name+".writing-*")
		if err != nil {
			return nil, err
		}
		if Lock(f) == nil && Names(f.Name(), f) {
			return f, nil
		}
		f.Close() // another process took it for one that was left
	}
}

// left is how temporary files are called, those of earlier versions without a number.
var left = regexp.MustCompile(`^\..+\.writing(-[0-9]+)?$`)

// ClearTemporary removes the temporary files that processes that are gone have left in
// a directory.
func ClearTemporary(dir string) {
	entries, _ := os.ReadDir(dir) // what cannot be read is not ours to clear
	for _, e := range entries {
		if !e.Type().IsRegular() || !left.MatchString(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			continue
		}
		if Lock(f) == nil && Names(path, f) {
			os.Remove(path)
		}
		f.Close()
	}
}
