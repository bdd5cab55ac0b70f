package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"corridor/scenarios"
)

func newListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the scenarios and overlays of the library",
		Long:  `List the scenarios of the library, and the overlays to apply to them with --with, by group.` + exitStatus,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			t := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			group := ""
			for _, e := range scenarios.Library() {
				if e.Group != group {
					if group != "" {
						fmt.Fprintln(t)
					}
					group = e.Group
					if e.Overlay() {
						fmt.Fprintf(t, "Overlays: %s\n", group)
					} else {
						fmt.Fprintln(t, "Scenarios")
					}
				}
				fmt.Fprintf(t, "  %s\t%s\n", e.Name, e.Title)
			}
			return t.Flush()
		},
	}
}
