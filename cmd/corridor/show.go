package main

import (
	"cmp"
	"io"

	"github.com/spf13/cobra"

	"corridor/scenarios"
)

func newShowCommand() *cobra.Command {
	var flags overlayFlags
	var strict strictFlag
	var of scenarios.Part
	var asJSON bool
	c := &cobra.Command{
		Use:   "show SCENARIO [PATH]",
		Short: "Print the effective scenario, each value with the place that set it",
		Long: `Print a scenario with all it extends and all overlays applied. Beside each value stands the file, line and column that set it.
With a path, such as segments.rail-ferry, what stands there is printed alone; a name in
it may select several, such as 'segments.all of KZ' or 'segments.alat-*'.
With --changed it is what the scenario itself says on top of the one that it extends,
with its overlays and --set; what they take away is null. Of a scenario that extends
none it is what --with and --set say.` + exitStatus,
		Example: `  corridor show reference
  corridor show reference segments.rail-ferry --with demand/high
  corridor show reference --with demand/high --changed
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
			if len(args) > 1 {
				of.Path = args[1]
			}
			if asJSON {
				return printShown(cmd.OutOrStdout(), s, of)
			}
			shown, err := s.ShowPart(of)
			if err != nil {
				return err
			}
			_, err = io.WriteString(cmd.OutOrStdout(), cmp.Or(shown, "# nothing is changed\n"))
			return err
		},
	}
	flags.add(c.Flags())
	strict.add(c.Flags())
	c.Flags().BoolVar(&of.Changed, "changed", false, "print what the scenario itself, --with and --set say alone, without what it extends")
	c.Flags().BoolVar(&asJSON, "json", false, "print the values with their paths and places as JSON")
	return c
}

// shownSummary is how programs read an effective scenario.
type shownSummary struct {
	Scenario string            `json:"scenario" doc:"name of the scenario, with its overlays and the values set"`
	Values   []scenarios.Value `json:"values" doc:"values in the order of the effective scenario"`
}

func printShown(w io.Writer, s *scenarios.Scenario, of scenarios.Part) error {
	values, err := s.Values(of)
	if err != nil {
		return err
	}
	return printJSON(w, shownSummary{s.Name, values})
}
