package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"corridor/sim/runs"
)

// newTaskCommand is what the tasks of a job array run: nobody else has a use for it.
func newTaskCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "task DIRECTORY NUMBER",
		Short:   "Compute a task of a run that is done on a cluster",
		Long:    `Compute the chunks of a task that a run with --on has put into a directory. It is submitted by that run.` + exitStatus,
		Example: `  corridor task out/reference-ensemble.tasks/0001 7`,
		Hidden:  true,
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			number, err := strconv.ParseUint(args[1], 10, 31)
			if err != nil {
				return usageError("the task is %q, expected its number, counted from 0", args[1])
			}
			limitMemory()
			return runs.PerformTask(cmd.Context(), args[0], int(number))
		},
	}
}
