package main

import (
	"io"

	"github.com/spf13/cobra"

	"corridor/scenarios"
)

func newShowCommand() *cobra.Command {
	var flags overlayFlags
	var strict strictFlag
	var asJSON bool
	c := &cobra.Command{
		Use:   "show SCENARIO [PATH]",
		Short: "Print the effective scenario, each value with the place that set it",
		Long: `Print a scenario with all it extends and all overlays applied. Beside each value stands the file, line and column that set it.
With a path, such as segments.rail-ferry, what stands there is printed alone.` + exitStatus,
		Example: `  corridor show reference
  corridor show reference segments.rail-ferry --with demand/high
  corridor show reference markets --json`,
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
			path := ""
			if len(args) > 1 {
				path = args[1]
			}
			if asJSON {
				return printShown(cmd.OutOrStdout(), s, path)
			}
			shown := s.Show()
			if path != "" {
				if shown, err = s.ShowAt(path); err != nil {
					return err
				}
			}
			_, err = io.WriteString(cmd.OutOrStdout(), shown)
			return err
		},
	}
	flags.add(c.Flags())
	strict.add(c.Flags())
	c.Flags().BoolVar(&asJSON, "json", false, "print the values with their paths and places as JSON")
	return c
}

// shownSummary is how programs read an effective scenario.
type shownSummary struct {
	Scenario string            `json:"scenario" doc:"name of the scenario, with its overlays and the values set"`
	Values   []scenarios.Value `json:"values" doc:"values in the order of the effective scenario"`
}

func printShown(w io.Writer, s *scenarios.Scenario, path string) error {
	values, err := s.Values(path)
	if err != nil {
		return err
	}
	return printJSON(w, shownSummary{s.Name, values})
}
