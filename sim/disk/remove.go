package disk

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// RemoveAll removes a directory and all that is in it, as [os.RemoveAll] does; also where
// the file system cannot remove what is named by its directory, as some drives in a
// network that Windows reaches cannot, and nothing but a full path will do. Links are
// removed and not followed. It is no error when there is nothing.
func RemoveAll(dir string) error {
	err := os.RemoveAll(dir)
	if err == nil || removeByPath(dir) == nil {
		return nil
	}
	return err
}

// removeByPath removes a directory and what is in it, each by its path.
func removeByPath(dir string) error {
	var all []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		all = append(all, path)
		return err
	})
	if err != nil {
		return err
	}
	for _, path := range slices.Backward(all) { // what is in a directory stands behind it
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}
