package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"corridor/sim"
	"corridor/sim/journal"
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
	first, err := readShards(dirs)
	if err != nil {
		return err
	}
	s, err := first.Cells[0].parse()
	if err != nil {
		return err
	}
	dir, formats, err := opts.place(s.Name + "-ensemble")
	if err != nil {
		return err
	}
	e, err := ensembleOf(s, first.sampleFlags(), 1, first.Keep)
	if err != nil {
		return err
	}
	var parts []*journal.Journal
	for _, dir := range dirs {
		m, err := readManifest(dir)
		if err != nil {
			return err
		}
		j := job{ensemble: e, scenario: m.Cells[0].Scenario, shard: m.Shard, shards: m.Shards}
		part, err := journal.Open(filepath.Join(dir, chunksFile), j.header())
		if err != nil {
			return codedError{exitInvalid, err}
		}
		defer part.Close()
		parts = append(parts, part)
	}
	if missing := e.Missing(parts); len(missing) > 0 {
		return codedError{exitInvalid, fmt.Errorf("%d of %s are in none of the directories; the first is of part %d/%d",
			len(missing), tables.Counted(e.Chunks(), "chunk"), missing[0]%first.Shards+1, first.Shards)}
	}
	kept, err := keepDraws(e, dir)
	if err != nil {
		return err
	}
	defer kept.discard()
	futures, err := e.Run(ctx, sim.Work{Parts: parts, Rows: kept.write})
	if err != nil {
		return err
	}
	if err := finishEnsemble(ctx, stdout, s, e, futures, kept, &ending{dir, formats, first.Request, first.Precision, opts.json}); err != nil {
		return err
	}
	return failedError(futures, opts.maxFailed, filepath.Join(dir, tables.Failures.File()))
}

// readShards returns the manifest of the first of the directories, whose question the
// others must share.
func readShards(dirs []string) (*manifest, error) {
	var first *manifest
	seen := map[uint64]string{}
	for _, dir := range dirs {
		m, err := readManifest(dir)
		if err != nil {
			return nil, err
		}
		if m.Command != "shard" || len(m.Cells) != 1 || m.Seed == nil || m.Shards == 0 {
			return nil, codedError{exitInvalid, fmt.Errorf("%s holds no part of an ensemble, but the results of corridor %s", dir, m.Command)}
		}
		if earlier, twice := seen[m.Shard]; twice {
			return nil, usageError("%s and %s are both part %d of %d", earlier, dir, m.Shard, m.Shards)
		}
		seen[m.Shard] = dir
		if first == nil {
			first = m
		}
		for _, field := range []struct{ name, first, here string }{
			{"version", first.Version + " " + first.Commit, m.Version + " " + m.Commit},
			{"scenario", first.Cells[0].SHA256, m.Cells[0].SHA256},
			{"seed", fmt.Sprint(*first.Seed), fmt.Sprint(*m.Seed)},
			{"design", first.Design, m.Design},
			{"draws", fmt.Sprint(first.Draws), fmt.Sprint(m.Draws)},
			{"parts", fmt.Sprint(first.Shards), fmt.Sprint(m.Shards)},
			{"keep", fmt.Sprint(first.Keep), fmt.Sprint(m.Keep)},
		} {
			if field.first != field.here {
				return nil, codedError{exitInvalid, fmt.Errorf("%s and %s are parts of different ensembles: %s %s and %s", dirs[0], dir, field.name, field.first, field.here)}
			}
		}
	}
	return first, nil
}
