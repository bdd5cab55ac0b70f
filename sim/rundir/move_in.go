package rundir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"corridor/sim/disk"
)

// moveIn moves the results into the directory one by one, the manifest last. Where they
// are all the results there are, the old manifest is taken out first, and the files
// that it lists and the new one does not are removed.
func (p *Place) moveIn(list []string, adding bool) error {
	if err := p.noLinks(list); err != nil {
		return err
	}
	if err := p.noneHeld(list); err != nil {
		return err
	}
	taken, whole := p.in(begun), p.in(whole)
	if err := disk.MakeDirectories(taken); err != nil {
		return err
	}
	if !adding {
		err := disk.Rename(filepath.Join(p.dir, Manifest), filepath.Join(taken, Manifest))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	p.scratch.needed = true
	if err := errors.Join(disk.SyncDirectory(taken), disk.SyncDirectory(p.dir)); err != nil {
		return err
	}
	moved := false
	for _, name := range list {
		from, to := filepath.Join(whole, filepath.FromSlash(name)), filepath.Join(p.dir, filepath.FromSlash(name))
		if name == Manifest || !isRegular(from) { // it was moved before the run was killed
			continue
		}
		err := os.MkdirAll(filepath.Dir(to), 0o755)
		if err == nil {
			err = disk.Rename(from, to)
		}
		if err != nil && !moved { // files cannot be moved here at all
			_ = os.Rename(filepath.Join(taken, Manifest), filepath.Join(p.dir, Manifest))
			p.scratch.needed = false
		}
		if err != nil {
			return err
		}
		moved = true
	}
	for _, name := range p.list(taken) {
		if slices.Contains(list, name) {
			continue
		}
		file := filepath.Join(p.dir, filepath.FromSlash(name))
		if err := disk.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		_ = os.Remove(filepath.Dir(file)) // when it is empty
	}
	if err := syncAll(p.dir, list); err != nil {
		return err
	}
	if err := disk.Rename(filepath.Join(whole, Manifest), filepath.Join(p.dir, Manifest)); err != nil {
		return err
	}
	if err := disk.SyncDirectory(p.dir); err != nil {
		return err
	}
	return p.finished(whole)
}

// noneHeld returns an error where another program keeps a file that is to be replaced or
// removed: nothing is moved then, rather than half of it.
func (p *Place) noneHeld(list []string) error {
	for _, name := range slices.Concat(p.list(p.dir), list) {
		if file := filepath.FromSlash(name); disk.Held(filepath.Join(p.dir, file)) {
			return fmt.Errorf("%s is open in another program; close it there and give the command again: nothing was changed", filepath.Join(p.asked, file))
		}
	}
	return nil
}

// noLinks returns an error where a directory for the files is none, but a link.
func (p *Place) noLinks(list []string) error {
	for _, name := range list {
		for d := path.Dir(name); d != "."; d = path.Dir(d) {
			info, err := os.Lstat(filepath.Join(p.dir, filepath.FromSlash(d)))
			if err == nil && !info.IsDir() {
				return fmt.Errorf("%s is not a directory, but a link or a file", filepath.Join(p.asked, filepath.FromSlash(d)))
			}
		}
	}
	return nil
}
