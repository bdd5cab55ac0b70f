package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"corridor/sim/disk"
)

func exampleHeader() Header {
	return Header{
		Program: "0.2.0", Scenario: [32]byte{1, 2, 3}, Seed: 7, Design: "random",
		Draws: 1000, Chunk: 100, Shard: 1, Shards: 1,
	}
}

// payload is what chunk i comes out as.
func payload(i uint64) []byte {
	return bytes.Repeat([]byte{byte(i), 0xa5, byte(i >> 8)}, int(i%7)*5)
}

// written returns a new journal's path and its bytes after the chunks, and where
// each record starts, and the last ends.
func written(t testing.TB, chunks ...uint64) (path string, data []byte, starts []int) {
	path = filepath.Join(t.TempDir(), "journal")
	j, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range chunks {
		starts = append(starts, int(j.end))
		if err := j.Append(c, payload(c)); err != nil {
			t.Fatal(err)
		}
	}
	starts = append(starts, int(j.end))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return path, data, starts
}

// chunksOf reads all records, checks them, and returns their chunks.
func chunksOf(t testing.TB, j *Journal) (chunks []uint64) {
	for r, err := range j.Records() {
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(r.Payload, payload(r.Chunk)) {
			t.Fatalf("chunk %d is %x", r.Chunk, r.Payload)
		}
		chunks = append(chunks, r.Chunk)
	}
	return chunks
}

func TestRecordsInOrderOfChunks(t *testing.T) {
	path, _, _ := written(t, 5, 2, 9, 0)
	j, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := j.Append(3, payload(3)); err != nil {
		t.Fatal(err)
	}
	if got := chunksOf(t, j); !slices.Equal(got, []uint64{0, 2, 3, 5, 9}) {
		t.Errorf("chunks %v", got)
	}
	if !j.Done(3) || j.Done(4) || j.Cut() != 0 {
		t.Errorf("chunk 3 %v, chunk 4 %v, %d bytes cut", j.Done(3), j.Done(4), j.Cut())
	}
	for range j.Records() { // a loop that is left early
		break
	}
}

func TestOtherRunIsRefused(t *testing.T) {
	tests := []struct {
		change func(h *Header)
		want   string
	}{
		{func(h *Header) { h.Program = "0.3.0" }, "program version 0.2.0 there, 0.3.0 here"},
		{func(h *Header) { h.Scenario[31] = 1 }, "scenario SHA-256 " +
			"0102030000000000000000000000000000000000000000000000000000000000 there, " +
			"0102030000000000000000000000000000000000000000000000000000000001 here"},
		{func(h *Header) { h.Seed = 8 }, "seed 7 there, 8 here"},
		{func(h *Header) { h.Design = "sobol" }, "design random there, sobol here"},
		{func(h *Header) { h.Draws = 2000 }, "draws 1000 there, 2000 here"},
		{func(h *Header) { h.Chunk = 50 }, "chunk size 100 there, 50 here"},
		{func(h *Header) { h.Shards = 4 }, "shard 1/1 there, 1/4 here"},
		{func(h *Header) { h.Seed, h.Draws = 8, 2000 }, "seed 7 there, 8 here; draws 1000 there, 2000 here"},
	}
	path, data, _ := written(t, 1)
	for _, test := range tests {
		h := exampleHeader()
		test.change(&h)
		_, err := Open(path, h)
		var mismatch *MismatchError
		if !errors.As(err, &mismatch) {
			t.Errorf("%s: %v", test.want, err)
			continue
		}
		if want := "journal " + path + " belongs to another run: " + test.want; err.Error() != want {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
	unchanged(t, path, data)
}

func unchanged(t *testing.T, path string, want []byte) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the file was changed: %v", err)
	}
}

func TestNewerFormatIsRefused(t *testing.T) {
	path, data, _ := written(t)
	data[len(magic)] = format + 1
	replace(t, path, data)
	var mismatch *MismatchError
	if _, err := Open(path, exampleHeader()); !errors.As(err, &mismatch) || mismatch.Differences[0] != (Difference{"format", "2", "1"}) {
		t.Errorf("%v", err)
	}
}

// A file that is no journal is never written to.
func TestOtherFilesAreLeft(t *testing.T) {
	for _, text := range []string{"x", "scenario,year\n", magic[:3] + "x", string(make([]byte, 5000))} {
		path := filepath.Join(t.TempDir(), "journal")
		replace(t, path, []byte(text))
		if _, err := Open(path, exampleHeader()); !errors.Is(err, errHeader) {
			t.Errorf("%.10q: %v", text, err)
		}
		unchanged(t, path, []byte(text))
	}
}

func replace(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestHeaderIsChecked(t *testing.T) {
	for name, change := range map[string]func(h *Header){
		"no chunk size": func(h *Header) { h.Chunk = 0 },
		"shard 0":       func(h *Header) { h.Shard = 0 },
		"shard 2 of 1":  func(h *Header) { h.Shard = 2 },
		"long design":   func(h *Header) { h.Design = string(make([]byte, 2000)) },
	} {
		path := filepath.Join(t.TempDir(), "journal")
		h := exampleHeader()
		change(&h)
		if _, err := Open(path, h); err == nil {
			t.Errorf("%s: no error", name)
		}
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: the file was made, %v", name, err)
		}
	}
}

func TestChunks(t *testing.T) {
	for _, test := range []struct{ draws, chunk, want uint64 }{
		{0, 5, 0}, {1, 5, 1}, {5, 5, 1}, {6, 5, 2}, {1<<64 - 1, 2, 1 << 63}, {5, 0, 0},
	} {
		h := Header{Draws: test.draws, Chunk: test.chunk}
		if got := h.Chunks(); got != test.want {
			t.Errorf("%d draws in chunks of %d: %d chunks, want %d", test.draws, test.chunk, got, test.want)
		}
	}
}

// Two runs do not write one journal.
func TestJournalInUse(t *testing.T) {
	path, _, _ := written(t)
	j, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, exampleHeader()); !errors.Is(err, disk.ErrInUse) {
		t.Errorf("opened twice: %v", err)
	}
	j.Close()
	if j, err = Open(path, exampleHeader()); err != nil {
		t.Fatal(err)
	}
	j.Close()
}

func TestUnwritable(t *testing.T) {
	dir := t.TempDir()
	replace(t, filepath.Join(dir, "file"), nil)
	if err := os.Mkdir(filepath.Join(dir, "closed"), 0o555); err != nil {
		t.Fatal(err)
	}
	paths := []string{filepath.Join(dir, "none", "journal"), filepath.Join(dir, "file", "journal"), dir}
	if os.Geteuid() > 0 {
		paths = append(paths, filepath.Join(dir, "closed", "journal"))
	}
	for _, path := range paths {
		var wrong *os.PathError
		if _, err := Open(path, exampleHeader()); !errors.As(err, &wrong) || wrong.Path != path {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func ExampleJournal() {
	dir, _ := os.MkdirTemp("", "journal")
	defer os.RemoveAll(dir)
	run := Header{Program: "0.2.0", Seed: 7, Design: "random", Draws: 300, Chunk: 100, Shard: 1, Shards: 1}
	compute := func(chunk uint64) []byte { return fmt.Appendf(nil, "summary of chunk %d", chunk) }

	for _, budget := range []int{2, 3} { // the first run is interrupted after two chunks
		j, err := Open(filepath.Join(dir, "journal"), run)
		if err != nil {
			fmt.Println(err)
			return
		}
		for chunk := range run.Chunks() {
			if j.Done(chunk) || budget == 0 {
				continue
			}
			fmt.Println("computing", chunk)
			if err := j.Append(chunk, compute(chunk)); err != nil {
				fmt.Println(err)
			}
			budget--
		}
		for r := range j.Records() {
			fmt.Printf("%s\n", r.Payload)
		}
		j.Close()
	}
	// Output:
	// computing 0
	// computing 1
	// summary of chunk 0
	// summary of chunk 1
	// computing 2
	// summary of chunk 0
	// summary of chunk 1
	// summary of chunk 2
}
