package tables

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// filesIn makes the files of an overflow in a directory.
func filesIn(dir string) Overflow {
	return func(s *Schema) (csv, columns *os.File, err error) {
		if csv, err = os.Create(filepath.Join(dir, s.File())); err != nil {
			return nil, nil, err
		}
		columns, err = os.Create(filepath.Join(dir, s.Name+".columns"))
		return csv, columns, err
	}
}

func appendPlaces(t *Table, rows int) {
	for i := range rows {
		share := any(float64(i) / 7)
		if i%5 == 0 {
			share = nil
		}
		t.Append("=place "+strconv.Itoa(i%19), "2024-12", i, share, i%2 == 0)
	}
}

// TestWrittenAsItComes: a table that writes its rows while they come has the bytes and the
// columns of one that holds them, however many there are beside whole blocks.
func TestWrittenAsItComes(t *testing.T) {
	for _, rows := range []int{0, heldRows - 1, heldRows, heldRows + 1, 3*heldRows + 5} {
		dir := t.TempDir()
		held, written := New(places), New(places)
		written.WriteAsItComes(filesIn(dir))
		written.Grow(rows)
		appendPlaces(held, rows)
		appendPlaces(written, rows)
		require.Equal(t, rows, written.Len())
		require.LessOrEqual(t, cap(written.numbers[2]), heldRows+heldRows/2)

		file, err := written.Written()
		require.NoError(t, err)
		require.Equal(t, rows >= heldRows, file != "")
		var want, got bytes.Buffer
		require.NoError(t, held.WriteCSV(&want))
		if file != "" {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			require.True(t, bytes.Equal(want.Bytes(), content))
		}
		for range 2 {
			require.NoError(t, written.WriteCSV(&got))
			require.True(t, bytes.Equal(want.Bytes(), got.Bytes()))
			got.Reset()
			(&Package{Tables: []*Table{written}}).Forget()
		}
		for i, c := range places.Columns {
			if !c.numeric() {
				require.Equal(t, held.text[i], written.textOf(i))
				continue
			}
			for row, v := range written.numbersOf(i) {
				require.Equal(t, math.Float64bits(held.numbers[i][row]), math.Float64bits(v))
			}
		}
		if rows > 0 {
			require.Equal(t, held.Place(rows-1), written.Place(rows-1))
		}
	}
}

// TestFirstOther: the text that differs is found, also among those that are held.
func TestFirstOther(t *testing.T) {
	name := TextColumn{places.Columns[0]}
	for _, other := range []int{-1, 7, heldRows - 1, heldRows + 3} {
		table := New(places)
		table.WriteAsItComes(filesIn(t.TempDir()))
		for i := range heldRows + 9 {
			text := "here"
			if i == other {
				text = "there"
			}
			table.Append(text, "2024-12", 1, 1.0, true)
		}
		require.Equal(t, other, name.FirstOther(table))
	}
	require.Equal(t, -1, name.FirstOther(New(places)))
}

// TestNotWritten: an error of the files, of a number, or of reading again is not lost.
func TestNotWritten(t *testing.T) {
	full := errors.New("no space left on device")
	table := New(places)
	table.WriteAsItComes(func(*Schema) (csv, columns *os.File, err error) { return nil, nil, full })
	appendPlaces(table, heldRows)
	_, err := table.Written()
	require.ErrorIs(t, err, full)

	table = New(places)
	table.WriteAsItComes(filesIn(t.TempDir()))
	appendPlaces(table, heldRows+10)
	table.Append("", "", 1, math.Inf(1), true)
	_, err = table.Written()
	require.ErrorContains(t, err, "places row "+strconv.Itoa(heldRows+11)+": share is infinite")

	table = New(places)
	table.WriteAsItComes(filesIn(t.TempDir()))
	appendPlaces(table, heldRows+10)
	require.NoError(t, table.over.columns.Truncate(100))
	table.Numbers("share")
	_, err = table.Written()
	require.ErrorContains(t, err, "reading share of places again")
	require.Error(t, table.WriteCSV(&bytes.Buffer{}))
}

// TestHeldRowsAreBounded: what a table holds does not grow with its rows.
func TestHeldRowsAreBounded(t *testing.T) {
	table := New(places)
	table.WriteAsItComes(filesIn(t.TempDir()))
	var m runtime.MemStats
	used := func() int64 {
		appendPlaces(table, 10*heldRows)
		runtime.GC()
		runtime.ReadMemStats(&m)
		runtime.KeepAlive(table)
		return int64(m.HeapAlloc)
	}
	first := used()
	require.Less(t, used()-first, int64(heldRows))
}
