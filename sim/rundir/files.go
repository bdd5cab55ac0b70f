package rundir

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"corridor/sim/disk"
)

// list returns the files that the results in a directory list, none where they cannot
// be read.
func (p *Place) list(dir string) []string {
	list, err := p.listed(dir)
	if err != nil {
		return nil
	}
	var valid []string
	for _, file := range list {
		if fs.ValidPath(file) && file != "." && filepath.IsLocal(filepath.FromSlash(file)) {
			valid = append(valid, file)
		}
	}
	return valid
}

// syncAll makes the names of files last, in the directory and those in it.
func syncAll(dir string, files []string) error {
	within := map[string]bool{dir: true}
	for _, name := range files {
		for d := path.Dir(name); d != "."; d = path.Dir(d) {
			within[filepath.Join(dir, filepath.FromSlash(d))] = true
		}
	}
	for _, d := range slices.Sorted(maps.Keys(within)) {
		if err := disk.SyncDirectory(d); err != nil {
			return err
		}
	}
	return nil
}

func isRegular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}

func isDirectory(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func sameFile(a, b string) bool {
	infoA, errA := os.Lstat(a)
	infoB, errB := os.Lstat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}
