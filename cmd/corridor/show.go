package main

import (
	"io"

	"github.com/spf13/cobra"

	"corridor/scenarios"
)

func newShowCommand() *cobra.Command {
	return scenarioCommand(&cobra.Command{
		Use:   "show SCENARIO",
		Short: "Print the effective scenario, each value with the place that set it",
		Long:  `Print a scenario with all it extends and all overlays applied. Beside each value stands the file, line and column that set it.` + exitStatus,
	}, func(w io.Writer, s *scenarios.Scenario) error {
		_, err := io.WriteString(w, s.Show())
		return err
	})
}
