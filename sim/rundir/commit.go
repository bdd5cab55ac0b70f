package rundir

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"corridor/sim/disk"
)

// Results are the files of a run directory, by path with forward slashes.
type Results struct {
	Files    map[string][]byte
	Large    map[string]string // files in the scratch directory, which are moved
	Manifest []byte
}

// Commit puts results in the place of those that are there. When it returns they are
// on the disk, and the earlier ones are gone; after an error those are as they were.
func (p *Place) Commit(r Results) error {
	list, err := p.stage(&r, nil)
	if err != nil {
		return fmt.Errorf("writing results: %w", err)
	}
	for {
		now, err := disk.LockDirectory(p.dir)
		if err != nil {
			return err
		}
		if now == nil {
			err = p.putFirst()
			if errors.Is(err, fs.ErrExist) { // another run was first
				continue
			}
		} else {
			err = p.put(now, list, true)
		}
		closeDirectory(now)
		return err
	}
}

// Update adds files to the results that are there, or puts them in the place of others
// with the same names. While change looks at the manifest and says which, no other run
// writes.
func (p *Place) Update(change func() (Results, error)) error {
	now, err := disk.LockDirectory(p.dir)
	if err != nil {
		return err
	}
	if now == nil {
		return &fs.PathError{Op: "open", Path: p.asked, Err: fs.ErrNotExist}
	}
	defer now.Close()
	r, err := change()
	if err != nil {
		return err
	}
	p.clearTemporary(slices.Collect(maps.Keys(r.Files)))
	list, err := p.stage(&r, p.list(p.dir))
	if err != nil {
		return fmt.Errorf("writing results: %w", err)
	}
	return p.put(now, list, false)
}

// putFirst puts the results where no directory is.
func (p *Place) putFirst() error {
	above := filepath.Dir(p.dir)
	if err := disk.MakeDirectories(above); err != nil {
		return err
	}
	if err := disk.Rename(p.in(whole), p.dir); err != nil {
		return err
	}
	return disk.SyncDirectory(above)
}

// put puts the results where the directory now is, which is locked. All says that they
// are all the results there are.
func (p *Place) put(now *os.File, list []string, all bool) error {
	before, err := p.others()
	if err != nil {
		return err
	}
	if !p.beside || len(before) > 0 {
		return p.moveIn(list, !all)
	}
	if info, err := now.Stat(); err == nil {
		_ = os.Chmod(p.in(whole), info.Mode().Perm())
	}
	if runtime.GOOS != "windows" { // where a directory that is open keeps its name
		fresh, err := disk.LockDirectory(p.in(whole)) // for it is the directory for a moment
		if err != nil {
			return err
		}
		defer fresh.Close()
	}
	err = disk.Exchange(p.in(whole), p.dir)
	if errors.Is(err, errors.ErrUnsupported) {
		return p.moveIn(list, !all)
	}
	if err != nil {
		return err
	}
	p.scratch.needed = true
	if err := disk.SyncDirectory(filepath.Dir(p.dir)); err != nil {
		return err
	}
	if err := p.refill(list); err != nil { // then the directory is another one from now on
		return p.retire(p.in(whole))
	}
	return p.finished(p.in(whole))
}
