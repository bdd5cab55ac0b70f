package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"corridor/sim/runs"
)

func newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print which program this is",
		Long: `Print the version of the program, the commit it was built from where the build knows
it, the version of Go and the machine it was built for, and how it steps the months of
futures. No result depends on the last two. --version prints the same.` + exitStatus,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "%s version %s\n", cmd.Root().Name(), runs.About())
			return err
		},
	}
}
