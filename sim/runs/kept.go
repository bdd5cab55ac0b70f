package runs

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"corridor/sim/disk"
	"corridor/sim/draws"
	"corridor/sim/ensemble"
	"corridor/sim/tables"
)

// keptDraws is the file of all draws while it is made. Without a file it keeps nothing.
type keptDraws struct {
	dir    string
	file   *os.File
	writer *draws.Writer
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
	k.writer, err = draws.NewWriter(k.file, e.Columns(), k.dir)
	return k, err
}

// write adds draws.
func (k *keptDraws) write(rows []float64) error {
	if k.writer == nil {
		return nil
	}
	return k.writer.Write(rows)
}

// quantiles finishes the file and returns quantiles.csv with the exact quantiles of
// the draws in it; nil where none are kept.
func (k *keptDraws) quantiles(ctx context.Context, e *ensemble.Ensemble, f *ensemble.Tally) (*tables.Table, error) {
	if k.writer == nil {
		return nil, nil
	}
	if err := k.writer.Close(); err != nil {
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

// files returns the file to be moved among the results.
func (k *keptDraws) files() map[string]string {
	if k.file == nil {
		return nil
	}
	return map[string]string{draws.File: k.file.Name()}
}

// discard removes what was not moved.
func (k *keptDraws) discard() {
	if k.file != nil {
		k.file.Close()
	}
	disk.RemoveAll(k.dir)
}
