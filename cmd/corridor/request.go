package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/runs"
)

// overlayFlags are the flags of the commands that take a scenario.
type overlayFlags struct {
	with []string
	set  []string
}

func (f *overlayFlags) add(c *cobra.Command) {
	addList(c, &f.with, "with", "overlays to apply in order, such as growth/high,investment/half or a .yaml file")
	c.Flags().StringArrayVar(&f.set, "set", nil, "one value to set, path=value; may be given again")
	_ = c.RegisterFlagCompletionFunc("with", completeOverlays)
}

// request reads a scenario, with overlays and values of its own, and puts those of the
// flags on top.
func (f *overlayFlags) request(word string) (scenarios.Request, error) {
	r, err := scenarios.ParseRequest(word)
	return r.And(f.with, f.set), err
}

// load loads a scenario as it is asked for.
func (f *overlayFlags) load(ctx context.Context, word string) (*scenarios.Scenario, error) {
	r, err := f.request(word)
	if err != nil {
		return nil, err
	}
	return runs.Load(ctx, r)
}

func completeOverlays(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := ""
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		before, typed = typed[:i+1], typed[i+1:]
	}
	return completeLibrary(before, typed, scenarios.Entry.Overlay), cobra.ShellCompDirectiveNoSpace
}

// completeScenarios completes the names of scenarios, and behind a + those of overlays;
// files complete as files.
func completeScenarios(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	if i := strings.LastIndexByte(typed, '+'); i >= 0 {
		return completeLibrary(typed[:i+1], typed[i+1:], scenarios.Entry.Overlay), cobra.ShellCompDirectiveNoSpace
	}
	isScenario := func(e scenarios.Entry) bool { return !e.Overlay() }
	return completeLibrary("", typed, isScenario), cobra.ShellCompDirectiveDefault
}

func completeLibrary(before, typed string, want func(scenarios.Entry) bool) []string {
	var names []string
	for _, e := range scenarios.Library() {
		if want(e) && strings.HasPrefix(e.Name, typed) {
			names = append(names, fmt.Sprintf("%s%s\t%s", before, e.Name, e.Title))
		}
	}
	return names
}

// scenarioCommand is a command that loads one scenario and prints something about
// it.
func scenarioCommand(c *cobra.Command, show func(w io.Writer, s *scenarios.Scenario) error) *cobra.Command {
	var flags overlayFlags
	flags.add(c)
	c.Args = cobra.ExactArgs(1)
	c.ValidArgsFunction = completeScenarios
	c.RunE = func(cmd *cobra.Command, args []string) error {
		s, err := flags.load(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		return show(cmd.OutOrStdout(), s)
	}
	return c
}
