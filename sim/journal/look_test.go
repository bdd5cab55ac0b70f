package journal

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A journal that is cut anywhere is looked at for what is whole of it, and stays as it is.
func TestLookAtTornJournal(t *testing.T) {
	path, data, starts := written(t, 5, 2, 9, 0)
	for size := range len(data) + 1 {
		if err := os.WriteFile(path, data[:size], 0o600); err != nil {
			t.Fatal(err)
		}
		j, h, err := Look(path)
		if size < starts[0] {
			if !errors.Is(err, ErrEmpty) {
				t.Fatalf("%d bytes: %v", size, err)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%d bytes: %v", size, err)
		}
		if h != exampleHeader() {
			t.Fatalf("header %+v", h)
		}
		whole := 0
		for whole+1 < len(starts) && starts[whole+1] <= size {
			whole++
		}
		want := slices.Sorted(slices.Values([]uint64{5, 2, 9, 0}[:whole]))
		if got := chunksOf(t, j); !slices.Equal(got, want) || j.Cut() != int64(size-starts[whole]) {
			t.Errorf("%d bytes: chunks %v and %d bytes cut, want %v", size, got, j.Cut(), want)
		}
		if err := j.Append(1, payload(1)); err == nil {
			t.Error("what is looked at can be appended to")
		}
		if err := j.Close(); err != nil {
			t.Error(err)
		}
		if now, err := os.ReadFile(path); err != nil || !slices.Equal(now, data[:size]) {
			t.Fatalf("%d bytes: changed, %v", size, err)
		}
	}
}

// Damage before the end, and what is no journal, is refused and left.
func TestLookRefuses(t *testing.T) {
	path, data, starts := written(t, 1, 2, 3)
	damaged := slices.Clone(data)
	damaged[starts[1]+3] ^= 1
	header := slices.Clone(data)
	header[prefix+2] ^= 1
	for name, content := range map[string][]byte{"damaged": damaged, "header": header, "text": []byte("three years of work"), "binary": append([]byte(magic), make([]byte, 1<<13)...)} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		var mismatch *MismatchError
		if _, _, err := Look(path); !Damaged(err) && !errors.As(err, &mismatch) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := Look(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	other, want := exampleHeader(), exampleHeader()
	if err := other.Mismatch(path, &want); err != nil {
		t.Error(err)
	}
	other.Seed = 8
	if err := other.Mismatch("j", &want); err == nil || err.Error() != "journal j belongs to another run: seed 8 there, 7 here" {
		t.Error(err)
	}
}
