package journal

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestAppendTwice(t *testing.T) {
	path, data, starts := written(t, 1, 2)
	j, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := j.Append(1, payload(1)); err != nil {
		t.Error(err)
	}
	var conflict *ConflictError
	if err := j.Append(1, payload(2)); !errors.As(err, &conflict) || conflict.Offset != int64(starts[0]) {
		t.Errorf("%v", err)
	}
	unchanged(t, path, data)
}

func TestAppendRefuses(t *testing.T) {
	path, data, _ := written(t)
	j, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Append(10, nil); err == nil || !strings.Contains(err.Error(), "chunk 10 of an ensemble of 10 chunks") {
		t.Error(err)
	}
	if err := j.Append(1, make([]byte, MaxPayload+1)); err == nil || !strings.Contains(err.Error(), "make chunks smaller") {
		t.Error(err)
	}
	unchanged(t, path, data)
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if err := j.Close(); err != nil {
		t.Error("closed twice:", err)
	}
	if err := j.Append(1, nil); err == nil || !strings.Contains(err.Error(), "closed") {
		t.Error(err)
	}
}

func TestAppendTogether(t *testing.T) {
	h := exampleHeader()
	h.Chunk = 2
	path := filepath.Join(t.TempDir(), "journal")
	j, err := Open(path, h)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for worker := range uint64(8) {
		group.Go(func() {
			for i := range uint64(50) {
				chunk := worker/2*50 + i // each by two workers
				if err := j.Append(chunk, payload(chunk)); err != nil {
					t.Error(err)
				}
				j.Done(chunk)
			}
			chunksOf(t, j)
		})
	}
	group.Wait()
	j.Close()
	if j, err = Open(path, h); err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if got := chunksOf(t, j); len(got) != 200 || got[199] != 199 {
		t.Errorf("%d chunks", len(got))
	}
}

// The layout on the disk, byte for byte.
func TestFormat(t *testing.T) {
	_, data, starts := written(t, 6, 1)
	const want = "e46380b1910f201b30a3c3dcbb74c8f9bf9c88a79f19f844178411204cb6bc74"
	if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != want {
		t.Errorf("%d bytes, records at %v, with SHA-256 %s\n%x", len(data), starts, got, data)
	}
}

// failing is a file on which something goes wrong.
type failing struct {
	file
	room     int64 // bytes that fit on the disk
	syncs    int
	syncing  error // what Sync says
	truncate error
}

var errFull = errors.New("no space left on device")

func (f *failing) WriteAt(b []byte, offset int64) (int, error) {
	if fits := f.room - offset; fits < int64(len(b)) {
		n, _ := f.file.WriteAt(b[:max(0, fits)], offset)
		return n, errFull
	}
	return f.file.WriteAt(b, offset)
}

func (f *failing) Sync() error {
	f.syncs++
	return errors.Join(f.syncing, f.file.Sync())
}

func (f *failing) Truncate(size int64) error {
	if f.truncate != nil {
		return f.truncate
	}
	return f.file.Truncate(size)
}

// Whether the torn record can be cut off or not, a full disk costs that chunk only,
// and appending goes on once there is room.
func TestFullDisk(t *testing.T) {
	for _, truncate := range []error{nil, errors.New("read-only")} {
		path, _, starts := written(t, 1, 2)
		j, err := Open(path, exampleHeader())
		if err != nil {
			t.Fatal(err)
		}
		f := &failing{file: j.file, room: int64(starts[2]) + 30, truncate: truncate}
		j.file = f
		err = j.Append(6, payload(6))
		if want := "journal " + path + ": write chunk 6: no space left on device; the 2 chunks finished before are kept"; !errors.Is(err, errFull) || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
		if got := chunksOf(t, j); !slices.Equal(got, []uint64{1, 2}) || j.Done(6) {
			t.Errorf("chunks %v", got)
		}
		f.room = 1 << 20
		if err := j.Append(7, payload(7)); err != nil { // shorter than what was torn
			t.Error(err)
		}
		if err := j.Close(); err != nil {
			t.Error(err)
		}
		if j, err = Open(path, exampleHeader()); err != nil {
			t.Fatal(err)
		}
		if got := chunksOf(t, j); !slices.Equal(got, []uint64{1, 2, 7}) {
			t.Errorf("chunks %v", got)
		}
		j.Close()
	}
}

func TestSyncs(t *testing.T) {
	h := exampleHeader()
	h.Chunk = 1
	path := filepath.Join(t.TempDir(), "journal")
	j, err := Open(path, h)
	if err != nil {
		t.Fatal(err)
	}
	f := &failing{file: j.file, room: 1 << 20}
	j.file = f
	for c := range uint64(2*syncEvery + 3) {
		if err := j.Append(c, nil); err != nil {
			t.Fatal(err)
		}
	}
	if f.syncs != 2 {
		t.Errorf("%d syncs", f.syncs)
	}
	f.syncing = errors.New("input/output error")
	err = j.Close()
	if want := "journal " + path + ": sync: input/output error; the 32 chunks finished before are kept"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if f.syncs != 3 {
		t.Errorf("%d syncs", f.syncs)
	}
}

// After a failed sync nothing is appended that might rest on what was lost.
func TestFailedSyncLasts(t *testing.T) {
	path, _, _ := written(t, 1)
	h := exampleHeader()
	j, err := Open(path, h)
	if err != nil {
		t.Fatal(err)
	}
	j.chunks = 1000
	f := &failing{file: j.file, room: 1 << 20, syncing: errors.New("input/output error")}
	j.file = f
	var failed error
	for c := range uint64(100) {
		if failed = j.Append(c, payload(c)); failed != nil {
			break
		}
	}
	f.syncing = nil
	if err := j.Append(200, nil); failed == nil || err != failed || f.syncs != 1 {
		t.Errorf("first %v, then %v, %d syncs", failed, err, f.syncs)
	}
	if !strings.Contains(failed.Error(), "the 1 chunks finished before are kept") {
		t.Error(failed)
	}
	j.Close()
}

func BenchmarkAppend(b *testing.B) {
	for _, size := range []int{1 << 10, 1 << 17} {
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			h := exampleHeader()
			h.Draws, h.Chunk = 1<<40, 1
			j, err := Open(filepath.Join(b.TempDir(), "journal"), h)
			if err != nil {
				b.Fatal(err)
			}
			defer j.Close()
			data := make([]byte, size)
			b.SetBytes(int64(size))
			for chunk := uint64(0); b.Loop(); chunk++ {
				if err := j.Append(chunk, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	h := exampleHeader()
	h.Chunk = 1
	path := filepath.Join(b.TempDir(), "journal")
	j, err := Open(path, h)
	if err != nil {
		b.Fatal(err)
	}
	for c := range uint64(1000) {
		if err := j.Append(c, make([]byte, 100_000)); err != nil {
			b.Fatal(err)
		}
	}
	j.Close()
	b.SetBytes(1000 * 100_020)
	for b.Loop() {
		if j, err = Open(path, h); err != nil {
			b.Fatal(err)
		}
		j.Close()
	}
}
