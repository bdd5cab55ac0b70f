package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
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
func (f files) outputs() []output {
	var out []output
	for _, path := range f.paths() {
		out = append(out, output{path, len(f[path]), hash(f[path])})
	}
	return out
}

// sorted puts outputs in the order of their paths.
func sorted(list []output) []output {
	slices.SortFunc(list, func(a, b output) int { return strings.Compare(a.Path, b.Path) })
	return list
}

// describeFile describes a file on the disk for the manifest.
func describeFile(path, file string) (output, error) {
	f, err := os.Open(file)
	if err != nil {
		return output{}, err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	return output{path, int(n), hex.EncodeToString(sum.Sum(nil))}, err
}

// checkOut refuses a directory that holds anything but an earlier run.
func checkOut(dir string) error {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return usageError("%s is a file, expected a directory for the results", dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return nil
	}
	if _, err := readManifest(dir); err != nil {
		return usageError("%s is not empty and holds no earlier results; nothing was written, give another --out", dir)
	}
	return nil
}

// writeRun writes a run directory: everything beside it first, then one rename.
// When the program is killed, the directory holds the old results or is not there.
// Large files that stand beside the directory already, by their path in it, are moved.
func writeRun(dir string, m *manifest, content files, large map[string]string) error {
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
	if err := checkOut(dir); err != nil {
		return err
	}
	dir = filepath.Clean(dir)
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	beside, err := os.MkdirTemp(filepath.Dir(dir), besidePrefix(dir))
	if err != nil {
		return err
	}
	defer os.RemoveAll(beside)
	fresh, old := filepath.Join(beside, "new"), filepath.Join(beside, "old")
	for _, path := range content.paths() {
		if err := writeFile(filepath.Join(fresh, filepath.FromSlash(path)), content[path]); err != nil {
			return err
		}
	}
	if err := writeFile(filepath.Join(fresh, manifestFile), text); err != nil {
		return err
	}
	for path, file := range large {
		if err := os.Rename(file, filepath.Join(fresh, filepath.FromSlash(path))); err != nil {
			return err
		}
	}
	if err := os.Rename(dir, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		_ = os.Rename(old, dir)
		return err
	}
	removeLeftovers(dir)
	return nil
}

func besidePrefix(dir string) string { return "." + filepath.Base(dir) + ".writing-" }

// leftover is the age from which a directory beside the results is taken to be
// that of a run that was killed, and not of one still writing.
const leftover = time.Hour

// removeLeftovers clears what runs that were killed left beside the directory.
func removeLeftovers(dir string) {
	entries, _ := os.ReadDir(filepath.Dir(dir))
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.HasPrefix(e.Name(), besidePrefix(dir)) && time.Since(info.ModTime()) > leftover {
			_ = os.RemoveAll(filepath.Join(filepath.Dir(dir), e.Name()))
		}
	}
}

func writeFile(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		return fmt.Errorf("writing results: %w", err)
	}
	return nil
}
