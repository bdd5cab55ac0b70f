package runs

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"corridor/sim/tables"
)

// Finished is what a run directory holds, but for charts and kept draws.
type Finished struct {
	Manifest *Manifest
	Package  *tables.Package
	Files    Files // the tables and their description, by path
}

// ReadFinished reads the tables and the manifest of a run directory. A table that is not
// the one the manifest names is an error: a report states their hashes.
func ReadFinished(ctx context.Context, dir string) (f *Finished, err error) {
	err = Read(ctx, dir, func(d *Directory) error {
		f, err = d.finished()
		return err
	})
	return f, err
}

func (d *Directory) finished() (*Finished, error) {
	m, _, err := d.manifest()
	if err != nil {
		return nil, err
	}
	if err := m.checkScenarios(); err != nil {
		return nil, err
	}
	f := &Finished{Manifest: m, Files: Files{}}
	for _, o := range m.Outputs {
		if filepath.Ext(o.Path) != ".csv" && o.Path != tables.PackageFile || besideAs(o.Path) != "" {
			continue
		}
		content, err := d.read(o.Path, MostTable)
		var irregular *irregularError
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, invalidf("%s is missing: the manifest of the run names it", d.file(o.Path))
		case errors.As(err, &irregular):
			return nil, invalid(err)
		case err != nil:
			return nil, err
		case hash(content) != o.SHA256:
			return nil, &Error{Mismatch, fmt.Errorf("%s has been changed since it was written: run the scenario again, or see corridor verify %s", d.file(o.Path), d.dir)}
		}
		f.Files[o.Path] = content
	}
	f.Package, err = m.tables(d.dir, func(name string) ([]byte, error) {
		if content, ok := f.Files[name]; ok {
			return content, nil
		}
		return nil, fs.ErrNotExist
	})
	return f, err
}

// Altered is a table of a run directory that is not as its manifest says.
type Altered struct {
	File    string
	Missing bool // and not changed
}

// ReadTables reads the tables of a run directory, and names those that are not as its
// manifest says. A part of an ensemble has none.
func ReadTables(ctx context.Context, dir string) (p *tables.Package, changed []Altered, err error) {
	err = Read(ctx, dir, func(d *Directory) error {
		p, changed, err = d.tables()
		return err
	})
	return p, changed, err
}

func (d *Directory) tables() (p *tables.Package, changed []Altered, err error) {
	m := &Manifest{}
	_, missing := d.root.Lstat(ManifestFile)
	if missing == nil {
		if m, _, err = d.manifest(); err != nil {
			return nil, nil, err
		}
	}
	p, err = m.tables(d.dir, func(name string) ([]byte, error) {
		content, err := d.read(name, MostTable)
		i := slices.IndexFunc(m.Outputs, func(o Output) bool { return o.Path == name })
		switch {
		case missing != nil:
		case err == nil && (i < 0 || m.Outputs[i].SHA256 != hash(content)):
			changed = append(changed, Altered{File: d.file(name)})
		case i >= 0 && errors.Is(err, fs.ErrNotExist):
			changed = append(changed, Altered{File: d.file(name), Missing: true})
		}
		return content, err
	})
	return p, changed, err
}

// tables reads the tables of the results, with a function that reads a file by its path.
func (m *Manifest) tables(dir string, read func(name string) ([]byte, error)) (*tables.Package, error) {
	p, err := tables.ReadWith(dir, read)
	switch {
	case err != nil && m.Command == kindPart:
		err = fmt.Errorf("%s is part %d of %d of an ensemble and has no tables: put it together with the others first, by corridor merge", dir, m.Shard, m.Shards)
	case err == nil:
		return p, nil
	}
	var irregular *irregularError
	var disk *fs.PathError
	switch {
	case errors.As(err, &irregular):
		err = irregular
	case errors.As(err, &disk) && !errors.Is(err, fs.ErrNotExist):
		return nil, disk
	}
	return nil, invalid(err)
}

// reportAgain makes the report of a run directory from its fresh outputs.
func reportAgain(m *Manifest, pictures Pictures, content Files, large []Output) ([]byte, error) {
	p, err := tables.ReadFiles(content)
	if err != nil {
		return nil, err
	}
	listed := *m
	listed.Outputs = slices.DeleteFunc(sorted(append(content.outputs(), large...)), func(o Output) bool { return !slices.Contains(m.Report.Outputs, o.Path) })
	return pictures.Report(m.Report.Title, m.Report.Lang, &Finished{&listed, p, content})
}
