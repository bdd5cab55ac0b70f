package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/cluster"
	"corridor/sim/runs"
)

// run executes the command line and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot()
	printed := &paper{to: stdout}
	status := newStatus(stderr)
	stderr = &shown{to: stderr, before: status.clear}
	root.SetArgs(args)
	root.SetOut(&shown{to: printed, before: status.clear})
	root.SetErr(stderr)
	root.PersistentPreRun = status.begin
	ctx = withCommandLine(withStatus(withNotes(ctx), status), args)
	misnamed := refuseHelp(root)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = *misnamed
	}
	status.clear()
	var left *cluster.LeftError
	if errors.As(err, &left) {
		err = nil
		fmt.Fprint(printed, left.Script)
		fmt.Fprintf(stderr, "corridor: %s\n", left.Message)
	}
	lost := printed.lost
	printNotes(ctx, stderr)
	if err != nil && (lost == nil || !errors.Is(err, lost)) {
		tell(stderr, err)
	}
	if lost != nil && !lost.quiet() {
		tell(stderr, lost)
	}
	if err == nil && lost != nil {
		err = lost
	}
	return exitCode(err)
}

// tell prints an error, with every mistake of a scenario at its place.
func tell(stderr io.Writer, err error) {
	var invalid *scenarios.Error
	switch {
	case errors.As(err, &invalid):
		printInvalid(stderr, invalid)
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "corridor: interrupted")
	default:
		fmt.Fprintln(stderr, "corridor:", err)
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "corridor",
		Short: "Open planning model of the Middle Corridor",
		Long: `Open planning model of the Middle Corridor (Trans-Caspian International Transport
Route). Given a scenario file it steps the corridor month by month, shows what it
carries, where cargo is held back and what an investment changes, and draws it.

  corridor run             the corridor as stated in November 2025
  corridor list            the scenarios and overlays of the library
  corridor list reference  all that a scenario names
  corridor new my.yaml     a scenario file to start from
  corridor help scenario   what stands in scenario files, key by key
  corridor explain PATH    a value, where it comes from, who uses it, how to change it` + exitStatus,
		Version:                    runs.About(),
		SilenceUsage:               true,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(newHelpCommand())
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return codedError{exitUsage, err} })
	root.AddCommand(
		newRunCommand(), newMatrixCommand(), newPlotCommand(), newVerifyCommand(),
		newValidateCommand(), newCheckCommand(), newShowCommand(), newExplainCommand(), newListCommand(), newSourcesCommand(),
		newSchemaCommand(), newNewCommand(), newRoutesCommand(), newHindcastCommand(), newCalibrateCommand(), newEnsembleCommand(), newMergeCommand(), newTaskCommand(), newCompareCommand(), newReportCommand(), newExploreCommand(), newIndicatorsCommand(), newEvidenceCommand(), newPlanCommand(), newAppraiseCommand(), newDiscoverCommand(), newSensitivityCommand(), newSeekCommand(),
		newVersionCommand(), newCompletionCommand(),
	)
	for _, c := range root.Commands() {
		usageArgs(c)
		checkFlags(c)
		completeFlags(c)
	}
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return noCommand(root, args[0])
		}
		return cmd.Help()
	}
	root.Args = cobra.ArbitraryArgs
	return root
}

// usageArgs makes a wrong number of arguments a usage error.
func usageArgs(c *cobra.Command) {
	if check := c.Args; check != nil {
		c.Args = func(cmd *cobra.Command, args []string) error {
			if err := check(cmd, args); err != nil {
				return usageError("%w; see corridor %s --help", err, cmd.Name())
			}
			return nil
		}
	}
}

func noCommand(root *cobra.Command, word string) error {
	return usageError("there is no command %q%s", word, suggestion(root, word))
}

func suggestion(root *cobra.Command, word string) string {
	if near := root.SuggestionsFor(word); len(near) > 0 {
		return fmt.Sprintf(", did you mean %q?", near[0])
	}
	return "; see corridor --help"
}
