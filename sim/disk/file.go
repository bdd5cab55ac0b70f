package disk

import (
	"errors"
	"os"
)

// Files are files that were created and do not last yet.
type Files struct{ open []*os.File }

// Write creates a file, which must not be there, and writes it.
func (f *Files) Write(path string, content []byte) error {
	if err := Ask("write", path); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	f.open = append(f.open, file)
	_, err = file.Write(content)
	return err
}

// Sync makes all the files last, and closes them.
func (f *Files) Sync() error {
	var failed error
	for _, file := range f.open {
		if failed == nil {
			failed = sync(file)
		}
		failed = errors.Join(failed, file.Close())
	}
	f.open = nil
	return failed
}

// Close closes the files that were not synced, after an error.
func (f *Files) Close() {
	for _, file := range f.open {
		file.Close()
	}
	f.open = nil
}

// SyncFile makes what was written to a file last.
func SyncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(sync(file), file.Close())
}

func sync(file *os.File) error {
	if err := Ask("sync", file.Name()); err != nil {
		return err
	}
	return file.Sync()
}
