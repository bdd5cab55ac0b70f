package runs

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"corridor/sim/disk"
	"corridor/sim/draws"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// keptDraws is the file of all draws while it is made, with that in CSV where it is wanted.
// Without a file it keeps nothing.
type keptDraws struct {
	dir    string
	schema *tables.Schema
	file   *os.File
	writer *draws.Writer

	text *os.File // in CSV; nil for none
	rows *draws.CSVWriter
}

// keepDraws starts the file of the draws of an ensemble that keeps them.
func keepDraws(e *ensemble.Ensemble, by *means) (*keptDraws, error) {
	k := &keptDraws{}
	if !e.Keep {
		return k, nil
	}
	scratch, err := by.scratch()
	if err != nil {
		return nil, err
	}
	if k.dir, err = os.MkdirTemp(scratch, "draws-"); err != nil {
		return nil, err
	}
	by.late = append(by.late, k.discard)
	if k.file, err = os.Create(filepath.Join(k.dir, draws.File)); err != nil {
		return nil, err
	}
	k.schema = e.DrawsSchema()
	if k.writer, err = draws.NewWriter(k.file, e.Columns(), k.dir); err != nil || !slices.Contains(by.Tables, drawsInCSV) {
		return k, err
	}
	if k.text, err = os.Create(filepath.Join(k.dir, draws.CSV)); err != nil {
		return nil, err
	}
	k.rows, err = draws.NewCSVWriter(k.text, e.Columns())
	return k, err
}

// write adds draws.
func (k *keptDraws) write(rows []float64) error {
	if k.writer == nil {
		return nil
	}
	if k.rows != nil {
		if err := k.rows.Write(rows); err != nil {
			return err
		}
	}
	return k.writer.Write(rows)
}

// end ends the files.
func (k *keptDraws) end() error {
	if k.rows != nil {
		if err := errors.Join(k.rows.Close(), k.text.Close()); err != nil {
			return err
		}
	}
	return k.writer.Close()
}

// quantiles finishes the file and returns quantiles.csv with the exact quantiles of
// the draws in it; nil where none are kept.
func (k *keptDraws) quantiles(ctx context.Context, e *ensemble.Ensemble, f *ensemble.Tally) (*tables.Table, error) {
	if k.writer == nil {
		return nil, nil
	}
	if err := k.end(); err != nil {
		return nil, err
	}
	info, err := k.file.Stat()
	if err != nil {
		return nil, err
	}
	r, err := draws.NewReader(k.file, info.Size())
	if err != nil {
		return nil, err
	}
	k.writer = nil // and with it what it knows of every row group
	column := make([]float64, 0, r.Len())
	t, err := e.ExactQuantiles(f, func(name string) ([]float64, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		column, err = r.Column(column[:0], name)
		return column, err
	})
	return t, errors.Join(err, k.file.Close())
}

// files returns the files to be moved among the results.
func (k *keptDraws) files() map[string]string {
	if k.file == nil {
		return nil
	}
	files := map[string]string{draws.File: k.file.Name()}
	if k.text != nil {
		files[draws.CSV] = k.text.Name()
	}
	return files
}

// resources describes the files.
func (k *keptDraws) resources() (list []tables.Resource) {
	if k.text != nil {
		list = append(list, tables.Resource{
			Name: k.schema.Name, Path: draws.CSV, Title: k.schema.Title, Description: k.schema.Description,
			Encoding: "utf-8", Columns: k.schema.Columns, Tabular: true,
		})
	}
	if k.file != nil {
		list = append(list, inParquet(k.schema))
	}
	if len(list) == 1 { // which repeats no CSV, and says itself what its columns are
		list[0].Description, list[0].Columns = k.schema.Description, k.schema.Columns
	}
	return list
}

// discard removes what was not moved.
func (k *keptDraws) discard() {
	for _, f := range []*os.File{k.file, k.text} {
		if f != nil {
			f.Close()
		}
	}
	disk.RemoveAll(k.dir)
}
