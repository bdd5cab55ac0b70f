package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"corridor/sim/disk"
)

// Start gives way to a journal without chunks, whatever run it is of, and to nothing
// else.
func TestStart(t *testing.T) {
	path, whole, starts := written(t, 0, 1, 2)
	other := exampleHeader()
	other.Seed++
	for length := range len(whole) + 1 {
		replace(t, path, whole[:length])
		j, err := Start(path, other)
		if length > starts[0] {
			if !errors.Is(err, ErrUnfinished) {
				t.Fatalf("%d bytes: %v", length, err)
			}
			if left, _ := os.ReadFile(path); !bytes.Equal(left, whole[:length]) {
				t.Fatalf("%d bytes: the journal was changed", length)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%d bytes: %v", length, err)
		}
		if err := j.Append(0, []byte("chunk")); err != nil {
			t.Fatal(err)
		}
		j.Close()
		if j, err = Open(path, other); err != nil || j.Len() != 1 {
			t.Fatalf("%d bytes: %v", length, err)
		}
		j.Close()
	}
	replace(t, path, []byte("thesis"))
	if _, err := Start(path, other); !errors.Is(err, errHeader) {
		t.Errorf("a file of somebody's: %v", err)
	}
}

// A journal is no link: nothing is written through one.
func TestLinkIsNoJournal(t *testing.T) {
	path, _, _ := written(t)
	for name, to := range map[string]string{"link": filepath.Base(path), "dangling": "made"} {
		link := filepath.Join(filepath.Dir(path), name)
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
		for _, open := range []func(string, Header) (*Journal, error){Start, Open, View} {
			if _, err := open(link, exampleHeader()); err == nil {
				t.Errorf("opened the link %s", name)
			}
		}
	}
	if _, err := os.Lstat(filepath.Join(filepath.Dir(path), "made")); err == nil {
		t.Error("a file was made through a link")
	}
}

// View changes nothing, needs no right to write, and lets several read at once.
func TestView(t *testing.T) {
	path, whole, _ := written(t, 0, 1, 2)
	held, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	a, err := View(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if a.Len() != held.Len() {
		t.Errorf("%d chunks, want %d", a.Len(), held.Len())
	}
	if err := a.Append(99, nil); err == nil {
		t.Error("appended to what is open to be read")
	}
	for length := range len(whole) - 1 {
		replace(t, path, whole[:length])
		if j, err := View(path, exampleHeader()); err == nil && j.Len() == held.Len() {
			t.Fatalf("%d of %d bytes hold all", length, len(whole))
		}
		if left, _ := os.ReadFile(path); len(left) != length {
			t.Fatalf("%d bytes became %d", length, len(left))
		}
	}
	os.Remove(path)
	if _, err := View(path, exampleHeader()); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// A run removes its own journal, and not one that has taken the name since.
func TestRemove(t *testing.T) {
	path, _, _ := written(t)
	mine, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(path)
	others, err := Start(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	if err := mine.Remove(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error("the journal of another run is gone")
	}
	if err := others.Remove(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("the journal is still there")
	}
}

// Who waits for a journal that is then removed does not write one that has no name.
func TestRemovedWhileOpened(t *testing.T) {
	path, _, _ := written(t)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	os.Remove(path)
	if disk.Names(path, f) {
		t.Error("a file without a name has one")
	}
	j, err := Start(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if !j.named() {
		t.Error("the journal has no name")
	}
}
