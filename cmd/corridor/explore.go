package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"corridor/plots/explore"
	"corridor/plots/explore/engine"
	"corridor/scenarios"
	"corridor/sim/disk"
	"corridor/sim/explorer"
	"corridor/sim/runs"
)

type exploreOptions struct {
	overlayFlags
	out    string
	strict strictFlag
}

func newExploreCommand() *cobra.Command {
	var opts exploreOptions
	c := &cobra.Command{
		Use:   "explore [SCENARIO …]",
		Short: "Make one HTML page with the model in it, to try scenarios by hand",
		Long: `Make one HTML page that holds the model itself and one or more scenarios, with a lever
for each that the scenario declares under levers, and for every project and measure whether it
goes ahead and how late it is. The charts follow. The page opens from disk and needs no network;
its figures are those of corridor run with the same values, to the last bit, and it writes the
command that gives them.` + exitStatus,
		Example: `  corridor explore reference stated
  corridor explore my.yaml --out mine.html`,
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"reference"}
			}
			return runExplore(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, args)
		},
	}
	opts.overlayFlags.add(c.Flags())
	opts.strict.add(c.Flags())
	c.Flags().StringVar(&opts.out, "out", "explorer.html", "file for the page")
	return c
}

// mostExplored is how many scenarios one page has.
const mostExplored = 12

func runExplore(ctx context.Context, stdout, stderr io.Writer, opts exploreOptions, words []string) error {
	if len(words) > mostExplored {
		return usageError("a page holds at most %d scenarios, got %d", mostExplored, len(words))
	}
	if info, err := os.Stat(opts.out); err == nil && info.IsDir() {
		return usageError("%s is a directory, expected a file for the page", opts.out)
	}
	var loaded []*scenarios.Scenario
	for _, word := range words {
		s, err := opts.load(ctx, word)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(loaded, func(other *scenarios.Scenario) bool { return other.Name == s.Name }) {
			return usageError("two scenarios are called %s, expected names that differ", s.Name)
		}
		loaded = append(loaded, s)
	}
	if err := opts.strict.warn(stderr, loaded...); err != nil {
		return err
	}
	if engine.Shape() != explorer.Shape() {
		return errors.New("the model for the page is not of these sources: go generate ./plots/explore/engine")
	}
	parts := explore.Parts{Version: runs.Version, Engine: engine.Script(), Program: engine.Program}
	for i, s := range loaded {
		if err := ctx.Err(); err != nil {
			return err
		}
		asked, err := opts.request(words[i])
		if err != nil {
			return err
		}
		shown, err := explored(s, runs.RecordedWord(asked.String()))
		if err != nil {
			return err
		}
		parts.Scenarios = append(parts.Scenarios, shown)
	}
	var page bytes.Buffer
	if err := explore.Write(&page, parts); err != nil {
		return codedError{exitInvalid, err}
	}
	if err := disk.Replace(opts.out, page.Bytes()); err != nil {
		return err
	}
	_, err := fmt.Fprintln(stdout, opts.out)
	return err
}
