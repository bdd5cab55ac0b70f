package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"corridor/sim/ensemble"
	"corridor/sim/journal"
	"corridor/sim/rundir"
	"corridor/sim/tables"
)

type mergeOptions struct {
	outFlags
	maxFailed percentage
	json      bool
}

func newMergeCommand() *cobra.Command {
	opts := mergeOptions{maxFailed: 0.001}
	c := &cobra.Command{
		Use:   "merge SHARDDIR …",
		Short: "Put the parts of an ensemble together",
		Long: `Put together what corridor ensemble --shard wrote for every part, here or on other
machines. The results, their manifest included, are those of the whole ensemble run
at once, bit for bit; they go to out/NAME-ensemble.` + exitStatus,
		Example: `  corridor ensemble reference --draws 1000000 --shard 1/2
  corridor ensemble reference --draws 1000000 --shard 2/2
  corridor merge out/reference-ensemble-1-of-2 out/reference-ensemble-2-of-2`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMerge(cmd.Context(), cmd.OutOrStdout(), opts, args)
		},
	}
	opts.outFlags.add(c)
	c.Flags().Var(&opts.maxFailed, "max-failed", "share of the futures that may come to no finite number, such as 1%")
	c.Flags().BoolVar(&opts.json, "json", false, "print the summary as JSON")
	return c
}

func runMerge(ctx context.Context, stdout io.Writer, opts mergeOptions, dirs []string) error {
	shards, err := readShards(dirs)
	if err != nil {
		return err
	}
	first := shards[0].manifest
	s, err := first.Cells[0].parse()
	if err != nil {
		return err
	}
	whole := *first
	whole.Command = "ensemble"
	to, formats, err := opts.place(s.Name+"-ensemble", &whole)
	if err != nil {
		return err
	}
	defer to.Close()
	e, err := ensembleOf(s, first.sampleFlags(), 1, first.Keep)
	if err != nil {
		return err
	}
	var parts []*journal.Journal
	for _, shard := range shards {
		part, err := shard.open(ctx, e)
		if err != nil {
			return err
		}
		defer part.Close()
		parts = append(parts, part)
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	if missing := e.Missing(parts); len(missing) > 0 {
		return codedError{exitInvalid, fmt.Errorf("%d of %s are in none of the directories; the first is of part %d/%d",
			len(missing), tables.Counted(e.Chunks(), "chunk"), missing[0]%first.Shards+1, first.Shards)}
	}
	kept, err := keepDraws(e, to)
	if err != nil {
		return err
	}
	defer kept.discard()
	futures, err := e.Run(ctx, ensemble.RunOptions{Parts: parts, Rows: kept.write})
	if err != nil {
		return err
	}
	end := &ending{to: to, formats: formats, asked: first.Request, precision: first.Precision, json: opts.json}
	if err := finishEnsemble(ctx, stdout, s, e, futures, kept, end); err != nil {
		return err
	}
	return failedError(futures, opts.maxFailed, filepath.Join(to.String(), tables.Failures.File()))
}

// shardResults are the results of one part of an ensemble.
type shardResults struct {
	dir      string
	manifest *manifest
}

// readShards reads the manifests of parts, which must share their question, in the
// order of the parts: that in which they are named changes nothing.
func readShards(dirs []string) ([]shardResults, error) {
	var shards []shardResults
	for _, dir := range dirs {
		m, err := readManifest(dir)
		if err != nil {
			return nil, err
		}
		if err := m.checkScenarios(); err != nil {
			return nil, err
		}
		if m.Command != "shard" {
			return nil, codedError{exitInvalid, fmt.Errorf("%s holds no part of an ensemble, but the results of corridor %s", dir, m.Command)}
		}
		here := shardResults{dir, m}
		for _, earlier := range shards {
			if err := earlier.differs(here); err != nil {
				return nil, err
			}
			if earlier.manifest.Shard == m.Shard {
				return nil, usageError("%s and %s are both part %d of %d", earlier.dir, dir, m.Shard, m.Shards)
			}
		}
		shards = append(shards, here)
	}
	slices.SortFunc(shards, func(a, b shardResults) int { return cmp.Compare(a.manifest.Shard, b.manifest.Shard) })
	return shards, nil
}

// differs returns an error for parts of different ensembles.
func (s shardResults) differs(other shardResults) error {
	first, m := s.manifest, other.manifest
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
			return codedError{exitInvalid, fmt.Errorf("%s and %s are parts of different ensembles: %s %s and %s", s.dir, other.dir, field.name, field.first, field.here)}
		}
	}
	return nil
}

// open opens the chunks of the part to be read. They must be those of its manifest.
func (s shardResults) open(ctx context.Context, e *ensemble.Ensemble) (*journal.Journal, error) {
	r, err := openResults(s.dir)
	if err != nil {
		return nil, err
	}
	defer r.close()
	part, err := s.view(ctx, r, e)
	var disk *fs.PathError
	if errors.As(err, &disk) || errors.Is(err, context.Canceled) {
		return nil, err
	}
	return part, invalid(err)
}

func (s shardResults) view(ctx context.Context, r *results, e *ensemble.Ensemble) (*journal.Journal, error) {
	m := s.manifest
	file := filepath.Join(s.dir, chunksFile)
	i := slices.IndexFunc(m.Outputs, func(o rundir.Output) bool { return o.Path == chunksFile })
	if i < 0 {
		return nil, fmt.Errorf("the manifest of %s lists no %s", s.dir, chunksFile)
	}
	have, err := r.describe(ctx, chunksFile, m.Outputs[i].Bytes)
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
