package rundir

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
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

// stage writes results to scratch, those kept as second names of the files that are
// there, and makes them last. It returns all files, the manifest last.
func (p *Place) stage(r *Results, kept []string) ([]string, error) {
	if _, err := p.Scratch(); err != nil {
		return nil, err
	}
	to := p.in(fresh)
	make := func(name string) (string, error) {
		file := filepath.Join(to, filepath.FromSlash(name))
		return file, os.MkdirAll(filepath.Dir(file), 0o755)
	}
	var written disk.Files
	defer written.Close()
	list := slices.Sorted(maps.Keys(r.Files))
	for _, name := range list {
		file, err := make(name)
		if err == nil {
			err = written.Write(file, r.Files[name])
		}
		if err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.Large)) {
		file, err := make(name)
		if err == nil {
			err = errors.Join(disk.SyncFile(r.Large[name]), disk.Rename(r.Large[name], file))
		}
		if err != nil {
			return nil, err
		}
		list = append(list, name)
	}
	for _, name := range kept {
		if name == Manifest || slices.Contains(list, name) || !isRegular(filepath.Join(p.dir, filepath.FromSlash(name))) {
			continue
		}
		file, err := make(name)
		if err == nil {
			err = disk.Link(filepath.Join(p.dir, filepath.FromSlash(name)), file)
		}
		if err != nil { // no second names here: what is kept stays where it is
			p.beside = false
			break
		}
		list = append(list, name)
	}
	file, err := make(Manifest)
	if err == nil {
		err = written.Write(file, r.Manifest)
	}
	if err == nil {
		err = written.Sync()
	}
	if err == nil {
		err = syncAll(to, list)
	}
	if err == nil {
		err = disk.Rename(to, p.in(whole))
	}
	if err == nil {
		err = disk.SyncDirectory(p.scratch.path)
	}
	return append(list, Manifest), err
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

// moveIn moves the results into the directory one by one, the manifest last. Where they
// are all the results there are, the old manifest is taken out first, and the files
// that it lists and the new one does not are removed.
func (p *Place) moveIn(list []string, adding bool) error {
	if err := p.noLinks(list); err != nil {
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

func sameFile(a, b string) bool {
	infoA, errA := os.Lstat(a)
	infoB, errB := os.Lstat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

func isRegular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}
