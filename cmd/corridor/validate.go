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
	var asJSON bool
	c := &cobra.Command{
		Use:   "validate SCENARIO …",
		Short: "Check scenario files and report every mistake",
		Long: `Check scenarios with all they extend and all overlays, and report every mistake as
file:line:col. Figures that are given with a unit, or as a change, are listed with
what they come to, and selections such as all of KZ with what they name. An overlay given by itself is checked on the scenario it is for
or, where it is for any, on one of the library. Nothing is run or written.` + exitStatus,
		Example: `  corridor validate my.yaml --with growth/high
  corridor validate my.yaml other.yaml --json`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			all, seen := &scenarios.Error{}, []validated{}
			for _, name := range args {
				v, err := flags.validate(cmd.Context(), cmd.ErrOrStderr(), strict, name)
				if err != nil {
					return err
				}
				all.Diagnostics = append(all.Diagnostics, v.mistakes...)
				if seen = append(seen, v); !asJSON && v.mistakes == nil {
					v.print(cmd.OutOrStdout())
				}
			}
			if asJSON {
				if err := printJSON(cmd.OutOrStdout(), summariseValidated(seen)); err != nil {
					return err
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
	c.Flags().BoolVar(&asJSON, "json", false, "print what was found as JSON")
	return c
}

// validated is a scenario that was checked.
type validated struct {
	asked    string
	scenario *scenarios.Scenario // nil where it has mistakes
	on       string              // what an overlay was checked on; "" for a scenario
	mistakes []scenarios.Diagnostic
}

// validate checks a scenario and prints its warnings. The error is of what is no mistake in it.
func (f *overlayFlags) validate(ctx context.Context, stderr io.Writer, strict strictFlag, name string) (validated, error) {
	s, on, err := f.loadAlone(ctx, name)
	if err == nil {
		if err = strict.warn(stderr, s); err == nil {
			err = runs.Compared(ctx, s)
		}
	}
	v := validated{asked: name, scenario: s, on: on}
	var invalid *scenarios.Error
	if errors.As(err, &invalid) {
		v.mistakes, err = invalid.Diagnostics, nil
	}
	return v, err
}

func (v *validated) print(w io.Writer) {
	if s := v.scenario; v.on != "" {
		fmt.Fprintf(w, "%s: valid as an overlay, checked on %s\n", v.asked, v.on)
	} else {
		fmt.Fprintf(w, "%s: valid, %s, %s of them assumed or derived\n", s.Name, tables.Counted(len(s.Figures()), "figure"), tables.Grouped(s.Assumptions()))
	}
	printConverted(w, v.scenario)
	printSelections(w, v.scenario.Selections())
}

// mostConverted is how many converted figures are listed.
const mostConverted = 20

// converted are the figures that are given with a unit or as a change.
func converted(s *scenarios.Scenario) []scenarios.Figure {
	return slices.DeleteFunc(slices.Clone(s.Figures()), func(f scenarios.Figure) bool { return f.Said == "" })
}

// printConverted lists what figures come to that are given with a unit or as a change.
func printConverted(w io.Writer, s *scenarios.Scenario) {
	said := converted(s)
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
