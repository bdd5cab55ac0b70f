package draws

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

const (
	// File is the name of the file in a run directory.
	File = "draws.parquet"
	// Draw is the column that numbers the draws, from 0.
	Draw = "draw"
)

// groupRows is the number of rows in a row group, all of which are held in memory
// until it is written.
const groupRows = 8192

// Writer writes draws. It is not safe for concurrent use.
type Writer struct {
	parquet *parquet.GenericWriter[any]
	columns [][]parquet.Value // of the row group
	rows    int64             // written before the row group
}

// NewWriter returns a writer of draws that consist of the named numbers, each in a
// column of doubles of that name, after the column draw. Names must differ.
func NewWriter(w io.Writer, names []string) (*Writer, error) {
	schema, err := schemaOf(names)
	if err != nil {
		return nil, err
	}
	return &Writer{
		parquet: parquet.NewGenericWriter[any](w, schema,
			parquet.CreatedBy("corridor", "", ""), // which would be the library's build otherwise
			parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest}),
		),
		columns: make([][]parquet.Value, 1+len(names)),
	}, nil
}

// Write adds draws, one after the other, each with its numbers in the order of the
// names. NaN and infinities stay what they are.
func (w *Writer) Write(numbers []float64) error {
	width := len(w.columns) - 1
	if width == 0 || len(numbers)%width != 0 {
		return fmt.Errorf("draws: %d numbers for draws of %d", len(numbers), width)
	}
	for ; len(numbers) > 0; numbers = numbers[width:] {
		draw := w.rows + int64(len(w.columns[0]))
		w.columns[0] = append(w.columns[0], parquet.Int64Value(draw))
		for i, v := range numbers[:width] {
			w.columns[1+i] = append(w.columns[1+i], parquet.DoubleValue(v))
		}
		if len(w.columns[0]) == groupRows {
			if err := w.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// flush writes the row group.
func (w *Writer) flush() error {
	for i, column := range w.parquet.ColumnWriters() {
		if _, err := column.WriteRowValues(w.columns[i]); err != nil {
			return err
		}
	}
	w.rows += int64(len(w.columns[0]))
	for i := range w.columns {
		w.columns[i] = w.columns[i][:0]
	}
	return w.parquet.Flush()
}

// Close writes what is left and the end of the file. It does not close what the file
// is written to.
func (w *Writer) Close() error {
	if len(w.columns[0]) > 0 {
		if err := w.flush(); err != nil {
			return err
		}
	}
	return w.parquet.Close()
}
