package rundir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"corridor/sim/disk"
)

// scratch is a directory in which results are made before they go to their place.
type scratch struct {
	path   string
	lock   *os.File
	needed bool // by the next run, to finish what failed half-way
}

// What stands in scratch.
const (
	lockFile = "lock"  // held by who made it
	fresh    = "new"   // results as they are written
	whole    = "whole" // results that are on the disk, or, exchanged for them, what was there before
	begun    = "begun" // of moving one by one; holds the manifest that was taken out
	done     = "done"  // what may go
)

// scratchAt returns where scratch of a directory stands, and how its names begin.
func (p *Place) scratchAt(beside bool) (above, prefix string) {
	if beside {
		return filepath.Dir(p.dir), "." + filepath.Base(p.dir) + ".writing-"
	}
	return p.dir, prefixWithin
}

// in returns the path of what stands in scratch.
func (p *Place) in(name string) string { return filepath.Join(p.scratch.path, name) }

// Scratch returns a directory for large files on their way to the results, on the same
// file system. [Place.Close] removes it.
func (p *Place) Scratch() (string, error) {
	if p.scratch != nil {
		return p.scratch.path, nil
	}
	above, prefix := p.scratchAt(p.beside)
	if err := disk.MakeDirectories(above); err != nil {
		return "", err
	}
	for { // another run may take a new one for one that was left, until it is locked
		if err := disk.Ask("mkdir", filepath.Join(above, prefix)); err != nil {
			return "", err
		}
		path, err := os.MkdirTemp(above, prefix)
		if err != nil {
			return "", err
		}
		lock, err := lockScratch(path)
		if err == nil {
			p.scratch = &scratch{path: path, lock: lock}
			return path, nil
		}
		if !errors.Is(err, disk.ErrInUse) && !errors.Is(err, fs.ErrNotExist) {
			return "", errors.Join(err, disk.RemoveAll(path))
		}
	}
}

// Close removes the scratch directory.
func (p *Place) Close() error {
	s := p.scratch
	if s == nil {
		return nil
	}
	p.scratch = nil
	if s.needed {
		return s.lock.Close()
	}
	err := s.clear()
	closed := s.lock.Close()
	if err != nil { // as where a file cannot be removed while it is open
		err = s.clear()
	}
	return errors.Join(err, closed)
}

func (s *scratch) clear() error {
	if err := disk.Ask("clear", s.path); err != nil {
		return err
	}
	_ = os.Rename(filepath.Join(s.path, whole), filepath.Join(s.path, done)) // for half of it is not whole
	return disk.RemoveAll(s.path)
}

// lockScratch locks a scratch directory. The error is [disk.ErrInUse] where a run that
// is there holds it.
func lockScratch(path string) (*os.File, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	lock, err := root.OpenFile(lockFile, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err = disk.Lock(lock); err == nil && !disk.Names(filepath.Join(path, lockFile), lock) {
		err = disk.ErrInUse
	}
	if err != nil {
		lock.Close()
		return nil, err
	}
	return lock, nil
}
