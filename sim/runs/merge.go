package runs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/tables"
)

// Merged is the ensemble that parts are put together to. Its results, the manifest
// included, are those of the whole ensemble simulated at once, bit for bit.
type Merged struct {
	Ensemble
	Asked Request // as the parts were asked for

	open []*journal.Journal
}

// Merge opens the parts of an ensemble in the directories, of which none may be missing.
// The caller closes what it returns when the plan has been done.
func Merge(ctx context.Context, dirs []string) (*Merged, error) {
	parts, err := readParts(dirs)
	if err != nil {
		return nil, err
	}
	first := parts[0].manifest
	s, err := first.Cells[0].Parse()
	if err != nil {
		return nil, err
	}
	p := &Merged{
		Ensemble: Ensemble{Scenario: s, Sampling: first.sampling(), Keep: first.Keep, Precision: first.Precision},
		Asked:    first.Request,
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	for _, part := range parts {
		j, err := part.open(ctx, p.Ensemble.Ensemble)
		if err == nil {
			p.open = append(p.open, j)
			err = ctx.Err()
		}
		if err != nil {
			p.Close()
			return nil, err
		}
	}
	if missing := p.Ensemble.Ensemble.Missing(p.open); len(missing) > 0 {
		p.Close()
		return nil, invalidf("%d of %s are in none of the directories; the first is of part %d/%d",
			len(missing), tables.Counted(p.Ensemble.Ensemble.Chunks(), "chunk"), missing[0]%first.Shards+1, first.Shards)
	}
	p.parts = p.open
	return p, nil
}

// Close closes the parts.
func (p *Merged) Close() {
	for _, j := range p.open {
		j.Close()
	}
}

// partResults are the results of one part of an ensemble.
type partResults struct {
	dir      string
	manifest *Manifest
}

// readParts reads the manifests of parts, which must share their question, in the
// order of the parts: that in which they are named changes nothing.
func readParts(dirs []string) ([]partResults, error) {
	var parts []partResults
	for _, dir := range dirs {
		m, err := ReadManifest(dir)
		if err != nil {
			return nil, err
		}
		if err := m.checkScenarios(); err != nil {
			return nil, err
		}
		if m.Command != kindPart {
			return nil, invalidf("%s holds no part of an ensemble, but the results of corridor %s", dir, m.Command)
		}
		here := partResults{dir, m}
		for _, earlier := range parts {
			if err := earlier.differs(here); err != nil {
				return nil, err
			}
			if earlier.manifest.Shard == m.Shard {
				return nil, misusedf("%s and %s are both part %d of %d", earlier.dir, dir, m.Shard, m.Shards)
			}
		}
		parts = append(parts, here)
	}
	slices.SortFunc(parts, func(a, b partResults) int { return cmp.Compare(a.manifest.Shard, b.manifest.Shard) })
	return parts, nil
}

// differs returns an error for parts of different ensembles.
func (p partResults) differs(other partResults) error {
	first, m := p.manifest, other.manifest
	for _, field := range []struct{ name, first, here string }{
		{"version", first.Version + " " + first.Commit, m.Version + " " + m.Commit},
		{"scenario", first.Cells[0].SHA256, m.Cells[0].SHA256},
		{"seed", fmt.Sprint(*first.Seed), fmt.Sprint(*m.Seed)},
		{"design", first.Design, m.Design},
		{"replicates", fmt.Sprint(first.Replicates), fmt.Sprint(m.Replicates)},
		{"draws", fmt.Sprint(first.Draws), fmt.Sprint(m.Draws)},
		{"parts", fmt.Sprint(first.Shards), fmt.Sprint(m.Shards)},
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
	i := slices.IndexFunc(m.Outputs, func(o Output) bool { return o.Path == chunksFile })
	if i < 0 {
		return nil, fmt.Errorf("the manifest of %s lists no %s", p.dir, chunksFile)
	}
	have, err := d.describe(ctx, chunksFile, m.Outputs[i].Bytes)
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
	if have.SHA256 != m.Outputs[i].SHA256 {
		err = fmt.Errorf("%s is damaged: it differs from the SHA-256 in its manifest; simulate part %d/%d again", file, m.Shard, m.Shards)
	}
	if err != nil && part != nil {
		part.Close()
	}
	return part, err
}
