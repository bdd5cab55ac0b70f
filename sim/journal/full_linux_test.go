package journal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk of 64 kB fills up, is made larger, and the run goes on.
func TestFullFileSystem(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("no file system of a fixed size here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, 0) })
	h := exampleHeader()
	path := filepath.Join(dir, "journal")
	j, err := Open(path, h)
	if err != nil {
		t.Fatal(err)
	}
	data := make([]byte, 20_000)
	chunk := uint64(0)
	for ; err == nil && chunk < h.Chunks(); chunk++ {
		err = j.Append(chunk, data)
	}
	chunk--
	if !errors.Is(err, syscall.ENOSPC) || chunk != 3 || !strings.Contains(err.Error(), "the 3 chunks finished before are kept") {
		t.Fatalf("chunk %d: %v", chunk, err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != j.end {
		t.Errorf("the torn record was left: %v", err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=1m"); err != nil {
		t.Fatal(err)
	}
	if err := j.Append(chunk, data); err != nil {
		t.Error(err)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if j, err = Open(path, h); err != nil || len(j.offsets) != 4 || j.Cut() != 0 {
		t.Fatalf("%v", err)
	}
	j.Close()
}
