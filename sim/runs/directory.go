package runs

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"corridor/sim/rundir"
)

// Directory is a run directory that is read. It may come from anybody: only regular files
// are read, none through a link, and to a bound.
type Directory struct {
	dir  string
	root *os.Root
}

// MostTable and mostManifest bound what is read into memory, in bytes, above what a run
// can write. What is only compared is bounded by what a new run writes: a file of another
// size is another file.
const (
	MostTable    = 512 << 20
	mostManifest = 64 << 20
)

func openDirectory(dir string) (*Directory, error) {
	info, err := os.Stat(dir)
	switch {
	case err == nil && !info.IsDir(), errors.Is(err, fs.ErrNotExist):
		return nil, invalidf("%s is not a run directory", dir)
	case err != nil:
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	return &Directory{dir, root}, err
}

// Results may be written anew while they are read. Then they are read again, some times.
const (
	mostLooks    = 20
	betweenLooks = 50 * time.Millisecond
)

// Read reads a run directory, and reads it again when other results have taken
// its place meanwhile: what was read may then be of both.
func Read(ctx context.Context, dir string, read func(d *Directory) error) error {
	for range mostLooks {
		d, err := openDirectory(dir)
		if err != nil {
			return err
		}
		text, _ := d.read(ManifestFile, mostManifest)
		err = read(d)
		same := d.unchanged(text)
		d.close()
		if same || ctx.Err() != nil {
			return err
		}
		select {
		case <-ctx.Done():
		case <-time.After(betweenLooks):
		}
	}
	return fmt.Errorf("%s keeps changing while it is read; try again when nothing writes there", dir)
}

// unchanged reports whether the directory is still the one that was opened, with the
// manifest of that text. Without one, while something is written, it is not.
func (d *Directory) unchanged(text []byte) bool {
	here, err := d.root.Stat(".")
	there, err2 := os.Stat(d.dir)
	if err != nil || err2 != nil || !os.SameFile(here, there) {
		return false
	}
	now, err := d.read(ManifestFile, mostManifest)
	if text != nil || err == nil {
		return err == nil && bytes.Equal(now, text)
	}
	entries, _ := fs.ReadDir(d.root.FS(), ".")
	return !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return rundir.Passing(e.Name()) })
}

func (d *Directory) close() { d.root.Close() }

// file returns the path of a file of the directory, for messages.
func (d *Directory) file(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

// irregularError is for what is not a file of a run directory, but a link or a device.
type irregularError struct{ file string }

func (e *irregularError) Error() string { return e.file + " is not a regular file" }

// open opens a file by its path in the directory.
func (d *Directory) open(name string) (*os.File, int64, error) {
	for i, c := range name {
		if c != '/' {
			continue
		}
		if info, err := d.root.Lstat(name[:i]); err != nil {
			return nil, 0, d.named(name, err)
		} else if !info.IsDir() {
			return nil, 0, &irregularError{d.file(name[:i])}
		}
	}
	info, err := d.root.Lstat(name) // before it is opened, for a pipe opens when somebody writes
	if err != nil {
		return nil, 0, d.named(name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, 0, &irregularError{d.file(name)}
	}
	f, err := d.root.Open(name)
	if err != nil {
		return nil, 0, d.named(name, err)
	}
	if info, err = f.Stat(); err == nil && !info.Mode().IsRegular() {
		err = &irregularError{d.file(name)}
	}
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// named puts the whole path into an error.
func (d *Directory) named(name string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return &fs.PathError{Op: "open", Path: d.file(name), Err: at.Err}
	}
	return err
}

// read returns the content of a file of at most so many bytes.
func (d *Directory) read(name string, most int64) ([]byte, error) {
	f, size, err := d.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > most {
		return nil, invalidf("%s has %d bytes, expected at most %d", d.file(name), size, most)
	}
	content := make([]byte, size)
	n, err := io.ReadFull(f, content)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) { // it has shrunk
		err = nil
	}
	return content[:n], err
}

// describe describes a file for the manifest. One of another size than expected is not
// read: it is another file.
func (d *Directory) describe(ctx context.Context, name string, size int) (Output, error) {
	f, has, err := d.open(name)
	if err != nil {
		return Output{}, err
	}
	defer f.Close()
	if has != int64(size) {
		return Output{Path: name, Bytes: int(has)}, nil
	}
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(interruptible{ctx, f}, has))
	return Output{Path: name, Bytes: int(n), SHA256: hex.EncodeToString(sum.Sum(nil))}, err
}

// interruptible ends reading when the context does.
type interruptible struct {
	ctx context.Context
	io.Reader
}

func (r interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// unlisted names what the directory holds and the manifest does not list. Of a directory
// that holds nothing listed only the name is given.
func (d *Directory) unlisted(m *Manifest) ([]string, error) {
	ours, above := map[string]bool{ManifestFile: true}, map[string]bool{".": true}
	for _, o := range slices.Concat(m.Outputs, m.Drawn) {
		ours[o.Path] = true
		above[path.Dir(o.Path)] = true
	}
	var found []string
	var look func(string) error
	look = func(within string) error {
		entries, err := fs.ReadDir(d.root.FS(), within)
		if err != nil {
			return d.named(within, err)
		}
		for _, e := range entries {
			name := path.Join(within, e.Name())
			switch {
			case e.IsDir() && above[name]:
				if err := look(name); err != nil {
					return err
				}
			case ours[name] || passing(e.Name()):
			case e.IsDir():
				found = append(found, name+"/")
			default:
				found = append(found, name)
			}
		}
		return nil
	}
	return found, look(".")
}

// passing reports whether a name is that of something file managers and file systems
// make by themselves, or that is there only while something is written.
func passing(name string) bool {
	return slices.Contains([]string{".DS_Store", "Thumbs.db", "desktop.ini", "lost+found"}, name) || rundir.Passing(name)
}
