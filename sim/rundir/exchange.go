package rundir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"corridor/sim/disk"
)

// refill gives what was the directory the files of what is in its place, and puts it
// back there: who stands in it stays in it, and who reads it meanwhile finds each file
// that is in both.
func (p *Place) refill(list []string) error {
	old := p.in(whole)
	for _, name := range p.list(old) {
		if slices.Contains(list, name) {
			continue
		}
		file := filepath.Join(old, filepath.FromSlash(name))
		if err := disk.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		_ = os.Remove(filepath.Dir(file)) // when it is empty
	}
	second := filepath.Join(old, prefixWithin+"0")
	for _, name := range list {
		from, to := filepath.Join(p.dir, filepath.FromSlash(name)), filepath.Join(old, filepath.FromSlash(name))
		if sameFile(from, to) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := disk.Link(from, second); err != nil {
			return err
		}
		if err := disk.Rename(second, to); err != nil {
			return err
		}
	}
	if err := syncAll(old, list); err != nil {
		return err
	}
	if err := disk.Exchange(old, p.dir); err != nil {
		return err
	}
	return disk.SyncDirectory(filepath.Dir(p.dir))
}
