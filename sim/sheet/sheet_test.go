package sheet_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/sheet"
)

// squares is a sheet of a number and its square root.
func squares(rows, workers int) *sheet.Sheet {
	return &sheet.Sheet{Rows: rows, Columns: 2, Workers: workers, New: func() (sheet.Row, error) {
		return func(row int, out []float64) error {
			out[0], out[1] = float64(row), math.Sqrt(float64(row))
			return nil
		}, nil
	}}
}

// notes is a journal in memory.
type notes struct {
	held     map[uint64][]byte
	appended int
	full     int // chunks it takes before it fails; 0 for all
}

func (n *notes) Done(chunk uint64) bool            { return n.held[chunk] != nil }
func (n *notes) Read(chunk uint64) ([]byte, error) { return n.held[chunk], nil }

func (n *notes) Append(chunk uint64, payload []byte) error {
	if n.appended++; n.full > 0 && n.appended > n.full {
		return errors.New("full")
	}
	n.held[chunk] = payload
	return nil
}

func TestRowsAreThoseOfTheirNumbers(t *testing.T) {
	for _, rows := range []int{0, 1, 63, 64, 65, 1000} {
		for _, workers := range []int{1, 3, 50} {
			s := squares(rows, workers)
			told := -1
			s.Progress = func(rows int) {
				require.GreaterOrEqual(t, rows, told)
				told = rows
			}
			got, err := s.Fill(t.Context())
			require.NoError(t, err)
			require.Len(t, got, rows)
			for i, row := range got {
				require.Equal(t, []float64{float64(i), math.Sqrt(float64(i))}, row)
			}
			require.Equal(t, rows, told)
		}
	}
}

// TestGoesOn: what a journal holds is not computed again, and what comes out is the same.
func TestGoesOn(t *testing.T) {
	whole, err := squares(500, 1).Fill(t.Context())
	require.NoError(t, err)

	n := &notes{held: map[uint64][]byte{}, full: 3}
	s := squares(500, 1)
	s.First, s.Journal = 40, n
	_, err = s.Fill(t.Context())
	require.EqualError(t, err, "full")
	require.Len(t, n.held, 3)

	n.full, n.appended = 0, 0
	computed := 0
	s.New = func() (sheet.Row, error) {
		row, err := squares(500, 1).New()
		return func(i int, out []float64) error { computed++; return row(i, out) }, err
	}
	again, err := s.Fill(t.Context())
	require.NoError(t, err)
	require.Equal(t, whole, again)
	require.Equal(t, 500-3*sheet.ChunkRows, computed)
	require.EqualValues(t, sheet.Chunks(500), len(n.held))

	n.held[41] = n.held[41][:8]
	_, err = s.Fill(t.Context())
	require.ErrorContains(t, err, "8 bytes for a chunk of 64 rows of 2 numbers")
}

func TestErrors(t *testing.T) {
	s := squares(1000, 2)
	s.New = func() (sheet.Row, error) {
		return func(row int, _ []float64) error {
			if row == 700 {
				return fmt.Errorf("row %d", row)
			}
			return nil
		}, nil
	}
	_, err := s.Fill(t.Context())
	require.EqualError(t, err, "row 700")

	s.New = func() (sheet.Row, error) { return nil, errors.New("no worker") }
	_, err = s.Fill(t.Context())
	require.EqualError(t, err, "no worker")

	ended, stop := context.WithCancel(t.Context())
	stop()
	_, err = squares(1000, 2).Fill(ended)
	require.ErrorIs(t, err, context.Canceled)
}
