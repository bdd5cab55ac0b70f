package rundir

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"corridor/sim/disk"
)

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
