package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/sim/runs"
	"corridor/sim/tables"
)

func newValidateCommand() *cobra.Command {
	var flags overlayFlags
	var strict strictFlag
	c := &cobra.Command{
		Use:   "validate SCENARIO …",
		Short: "Check scenario files and report every mistake",
		Long: `Check scenarios with all they extend and all overlays, and report every mistake as
file:line:col. Figures that are given with a unit, or as a change, are listed with
what they come to. An overlay given by itself is checked on the scenario it is for
or, where it is for any, on one of the library. Nothing is run or written.` + exitStatus,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			all := &scenarios.Error{}
			for _, name := range args {
				s, on, err := flags.loadAlone(cmd.Context(), name)
				if err == nil {
					err = strict.warn(cmd.ErrOrStderr(), s)
				}
				var invalid *scenarios.Error
				switch {
				case errors.As(err, &invalid):
					all.Diagnostics = append(all.Diagnostics, invalid.Diagnostics...)
				case err != nil:
					return err
				case on != "":
					fmt.Fprintf(cmd.OutOrStdout(), "%s: valid as an overlay, checked on %s\n", name, on)
				default:
					fmt.Fprintf(cmd.OutOrStdout(), "%s: valid, %s, %s of them assumed or derived\n", s.Name, tables.Counted(len(s.Figures()), "figure"), tables.Grouped(s.Assumptions()))
				}
				if err == nil {
					printConverted(cmd.OutOrStdout(), s)
				}
			}
			if len(all.Diagnostics) > 0 {
				return all
			}
			return nil
		},
	}
	flags.add(c.Flags())
	strict.add(c.Flags())
	return c
}

// mostConverted is how many converted figures are listed.
const mostConverted = 20

// printConverted lists what figures come to that are given with a unit or as a change.
func printConverted(w io.Writer, s *scenarios.Scenario) {
	said := slices.DeleteFunc(slices.Clone(s.Figures()), func(f scenarios.Figure) bool { return f.Said == "" })
	if len(said) == 0 {
		return
	}
	fmt.Fprintln(w, "Converted:")
	for _, f := range said[:min(len(said), mostConverted)] {
		unit := ""
		if f.Unit != "" && !strings.HasPrefix(f.Unit, "as ") { // such as the metric
			unit = " " + f.Unit
		}
		fmt.Fprintf(w, "  %s = %s%s (%s)\n", f.Path, f.Value, unit, tables.ShownInLine(f.Said))
	}
	if more := len(said) - mostConverted; more > 0 {
		fmt.Fprintf(w, "  and %s more: corridor show has all\n", tables.Grouped(more))
	}
}

// loadAlone loads a scenario or, given by itself, an overlay on the first scenario that it
// fits; on is that scenario. The error is that of the likeliest.
func (f *overlayFlags) loadAlone(ctx context.Context, word string) (s *scenarios.Scenario, on string, err error) {
	r, err := f.request(word)
	if err != nil {
		return nil, "", err
	}
	bases := scenarios.OverlayBases(r.Scenario)
	if len(bases) == 0 {
		s, err = runs.Load(ctx, r)
		return s, "", err
	}
	for _, base := range bases {
		on := scenarios.Request{Scenario: base, With: []string{r.Scenario}}.And(r.With, r.Set)
		s, other := runs.Load(ctx, on)
		if other == nil {
			return s, base, nil
		}
		if err == nil {
			err = other
		}
	}
	return nil, "", err
}
