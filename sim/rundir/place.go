package rundir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"corridor/sim/disk"
)

// Lister returns the files that the results in a directory list, by path with forward
// slashes, the manifest itself among them. The error is fs.ErrNotExist where there is
// no manifest.
type Lister func(dir string) ([]string, error)

// Place is a directory for results. It is not safe for concurrent use; several places
// may stand for one directory, in one process or many.
type Place struct {
	asked   string // as the user names it
	dir     string // absolute, without links
	listed  Lister
	beside  bool // scratch stands beside the directory, otherwise in it
	scratch *scratch
}

// RefusedError is for a directory that is not for results. Nothing was changed.
type RefusedError struct{ message string }

func (e *RefusedError) Error() string { return e.message }

func refused(format string, args ...any) error {
	return &RefusedError{fmt.Sprintf(format, args...)}
}

// Manifest is the file that describes the results, and comes last.
const Manifest = "manifest.json"

// At returns the place of a directory, which may be missing, empty, or hold earlier
// results. It clears what runs that are gone have left of writing there. The error is a
// *[RefusedError] for a directory that holds anything else.
func At(dir string, listed Lister) (*Place, error) {
	p, err := open(dir, listed)
	if err != nil {
		return nil, err
	}
	others, err := p.others()
	if err != nil {
		return nil, err
	}
	if len(others) == 0 {
		return p, nil
	}
	if _, err := listed(p.dir); err != nil {
		return nil, refused("%s is not empty and holds no earlier results; nothing was written, give another --out: it holds %s", dir, few(others))
	}
	return nil, refused("%s holds %s, which the results there do not list; nothing was written: move that away, or give another --out", dir, few(others))
}

// Of returns the place of results that are there, to add to them. Whatever else the
// directory holds stays.
func Of(dir string, listed Lister) (*Place, error) { return open(dir, listed) }

func open(dir string, listed Lister) (*Place, error) {
	if dir == "" {
		return nil, refused("the name of the directory for the results is empty")
	}
	if why := notOnWindows(dir); why != "" && runtime.GOOS == "windows" {
		return nil, refused("Windows cannot make the directory %s: %s; give another --out", dir, why)
	}
	real, err := disk.Resolve(dir)
	if err != nil {
		return nil, err
	}
	p := &Place{asked: dir, dir: real, listed: listed}
	info, err := os.Stat(real)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.beside = true
		err = writableAbove(real)
	case err == nil && !info.IsDir():
		return nil, refused("%s is a file, expected a directory for the results", dir)
	case err == nil:
		p.beside = filepath.Dir(real) != real && !disk.MountPoint(real) && disk.Writable(filepath.Dir(real)) == nil
		if err = disk.Writable(real); err != nil {
			err = &fs.PathError{Op: "write", Path: dir, Err: err}
		}
	}
	if err != nil {
		return nil, err
	}
	return p, p.recover()
}

// notOnWindows says why Windows has no directory of a name, "" where it has.
func notOnWindows(dir string) string {
	for part := range strings.FieldsFuncSeq(dir[len(filepath.VolumeName(dir)):], func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) }) {
		if why := disk.NotOnWindows(part); why != "" {
			return why
		}
	}
	return ""
}

// writableAbove returns an error where a directory that is missing cannot be made.
func writableAbove(dir string) error {
	for {
		dir = filepath.Dir(dir)
		info, err := os.Stat(dir)
		if errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir {
			continue
		}
		if err == nil && !info.IsDir() {
			err = fmt.Errorf("not a directory")
		}
		if err == nil {
			err = disk.Writable(dir)
		}
		if err != nil {
			return &fs.PathError{Op: "write", Path: dir, Err: err}
		}
		return nil
	}
}

// String returns the directory as it was named.
func (p *Place) String() string { return p.asked }

// Journal returns where the journal of a run stands while its results are made.
func (p *Place) Journal() string {
	if !p.beside {
		return filepath.Join(p.shown(), journalWithin)
	}
	return p.shown() + ".journal"
}

// shown is the directory as it was named, or its absolute path where that name says
// nothing of where it is.
func (p *Place) shown() string {
	clean := filepath.Clean(p.asked)
	if absolute, err := filepath.Abs(clean); err == nil && absolute == p.dir && strings.Trim(filepath.Base(clean), ".") != "" {
		return clean
	}
	return p.dir
}

// Names of what stands in a directory that scratch cannot stand beside.
const (
	prefixWithin  = ".results.writing-"
	journalWithin = ".results.journal"
)

// Passing reports whether a file or directory in a run directory is there only while
// something is written to it.
func Passing(name string) bool {
	return name == journalWithin || isScratch(name, prefixWithin)
}

func isScratch(name, prefix string) bool {
	random, ok := strings.CutPrefix(name, prefix)
	return ok && random != "" && strings.Trim(random, "0123456789") == ""
}
