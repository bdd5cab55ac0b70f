package draws_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"runtime"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"

	"corridor/sim/draws"
)

func names(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("z%d", n-i) // not in the order of the alphabet
	}
	return list
}

func rows(n, width int) []float64 {
	list := make([]float64, n*width)
	x := uint64(1)
	for i := range list {
		x = x*6364136223846793005 + 1442695040888963407
		list[i] = float64(x>>11) / (1 << 53)
	}
	return list
}

// TestDraws: what is written is read again, in the order of the draws, whatever the
// pieces it came in, and the bytes are the same.
func TestDraws(t *testing.T) {
	const n, width = 80_000, 5
	want := rows(n, width)
	want[7], want[8], want[9] = math.NaN(), math.Inf(1), math.Copysign(0, -1)
	for draw := range 70_000 { // a row group and more
		want[draw*width+4] = math.NaN()
	}
	var first []byte
	for _, piece := range []int{7, 256, 9000, n} {
		var b bytes.Buffer
		w, err := draws.NewWriter(&b, names(width), t.TempDir())
		require.NoError(t, err)
		for at := 0; at < n; at += piece {
			require.NoError(t, w.Write(want[at*width:min(n, at+piece)*width]))
		}
		require.NoError(t, w.Close())
		if first == nil {
			first = b.Bytes()
		}
		require.True(t, bytes.Equal(first, b.Bytes()), "pieces of %d", piece)
	}
	r, err := draws.NewReader(bytes.NewReader(first), int64(len(first)))
	require.NoError(t, err)
	require.EqualValues(t, n, r.Len())
	want[8] = math.NaN() // no value either
	for i, name := range names(width) {
		column, err := r.Column(nil, name)
		require.NoError(t, err)
		require.Len(t, column, n)
		for draw, v := range column {
			require.Equal(t, math.Float64bits(want[draw*width+i]), math.Float64bits(v))
		}
	}
	_, err = r.Column(nil, "z99")
	require.ErrorContains(t, err, `there is no column "z99"`)
}

// TestDrawsWithoutValue: what has no value is NULL, and neither NaN nor NULL is in the
// statistics that readers skip row groups by.
func TestDrawsWithoutValue(t *testing.T) {
	var b bytes.Buffer
	w, err := draws.NewWriter(&b, []string{"some", "none"}, t.TempDir())
	require.NoError(t, err)
	none := math.NaN()
	require.NoError(t, w.Write([]float64{0.5, none, none, none, math.Inf(1), none, 0.25, none, 0.75, none}))
	require.NoError(t, w.Close())
	file, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	columns := file.Metadata().RowGroups[0].Columns
	require.True(t, file.Root().Column("some").Optional())
	require.False(t, file.Root().Column(draws.Draw).Optional())
	some, empty := columns[1].MetaData.Statistics, columns[2].MetaData.Statistics
	require.EqualValues(t, 2, some.NullCount)
	require.Equal(t, 0.25, math.Float64frombits(binary.LittleEndian.Uint64(some.MinValue)))
	require.Equal(t, 0.75, math.Float64frombits(binary.LittleEndian.Uint64(some.MaxValue)))
	require.EqualValues(t, 5, empty.NullCount)
	require.Empty(t, empty.MinValue)
	require.True(t, file.ColumnIndexes()[2].NullPages[0])
}

func TestDrawsRefused(t *testing.T) {
	_, err := draws.NewWriter(&bytes.Buffer{}, []string{"a", "a"}, "")
	require.ErrorContains(t, err, `the column "a" is there twice`)
	_, err = draws.NewWriter(&bytes.Buffer{}, []string{draws.Draw}, "")
	require.Error(t, err)
	w, err := draws.NewWriter(&bytes.Buffer{}, []string{"a", "b"}, "")
	require.NoError(t, err)
	require.ErrorContains(t, w.Write([]float64{1, 2, 3}), "3 numbers for draws of 2")
	_, err = draws.NewReader(bytes.NewReader([]byte("no parquet")), 10)
	require.Error(t, err)
}

// discard counts what is written.
type discard int64

func (d *discard) Write(b []byte) (int, error) {
	*d += discard(len(b))
	return len(b), nil
}

// TestDrawsMemory: what a row group leaves in memory is less than 2 kB a column, so
// that ten million draws of 300 columns take less than 100 MB.
func TestDrawsMemory(t *testing.T) {
	const width, group = 20, 1 << 16
	piece := rows(4096, width)
	var d discard
	w, err := draws.NewWriter(&d, names(width), t.TempDir())
	require.NoError(t, err)
	var m runtime.MemStats
	used := func(groups int) int64 {
		for range groups * group / 4096 {
			require.NoError(t, w.Write(piece))
		}
		runtime.GC()
		runtime.GC() // what a pool holds outlives one collection
		runtime.ReadMemStats(&m)
		runtime.KeepAlive(w)
		return int64(m.HeapAlloc)
	}
	first := used(2)
	require.Less(t, used(6)-first, int64(6*width*2000))
}

func BenchmarkWrite(b *testing.B) {
	const n, width = 8192, 232
	numbers := rows(n, width)
	var d discard
	w, err := draws.NewWriter(&d, names(width), b.TempDir())
	require.NoError(b, err)
	b.SetBytes(8 * n * width)
	for b.Loop() {
		require.NoError(b, w.Write(numbers))
	}
	b.ReportMetric(float64(d)/float64(8*n*width*b.N), "bytes/byte")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/draw")
}
