package runs

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"corridor/sim/ensemble"
	"corridor/sim/journal"
)

// partResults are the results of one part of an ensemble.
type partResults struct {
	dir      string
	manifest *Manifest
}

// differs returns an error for parts of different ensembles.
func (p partResults) differs(other partResults) error {
	first, m := p.manifest, other.manifest
	for _, field := range []struct{ name, first, here string }{
		{"version", strings.TrimSpace(first.Version + " " + first.Commit), strings.TrimSpace(m.Version + " " + m.Commit)},
		{"scenario", first.Cells[0].SHA256, m.Cells[0].SHA256},
		{"seed", fmt.Sprint(*first.Seed), fmt.Sprint(*m.Seed)},
		{"design", first.Design, m.Design},
		{"replicates", fmt.Sprint(first.Replicates), fmt.Sprint(m.Replicates)},
		{"draws", fmt.Sprint(first.Draws), fmt.Sprint(m.Draws)},
		{"precision", fmt.Sprint(first.Precision), fmt.Sprint(m.Precision)},
		{"keep", fmt.Sprint(first.Keep), fmt.Sprint(m.Keep)},
	} {
		if field.first != field.here {
			return invalidf("%s and %s are parts of different ensembles: %s %s and %s", p.dir, other.dir, field.name, field.first, field.here)
		}
	}
	return nil
}

// open opens the chunks of the part to be read. They must be those of its manifest.
func (p partResults) open(ctx context.Context, e *ensemble.Ensemble) (*journal.Journal, error) {
	d, err := openDirectory(p.dir)
	if err != nil {
		return nil, err
	}
	defer d.close()
	part, err := p.view(ctx, d, e)
	var disk *fs.PathError
	if errors.As(err, &disk) || errors.Is(err, context.Canceled) {
		return nil, err
	}
	return part, invalid(err)
}

func (p partResults) view(ctx context.Context, d *Directory, e *ensemble.Ensemble) (*journal.Journal, error) {
	m := p.manifest
	file := filepath.Join(p.dir, chunksFile)
	want := p.chunks()
	if want.Path == "" {
		return nil, fmt.Errorf("the manifest of %s lists no %s", p.dir, chunksFile)
	}
	have, err := d.describe(ctx, chunksFile, want.Bytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s is missing: the manifest of the part lists it", file)
	}
	if err != nil {
		return nil, err
	}
	j := job{ensemble: e, scenario: m.Cells[0].Scenario, shard: m.Shard, shards: m.Shards}
	part, err := journal.View(file, j.header())
	var other *journal.MismatchError
	var unread *fs.PathError
	if errors.As(err, &other) || errors.As(err, &unread) {
		return nil, err
	}
	if have.SHA256 != want.SHA256 {
		err = fmt.Errorf("%s is damaged: it differs from the SHA-256 in its manifest; simulate part %d/%d again", file, m.Shard, m.Shards)
	}
	if err != nil && part != nil {
		part.Close()
	}
	return part, err
}

// chunks describes the file of the finished chunks, as the manifest lists it; nothing where it does
// not.
func (p partResults) chunks() Output {
	for _, o := range p.manifest.Outputs {
		if o.Path == chunksFile {
			return o
		}
	}
	return Output{}
}
