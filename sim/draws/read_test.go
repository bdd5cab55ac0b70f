package draws_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"

	"corridor/sim/draws"
)

// written returns a file of draws of two numbers each.
func written(t testing.TB, numbers ...float64) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := draws.NewWriter(&b, []string{"growth", "throughput_mt_2030"}, t.TempDir())
	require.NoError(t, err)
	require.NoError(t, w.Write(numbers))
	require.NoError(t, w.Close())
	return b.Bytes()
}

// TestOthersReadDraws: a reader that knows nothing of this package finds the columns in
// their order, numbers for the draws, and NULL where there is no value.
func TestOthersReadDraws(t *testing.T) {
	type row struct {
		Draw       int64    `parquet:"draw"`
		Growth     *float64 `parquet:"growth,optional"`
		Throughput *float64 `parquet:"throughput_mt_2030,optional"`
	}
	text := written(t, 0.04, 8.25, 0.05, math.NaN(), -0.01, math.Inf(-1))
	rows, err := parquet.Read[row](bytes.NewReader(text), int64(len(text)))
	require.NoError(t, err)
	number := func(v float64) *float64 { return &v }
	require.Equal(t, []row{{0, number(0.04), number(8.25)}, {1, number(0.05), nil}, {2, number(-0.01), nil}}, rows)

	file, err := parquet.OpenFile(bytes.NewReader(text), int64(len(text)))
	require.NoError(t, err)
	require.Equal(t, [][]string{{"draw"}, {"growth"}, {"throughput_mt_2030"}}, file.Schema().Columns())
	require.Contains(t, file.Metadata().CreatedBy, "corridor", "and not the build of a library")
}

// TestReadAppends: a column goes behind what the caller has, which serves many columns.
func TestReadAppends(t *testing.T) {
	text := written(t, 1, 2, 3, 4)
	r, err := draws.NewReader(bytes.NewReader(text), int64(len(text)))
	require.NoError(t, err)
	require.EqualValues(t, 2, r.Len())
	column, err := r.Column([]float64{9}, "growth")
	require.NoError(t, err)
	require.Equal(t, []float64{9, 1, 3}, column)
	column, err = r.Column(column[:0], "throughput_mt_2030")
	require.NoError(t, err)
	require.Equal(t, []float64{2, 4}, column)
}

// TestNoDraws: an ensemble of which nothing was kept is a file with no rows.
func TestNoDraws(t *testing.T) {
	text := written(t)
	r, err := draws.NewReader(bytes.NewReader(text), int64(len(text)))
	require.NoError(t, err)
	require.Zero(t, r.Len())
	column, err := r.Column(nil, "growth")
	require.NoError(t, err)
	require.Empty(t, column)
}

// TestDamagedDraws: a file that is cut short, or whose numbers are not there, is an error
// and no result.
func TestDamagedDraws(t *testing.T) {
	text := written(t, 1, 2, 3, 4, 5, 6)
	_, err := draws.NewReader(bytes.NewReader(text[:len(text)-9]), int64(len(text)-9))
	require.ErrorContains(t, err, "draws: ")

	unreadable := errors.New("input/output error")
	r, err := draws.NewReader(&failing{bytes.NewReader(text), int64(len(text) / 2), unreadable}, int64(len(text)))
	require.NoError(t, err, "the description at the end can be read")
	_, err = r.Column(nil, "growth")
	require.ErrorIs(t, err, unreadable)
	require.ErrorContains(t, err, `column "growth"`)
}

// failing cannot be read before an offset.
type failing struct {
	io.ReaderAt
	from int64
	err  error
}

func (f *failing) ReadAt(b []byte, at int64) (int, error) {
	if at < f.from && at > 4 { // the magic of the file is looked at when it is opened
		return 0, f.err
	}
	return f.ReaderAt.ReadAt(b, at)
}

// full takes a few bytes and no more.
type full struct{ room int }

var errFull = errors.New("no space left on device")

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// TestFullDisk: that what was written has no room is told when the file is closed at the
// latest.
func TestFullDisk(t *testing.T) {
	w, err := draws.NewWriter(&full{100}, []string{"a"}, t.TempDir())
	require.NoError(t, err)
	require.ErrorIs(t, errors.Join(w.Write(rows(70_000, 1)), w.Close()), errFull)
}
