package draws

import (
	"fmt"
	"io"
	"math"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

const (
	// File is the name of the file in a run directory.
	File = "draws.parquet"
	// Draw is the column that numbers the draws, from 0.
	Draw = "draw"
)

const (
	// groupRows is the number of rows in a row group. The description of a group stays
	// in memory until the file is closed, so that groups must not be small; its pages
	// are on the disk until it is written, so that they may be large.
	groupRows = 1 << 16
	// pageRows is the number of rows that a column holds in memory before they become
	// a page.
	pageRows = 1 << 13
)

// Writer writes draws. It is not safe for concurrent use.
type Writer struct {
	parquet *parquet.GenericWriter[any]
	width   int
	rows    int64           // written so far
	values  []parquet.Value // of one column, on their way
}

// NewWriter returns a writer of draws that consist of the named numbers, each in a
// column of doubles of that name, after the column draw. Names must differ. Pages that
// wait for their group stand in files of the scratch directory, which the caller
// removes.
func NewWriter(w io.Writer, names []string, scratch string) (*Writer, error) {
	schema, err := schemaOf(names)
	if err != nil {
		return nil, err
	}
	return &Writer{
		parquet: parquet.NewGenericWriter[any](w, schema,
			parquet.CreatedBy("corridor", "", ""), // which would be the library's build otherwise
			parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest}),
			parquet.PageBufferSize(2*8*pageRows), // beyond a page, for pages are ended here,
			parquet.ColumnPageBuffers(parquet.NewFileBufferPool(scratch, "page-*")),
		),
		width: len(names),
	}, nil
}

// Write adds draws, one after the other, each with its numbers in the order of the
// names. What is no finite number has no value: it is NULL, as it is an empty cell in
// a table, so that means, comparisons and quantiles leave it out.
func (w *Writer) Write(numbers []float64) error {
	if w.width == 0 || len(numbers)%w.width != 0 {
		return fmt.Errorf("draws: %d numbers for draws of %d", len(numbers), w.width)
	}
	for len(numbers) > 0 {
		draws := min(int64(len(numbers)/w.width), groupRows-w.rows%groupRows)
		if err := w.add(numbers[:int(draws)*w.width], draws); err != nil {
			return err
		}
		numbers = numbers[int(draws)*w.width:]
		if w.rows%groupRows == 0 {
			if err := w.parquet.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// add adds draws to the row group, column by column.
func (w *Writer) add(numbers []float64, draws int64) error {
	for i, column := range w.parquet.ColumnWriters() {
		w.values = w.values[:0]
		for row := range draws {
			if i == 0 {
				w.values = append(w.values, parquet.Int64Value(w.rows+row))
			} else {
				w.values = append(w.values, valueOf(numbers[int(row)*w.width+i-1], i))
			}
		}
		if err := w.pages(column); err != nil {
			return err
		}
	}
	w.rows += draws
	return nil
}

// valueOf is the cell of a number in a column, NULL for what is none.
func valueOf(number float64, column int) parquet.Value {
	if math.IsNaN(number) || math.IsInf(number, 0) {
		return parquet.NullValue().Level(0, 0, column)
	}
	return parquet.DoubleValue(number).Level(0, 1, column)
}

// pages hands the values of a column on and ends its pages, so that those of a file do
// not depend on the pieces it was written in.
func (w *Writer) pages(column *parquet.ColumnWriter) error {
	for at, left := w.rows, w.values; len(left) > 0; {
		n := min(int64(len(left)), pageRows-at%pageRows)
		if _, err := column.WriteRowValues(left[:n]); err != nil {
			return err
		}
		at, left = at+n, left[n:]
		if at%pageRows == 0 {
			if err := column.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close writes what is left and the end of the file. It does not close what the file
// is written to.
func (w *Writer) Close() error { return w.parquet.Close() }
