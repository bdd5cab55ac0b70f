package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/scenarios"
	"corridor/sim/runs"
)

// overlayFlags are the flags of the commands that take a scenario.
type overlayFlags struct {
	with []string
	set  []string
}

func (f *overlayFlags) add(to *pflag.FlagSet) {
	addList(to, &f.with, "with", "overlays to apply in order, such as growth/high,investment/half or a .yaml file")
	to.StringArrayVar(&f.set, "set", nil, "one value to set, path=value; may be given again")
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

// scenarioCommand is a command that loads one scenario and prints something about
// it.
func scenarioCommand(c *cobra.Command, show func(w io.Writer, s *scenarios.Scenario) error) *cobra.Command {
	var flags overlayFlags
	var strict strictFlag
	flags.add(c.Flags())
	strict.add(c.Flags())
	c.Args = cobra.ExactArgs(1)
	c.ValidArgsFunction = completeScenarios
	c.RunE = func(cmd *cobra.Command, args []string) error {
		s, err := flags.load(cmd.Context(), args[0])
		if err == nil {
			err = strict.refuse(s)
		}
		if err != nil {
			return err
		}
		return show(cmd.OutOrStdout(), s)
	}
	return c
}
