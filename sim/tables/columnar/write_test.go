package columnar

import (
	"bytes"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func own() *tables.Schema {
	return &tables.Schema{Name: "own", Title: "Own", Columns: []tables.Column{
		{Name: "month", Type: tables.Month, Description: "calendar month"}, {Name: "title", Type: tables.String, Description: "name"},
		{Name: "mt", Type: tables.Number, Unit: "Mt", Description: "carried"}, {Name: "draws", Type: tables.Integer, Description: "futures"},
		{Name: "met", Type: tables.Boolean, Description: "whether"},
	}}
}

// TestWrite: a reader that knows nothing of tables finds the columns in their order, each with its
// type, and nothing where a cell is empty; over more than one row group, and with the same bytes.
func TestWrite(t *testing.T) {
	table := tables.New(own())
	table.Append("2024-01", "=1+1", 0.30000000000000004, 2000, true)
	table.Append("", "Баку", math.Copysign(0, -1), nil, "")
	table.Append("2024-03", "", nil, -1, false)
	for range groupRows {
		table.Append("2025-01", "more", 1, 1, true)
	}
	var b, again bytes.Buffer
	require.NoError(t, Write(&b, table))
	require.NoError(t, Write(&again, table))
	require.Equal(t, b.Bytes(), again.Bytes())

	type row struct {
		Month *string  `parquet:"month,optional"`
		Title *string  `parquet:"title,optional"`
		Mt    *float64 `parquet:"mt,optional"`
		Draws *int64   `parquet:"draws,optional"`
		Met   *bool    `parquet:"met,optional"`
	}
	rows, err := parquet.Read[row](bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	require.Len(t, rows, 3+groupRows)
	require.Equal(t, []row{
		{new("2024-01"), new("=1+1"), new(0.30000000000000004), new(int64(2000)), new(true)},
		{nil, new("Баку"), new(0.0), nil, nil},
		{new("2024-03"), nil, nil, new(int64(-1)), new(false)},
	}, rows[:3])
	require.False(t, math.Signbit(*rows[1].Mt))
	require.Equal(t, "more", *rows[2+groupRows].Title)

	file, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	require.Len(t, file.RowGroups(), 2)
	require.Equal(t, [][]string{{"month"}, {"title"}, {"mt"}, {"draws"}, {"met"}}, file.Schema().Columns())
	require.Contains(t, file.Metadata().CreatedBy, "corridor")
	fields, found := file.Lookup("fields")
	require.True(t, found)
	require.Contains(t, fields, `{"name":"mt","type":"number","unit":"Mt","description":"carried"}`)
}

// TestWriteNothing: a table without rows is a file with columns and no rows, and what no table can
// hold is refused.
func TestWriteNothing(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, Write(&b, tables.New(own())))
	file, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	require.Zero(t, file.NumRows())

	table := tables.New(own())
	table.Append("", "", 1, 1, "")
	table.Append("", "", math.Inf(1), 1, "")
	require.ErrorContains(t, Write(io.Discard, table), "own row 2: mt is infinite")
}

// TestEveryTableHasColumns: the columns of every table of the program can be written, and no table
// takes the name of the draws.
func TestEveryTableHasColumns(t *testing.T) {
	for _, s := range tables.All {
		require.NoError(t, Write(io.Discard, tables.New(s)), s.Name)
		require.False(t, strings.HasPrefix(File(s), "draws."))
	}
}
