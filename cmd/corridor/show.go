package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"corridor/scenarios"
)

func newShowCommand() *cobra.Command {
	var flags overlayFlags
	c := &cobra.Command{
		Use:               "show SCENARIO",
		Short:             "Print the effective scenario, each value with the place that set it",
		Long:              `Print a scenario with all it extends and all overlays applied. Beside each value stands the file, line and column that set it.` + exitStatus,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := scenarios.Load(flags.request(args[0]))
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(cmd.OutOrStdout(), s.Show())
			return err
		},
	}
	flags.add(c)
	return c
}
