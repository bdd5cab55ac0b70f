package draws_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/draws"
)

// TestCSV: draws in CSV are those in Parquet, to the bits, whatever the pieces they came in.
func TestCSV(t *testing.T) {
	const n, width = 3000, 3
	numbers := rows(n, width)
	numbers[4], numbers[5], numbers[6] = math.NaN(), math.Inf(-1), 1e-300
	for _, piece := range []int{1, 7, n} {
		var text, parquet bytes.Buffer
		c, err := draws.NewCSVWriter(&text, names(width))
		require.NoError(t, err)
		w, err := draws.NewWriter(&parquet, names(width), t.TempDir())
		require.NoError(t, err)
		for at := 0; at < n; at += piece {
			part := numbers[at*width : min(n, at+piece)*width]
			require.NoError(t, errors.Join(c.Write(part), w.Write(part)))
		}
		require.NoError(t, errors.Join(c.Close(), w.Close()))

		cells, err := csv.NewReader(&text).ReadAll()
		require.NoError(t, err)
		require.Len(t, cells, 1+n)
		require.Equal(t, []string{"draw", "z3", "z2", "z1"}, cells[0])
		r, err := draws.NewReader(bytes.NewReader(parquet.Bytes()), int64(parquet.Len()))
		require.NoError(t, err)
		for i, name := range names(width) {
			column, err := r.Column(nil, name)
			require.NoError(t, err)
			for draw, want := range column {
				require.Equal(t, strconv.Itoa(draw), cells[1+draw][0])
				if math.IsNaN(want) {
					require.Empty(t, cells[1+draw][1+i])
					continue
				}
				v, err := strconv.ParseFloat(cells[1+draw][1+i], 64)
				require.NoError(t, err)
				require.Equal(t, math.Float64bits(want), math.Float64bits(v))
			}
		}
	}
}

func TestCSVRefused(t *testing.T) {
	c, err := draws.NewCSVWriter(&bytes.Buffer{}, []string{"a", "b"})
	require.NoError(t, err)
	require.ErrorContains(t, c.Write([]float64{1, 2, 3}), "3 numbers for draws of 2")
	c, err = draws.NewCSVWriter(&full{100}, []string{"a"})
	require.NoError(t, err)
	require.ErrorIs(t, errors.Join(c.Write(rows(7000, 1)), c.Close()), errFull)
}
