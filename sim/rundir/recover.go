package rundir

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"

	"corridor/sim/disk"
)

// recover finishes what runs that are gone have begun, and clears their scratch. What
// cannot be finished stays.
func (p *Place) recover() error {
	p.clearTemporary(p.list(p.dir))
	for _, beside := range []bool{true, false} {
		above, prefix := p.scratchAt(beside)
		entries, _ := os.ReadDir(above) // what cannot be read holds nothing to be done here
		for _, e := range entries {
			if !e.IsDir() || !isScratch(e.Name(), prefix) {
				continue
			}
			at := filepath.Join(above, e.Name())
			lock, err := lockScratch(at)
			if err != nil {
				continue
			}
			left := &Place{asked: p.asked, dir: p.dir, listed: p.listed, beside: beside, scratch: &scratch{path: at, lock: lock}}
			var refused *RefusedError
			if err := left.finish(); errors.As(err, &refused) {
				lock.Close()
				return err
			} else if err != nil { // another user's, say
				lock.Close()
				continue
			}
			_ = left.Close()
		}
	}
	return nil
}

// clearTemporary clears what was left of writing single files, beside those named.
func (p *Place) clearTemporary(files []string) {
	within := map[string]bool{".": true}
	for _, file := range files {
		within[path.Dir(file)] = true
	}
	for d := range within {
		if at := filepath.Join(p.dir, filepath.FromSlash(d)); isDirectory(at) {
			disk.ClearTemporary(at)
		}
	}
}

// finish brings the scratch of a run that is gone to a state in which it may go.
func (p *Place) finish() error {
	now, err := disk.LockDirectory(p.dir)
	if err != nil {
		return err
	}
	defer closeDirectory(now)
	old := p.in(whole)
	if !exists(old) {
		old = p.in("old") // where earlier versions left the results of before
	}
	if !exists(old) {
		return nil
	}
	switch {
	case now == nil && p.complete(old):
		return errors.Join(disk.Rename(old, p.dir), disk.SyncDirectory(filepath.Dir(p.dir)))
	case now == nil || !exists(p.in(begun)):
		return p.retire(old)
	case !exists(filepath.Join(old, Manifest)): // it was finished but for the clearing
		return nil
	case exists(filepath.Join(p.in(begun), Manifest)) && exists(filepath.Join(p.dir, Manifest)): // by another run
		return nil
	}
	return p.moveIn(p.list(old), false)
}

// complete reports whether a directory holds all that its manifest lists.
func (p *Place) complete(dir string) bool {
	list := p.list(dir)
	return len(list) > 0 && !slices.ContainsFunc(list, func(name string) bool {
		return !isRegular(filepath.Join(dir, filepath.FromSlash(name)))
	})
}

// retire lets results go that others have taken the place of; what they do not list
// goes to where they were.
func (p *Place) retire(old string) error {
	kept, err := others(old, append(p.list(old), p.list(p.dir)...), false)
	if err != nil {
		return err
	}
	for _, name := range kept {
		to := filepath.Join(p.dir, filepath.FromSlash(name))
		if _, err := os.Lstat(to); err == nil {
			return refused("%s is in %s, where a run was killed, and in %s: take away one of them", name, old, p.asked)
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := disk.Rename(filepath.Join(old, filepath.FromSlash(name)), to); err != nil {
			return err
		}
	}
	return p.finished(old)
}

// finished lets what is left in scratch go.
func (p *Place) finished(old string) error {
	p.scratch.needed = false
	return disk.Rename(old, p.in(done))
}

func closeDirectory(d *os.File) {
	if d != nil {
		d.Close()
	}
}
