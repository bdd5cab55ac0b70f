package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"
)

type hindcastOptions struct {
	overlayFlags
	outFlags
	strict strictFlag
}

func newHindcastCommand() *cobra.Command {
	var opts hindcastOptions
	c := &cobra.Command{
		Use:   "hindcast [SCENARIO]",
		Short: "What the model would have said, against what happened",
		Long: `Fit the parameters that the scenario's hindcast names on some years, judge them on
the year held out, and roll the origin: each year forecast from the year before.
Beside the model stand the forecasts anyone can make: last value, last growth,
official plan. The scenario's experiments test the direction and size of its
answers, its studies set published figures beside the model's. The results go to
out/NAME-hindcast. Without a scenario it is reference.` + exitStatus,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runHindcast(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), opts, scenarioOr(args, "reference"))
		},
	}
	opts.overlayFlags.add(c)
	opts.outFlags.add(c)
	opts.strict.add(c)
	return c
}

func runHindcast(ctx context.Context, stdout, stderr io.Writer, opts hindcastOptions, name string) error {
	base, err := opts.load(ctx, name)
	if err != nil {
		return err
	}
	if base.Hindcast == nil {
		return usageError("%s has no hindcast section", base.Name)
	}
	if err := opts.strict.warn(stderr, base); err != nil {
		return err
	}
	asked, err := opts.request(name)
	if err != nil {
		return err
	}
	cells, err := hindcastCells(ctx, base, asked)
	if err != nil {
		return err
	}
	m := newManifest("hindcast", base.Name, requested([]string{name}, opts.with, opts.set), cells, nil)
	to, formats, err := opts.place(base.Name+"-hindcast", m)
	if err != nil {
		return err
	}
	defer to.Close()
	h, content, err := simulateHindcast(ctx, base.Name, cells, formats)
	if err != nil {
		return err
	}
	m.Charts = formats
	if err := writeRun(to, m, content, nil); err != nil {
		return err
	}
	if err := h.print(stdout, base); err != nil {
		return err
	}
	printFiles(stdout, to.String(), m)
	return nil
}
