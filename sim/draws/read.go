package draws

import (
	"fmt"
	"io"
	"math"

	"github.com/parquet-go/parquet-go"
)

// Reader reads one column of draws after the other.
type Reader struct {
	file   *parquet.File
	buffer []parquet.Value
}

// NewReader opens a file of draws of the given size in bytes.
func NewReader(r io.ReaderAt, size int64) (*Reader, error) {
	file, err := parquet.OpenFile(r, size, parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true))
	if err != nil {
		return nil, fmt.Errorf("draws: %w", err)
	}
	return &Reader{file: file, buffer: make([]parquet.Value, 1024)}, nil
}

// Len returns the number of draws.
func (r *Reader) Len() int64 { return r.file.NumRows() }

// Column appends the numbers of a column, draw by draw: NaN where it has no value.
func (r *Reader) Column(to []float64, name string) ([]float64, error) {
	leaf, ok := r.file.Schema().Lookup(name)
	if !ok {
		return to, fmt.Errorf("draws: there is no column %q", name)
	}
	for _, group := range r.file.RowGroups() {
		var err error
		if to, err = r.pages(to, group.ColumnChunks()[leaf.ColumnIndex].Pages()); err != nil {
			return to, fmt.Errorf("draws: column %q: %w", name, err)
		}
	}
	return to, nil
}

func (r *Reader) pages(to []float64, pages parquet.Pages) ([]float64, error) {
	defer pages.Close()
	for {
		page, err := pages.ReadPage()
		if err == io.EOF {
			return to, nil
		}
		if err != nil {
			return to, err
		}
		values := page.Values()
		for err == nil {
			var n int
			n, err = values.ReadValues(r.buffer)
			for _, v := range r.buffer[:n] {
				if v.IsNull() {
					to = append(to, math.NaN())
				} else {
					to = append(to, v.Double())
				}
			}
		}
		parquet.Release(page)
		if err != io.EOF {
			return to, err
		}
	}
}
