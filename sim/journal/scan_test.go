package journal

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// Cut at any byte, a journal keeps the records that are whole, goes on after them,
// and says how much was torn.
func TestTruncatedAnywhere(t *testing.T) {
	path, data, starts := written(t, 6, 1, 5)
	for n := range data {
		whole := 0
		for whole < 3 && starts[whole+1] <= n {
			whole++
		}
		keeps := starts[whole]
		if n < starts[0] {
			keeps = 0
		}
		replace(t, path, data[:n])
		j, err := Open(path, exampleHeader())
		if err != nil {
			t.Fatalf("cut at %d: %v", n, err)
		}
		if got := len(chunksOf(t, j)); got != whole || j.Cut() != int64(n-keeps) {
			t.Fatalf("cut at %d: %d records, %d bytes torn, want %d and %d", n, got, j.Cut(), whole, n-keeps)
		}
		if n%11 == 0 {
			for _, c := range []uint64{6, 1, 5} {
				if err := j.Append(c, payload(c)); err != nil {
					t.Fatal(err)
				}
			}
			unchanged(t, path, data)
		}
		j.Close()
	}
}

// Any flipped bit is noticed: in the header and in the middle as an error that
// leaves the file, in the last record as torn.
func TestFlippedBits(t *testing.T) {
	path, data, starts := written(t, 6, 1, 5)
	for bit := range 8 * len(data) {
		flipped := slices.Clone(data)
		flipped[bit/8] ^= 1 << (bit % 8)
		replace(t, path, flipped)
		j, err := Open(path, exampleHeader())
		var corrupt *CorruptError
		switch at := bit / 8; {
		case at >= starts[2]:
			if err != nil || j.Cut() != int64(starts[3]-starts[2]) {
				t.Fatalf("bit %d of the last record: %v", bit, err)
			}
			if got := chunksOf(t, j); !slices.Equal(got, []uint64{1, 6}) {
				t.Fatalf("bit %d: chunks %v", bit, got)
			}
		case err == nil:
			t.Fatalf("bit %d goes unnoticed", bit)
		case at >= starts[0]:
			record := 0
			if at >= starts[1] {
				record = 1
			}
			if !errors.As(err, &corrupt) || corrupt.Offset != int64(starts[record]) || corrupt.Next != int64(starts[record+1]) || corrupt.Whole != record {
				t.Fatalf("bit %d of record %d: %v", bit, record, err)
			}
		}
		if err != nil {
			unchanged(t, path, flipped)
			continue
		}
		j.Close()
	}
}

// Blocks that a power failure left as zeros are torn.
func TestZeroedTail(t *testing.T) {
	path, data, starts := written(t, 6, 1)
	clear(data[starts[1]:])
	replace(t, path, append(data, make([]byte, 200_000)...))
	j, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if got := chunksOf(t, j); !slices.Equal(got, []uint64{6}) {
		t.Errorf("chunks %v", got)
	}
}

// A whole record is found wherever it stands after the damage, also across the
// pieces in which the file is read.
func TestDamageFarFromTheNextRecord(t *testing.T) {
	path, data, starts := written(t, 6, 1)
	seed := sumOf(data, starts)
	for _, gap := range []int{1, 15, 1<<16 - 17, 1<<16 - 1, 1 << 16, 1<<16 + 1, 3 << 16} {
		damaged := append(slices.Clone(data[:starts[1]]), make([]byte, gap)...)
		damaged = Record{2, payload(2)}.append(damaged, seed)
		replace(t, path, damaged)
		_, err := Open(path, exampleHeader())
		var corrupt *CorruptError
		if !errors.As(err, &corrupt) || corrupt.Offset != int64(starts[1]) || corrupt.Next != int64(starts[1]+gap) {
			t.Errorf("gap of %d: %v", gap, err)
		}
	}
}

func sumOf(data []byte, starts []int) (seed uint32) {
	for i := range 4 {
		seed |= uint32(data[starts[0]-4+i]) << (8 * i)
	}
	return seed
}

// A length is believed only as far as the file goes.
func TestLengthBeyondTheFile(t *testing.T) {
	path, data, starts := written(t)
	huge := Record{3, make([]byte, MaxPayload)}.append(nil, sumOf(data, starts))
	replace(t, path, append(data, huge[:1000]...))
	huge = nil
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	j, err := Open(path, exampleHeader())
	runtime.ReadMemStats(&after)
	if err != nil || j.Cut() != 1000 {
		t.Fatal(err)
	}
	j.Close()
	if took := after.TotalAlloc - before.TotalAlloc; took > 1<<20 {
		t.Errorf("took %d bytes", took)
	}
}

// Records of another journal are not taken, nor chunks that the ensemble lacks.
func TestForeignRecords(t *testing.T) {
	path, data, starts := written(t, 1)
	replace(t, path, Record{2, nil}.append(slices.Clone(data), 12345))
	j, err := Open(path, exampleHeader())
	if err != nil || j.Cut() != recordHead+recordTail {
		t.Fatalf("%v", err)
	}
	j.Close()
	replace(t, path, Record{10, nil}.append(slices.Clone(data), sumOf(data, starts)))
	if _, err := Open(path, exampleHeader()); err == nil || !strings.Contains(err.Error(), "chunk 10 at byte") {
		t.Errorf("chunk 10 of 10: %v", err)
	}
}

func TestDuplicatesInTheFile(t *testing.T) {
	path, data, starts := written(t, 1, 2)
	same := Record{1, payload(1)}.append(slices.Clone(data), sumOf(data, starts))
	replace(t, path, same)
	j, err := Open(path, exampleHeader())
	if err != nil {
		t.Fatal(err)
	}
	if got := chunksOf(t, j); !slices.Equal(got, []uint64{1, 2}) {
		t.Errorf("chunks %v", got)
	}
	j.Close()
	replace(t, path, Record{1, payload(3)}.append(slices.Clone(data), sumOf(data, starts)))
	var conflict *ConflictError
	if _, err := Open(path, exampleHeader()); !errors.As(err, &conflict) || conflict.Chunk != 1 || conflict.Offset != int64(starts[0]) {
		t.Errorf("%v", err)
	}
}

// Any bytes are an error that leaves them, or a journal that opens again the same.
func FuzzOpen(f *testing.F) {
	_, data, starts := written(f, 6, 1, 5)
	for _, n := range []int{0, 1, starts[0], starts[1], starts[2] + 3, starts[3]} {
		f.Add(data[:n], false)
	}
	f.Add([]byte{}, true)
	f.Add(data[starts[0]:], true)
	f.Add(append(make([]byte, 30), data[starts[1]:]...), true)
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, fuzzed []byte, headed bool) {
		if headed {
			fuzzed = append(slices.Clone(data[:starts[0]]), fuzzed...)
		}
		path := filepath.Join(dir, "journal")
		os.Remove(path)
		replace(t, path, fuzzed)
		j, err := Open(path, exampleHeader())
		if err != nil {
			unchanged(t, path, fuzzed)
			return
		}
		var records []Record
		for r, err := range j.Records() {
			if err != nil {
				t.Fatal(err)
			}
			records = append(records, r)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		again, err := Open(path, exampleHeader())
		if err != nil || again.Cut() != 0 || len(again.offsets) != len(records) {
			t.Fatalf("opens otherwise the second time: %v", err)
		}
		again.Close()
	})
}
