package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"corridor/plots"
	"corridor/sim/draws"
	"corridor/sim/rundir"
	"corridor/sim/tables"
)

// files is the content of a run directory, by path with forward slashes.
type files map[string][]byte

func (f files) paths() []string {
	paths := make([]string, 0, len(f))
	for path := range f {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

// outputs describes the files for the manifest, in the order of their paths.
func (f files) outputs() []rundir.Output {
	var out []rundir.Output
	for _, path := range f.paths() {
		out = append(out, rundir.Output{Path: path, Bytes: len(f[path]), SHA256: hash(f[path])})
	}
	return out
}

// sorted puts outputs in the order of their paths.
func sorted(list []rundir.Output) []rundir.Output {
	slices.SortFunc(list, func(a, b rundir.Output) int { return strings.Compare(a.Path, b.Path) })
	return list
}

// describeFile describes a file on the disk for the manifest.
func describeFile(path, file string) (rundir.Output, error) {
	f, err := os.Open(file)
	if err != nil {
		return rundir.Output{}, err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	return rundir.Output{Path: path, Bytes: int(n), SHA256: hex.EncodeToString(sum.Sum(nil))}, err
}

// listed returns what a run directory lists: its outputs and its manifest.
func listed(dir string) ([]string, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	list := []string{manifestFile}
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		if written(o.Path) {
			list = append(list, o.Path)
		}
	}
	return list, nil
}

// written reports whether a path is one that this program writes: a manifest that
// lists anything else does not make it ours.
func written(file string) bool {
	dir, name := path.Split(file)
	switch {
	case dir == chartsDir+"/":
		return slices.Contains(plots.Formats, strings.TrimPrefix(path.Ext(name), "."))
	case dir != "":
		return false
	}
	return path.Ext(name) == ".csv" || slices.Contains([]string{tables.PackageFile, reportFile, draws.File, chunksFile}, name)
}

// placeOf returns the place of results, and refuses a directory that holds anything
// but earlier ones.
func placeOf(dir string) (*rundir.Place, error) {
	p, err := rundir.At(dir, listed)
	var refused *rundir.RefusedError
	if errors.As(err, &refused) {
		return nil, codedError{exitUsage, err}
	}
	return p, err
}

// writeRun writes a run directory. Large files, by their path in it, are moved from the
// scratch of the place. When it returns, the results are on the disk, and nothing else.
func writeRun(to *rundir.Place, m *manifest, content files, large map[string]string) error {
	m.Outputs = content.outputs()
	for path, file := range large {
		o, err := describeFile(path, file)
		if err != nil {
			return err
		}
		m.Outputs = append(m.Outputs, o)
	}
	m.Outputs = sorted(m.Outputs)
	text, err := m.encode()
	if err != nil {
		return err
	}
	if err := to.Commit(rundir.Results{Files: content, Large: large, Manifest: text}); err != nil {
		return err
	}
	return to.Close()
}

// addToRun adds files to a run directory, or puts them in the place of others; enter
// enters them into its manifest. What it says of the others stays.
func addToRun(dir string, content files, enter func(*manifest) error) error {
	to, err := rundir.Of(dir, listed)
	if err != nil {
		return err
	}
	defer to.Close()
	return to.Update(func() (rundir.Results, error) {
		m, err := readManifest(dir)
		if err != nil {
			return rundir.Results{}, err
		}
		if err := enter(m); err != nil {
			return rundir.Results{}, err
		}
		text, err := m.encode()
		return rundir.Results{Files: content, Manifest: text}, err
	})
}

// enter puts the descriptions of files into a list, in the place of earlier ones.
func enter(list []rundir.Output, content files) []rundir.Output {
	list = slices.DeleteFunc(list, func(o rundir.Output) bool { return content[o.Path] != nil })
	return sorted(append(list, content.outputs()...))
}
