package main

import (
	"io"

	"github.com/spf13/cobra"
)

func newShowCommand() *cobra.Command {
	var flags overlayFlags
	var strict strictFlag
	c := &cobra.Command{
		Use:   "show SCENARIO [PATH]",
		Short: "Print the effective scenario, each value with the place that set it",
		Long: `Print a scenario with all it extends and all overlays applied. Beside each value stands the file, line and column that set it.
With a path, such as segments.rail-ferry, what stands there is printed alone.` + exitStatus,
		Example: `  corridor show reference
  corridor show reference segments.rail-ferry --with demand/high`,
		Args:              cobra.RangeArgs(1, 2),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := flags.load(cmd.Context(), args[0])
			if err == nil {
				err = strict.refuse(s)
			}
			if err != nil {
				return err
			}
			shown := s.Show()
			if len(args) > 1 {
				if shown, err = s.ShowAt(args[1]); err != nil {
					return err
				}
			}
			_, err = io.WriteString(cmd.OutOrStdout(), shown)
			return err
		},
	}
	flags.add(c.Flags())
	strict.add(c.Flags())
	return c
}
