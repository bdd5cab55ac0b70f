package tables

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAppendCells: a row of texts and numbers is the row of Append.
func TestAppendCells(t *testing.T) {
	one, other := New(places), New(places)
	one.Append("Baku", "1999-12", 7, 0.5, true)
	one.Append("", "", 0, nil, nil)
	other.AppendCells([]string{"Baku", "1999-12", "true"}, 7, 0.5)
	other.AppendCells([]string{"", "", ""}, 0, math.NaN())
	var want, got bytes.Buffer
	require.NoError(t, one.WriteCSV(&want))
	require.NoError(t, other.WriteCSV(&got))
	require.Equal(t, want.String(), got.String())
	require.Panics(t, func() { other.AppendCells([]string{"Baku", "1999-12"}, 7, 0.5) })
	require.Panics(t, func() { other.AppendCells([]string{"Baku", "1999-12", "true"}, 7, 0.5, 1) })
	require.Panics(t, func() { other.AppendCells([]string{"Baku", "1999-12", "true"}, 7) })
}

func BenchmarkAppend(b *testing.B) {
	for name, add := range map[string]func(t *Table){
		"cells": func(t *Table) {
			t.AppendCells([]string{"a", "2030-01", "line"}, 1, 2, 0.5, 0, 0, math.NaN(), 1)
		},
		"any": func(t *Table) { t.Append("a", "2030-01", "line", 1.0, 2.0, 0.5, 0.0, 0.0, math.NaN(), 1.0) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			t := New(Segments)
			for i := 0; b.Loop(); i++ {
				if i%1000 == 0 {
					t = New(Segments)
					t.Grow(1000)
				}
				add(t)
			}
		})
	}
}
