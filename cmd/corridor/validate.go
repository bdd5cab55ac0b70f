package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/tables"
)

func newValidateCommand() *cobra.Command {
	var flags overlayFlags
	var strict strictFlag
	c := &cobra.Command{
		Use:               "validate SCENARIO …",
		Short:             "Check scenario files and report every mistake",
		Long:              `Check scenarios with all they extend and all overlays, and report every mistake as file:line:col. Nothing is run or written.` + exitStatus,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			all := &scenarios.Error{}
			for _, name := range args {
				s, err := flags.load(cmd.Context(), name)
				if err == nil {
					err = strict.warn(cmd.ErrOrStderr(), s)
				}
				var invalid *scenarios.Error
				switch {
				case errors.As(err, &invalid):
					all.Diagnostics = append(all.Diagnostics, invalid.Diagnostics...)
				case err != nil:
					return err
				default:
					fmt.Fprintf(cmd.OutOrStdout(), "%s: valid, %s, %d of them assumed or derived\n", s.Name, tables.Counted(len(s.Figures()), "figure"), s.Assumptions())
				}
			}
			if len(all.Diagnostics) > 0 {
				return all
			}
			return nil
		},
	}
	flags.add(c)
	strict.add(c)
	return c
}
