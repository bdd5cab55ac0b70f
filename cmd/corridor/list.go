package main

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/scenarios/text"
)

// listFlags are the flags of list.
type listFlags struct {
	overlayFlags
	only   []string
	asJSON bool
}

func newListCommand() *cobra.Command {
	var flags listFlags
	c := &cobra.Command{
		Use:   "list [SCENARIO]",
		Short: "List the library, or all that a scenario names",
		Long: `List the scenarios of the library, and the overlays to apply to them with --with, by group.
Of a scenario, list all that it names, section by section: places, segments, markets
with their routes, projects, measures, rivals, hazards, levers, targets, uncertainties
and so on, with a figure or two of each. Capacities and prices are those of the first
year simulated, before projects, and before other traffic has had its part of them; Mt
are potentials of the first and the last year. What overlays and --set add, change or
take away of it stands in the column Change, with the keys that are changed; without
them, what the scenario itself does to the one that it extends.` + exitStatus,
		Example: `  corridor list
  corridor list reference --only segments,projects
  corridor list stated --with growth/high --json`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeScenarios,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return flags.library(cmd.OutOrStdout())
			}
			return flags.scenario(cmd, args[0])
		},
	}
	flags.add(c.Flags())
	addList(c.Flags(), &flags.only, "only", "sections to list, such as segments,markets")
	c.Flags().BoolVar(&flags.asJSON, "json", false, "print the list as JSON")
	return c
}

// library lists the library.
func (f *listFlags) library(w io.Writer) error {
	if len(f.with)+len(f.set)+len(f.only) > 0 {
		return usageError("--with, --set and --only are of a scenario, expected one: corridor list reference")
	}
	if f.asJSON {
		return printJSON(w, libraryForPrograms(scenarios.Library()))
	}
	return printLibrary(w, scenarios.Library())
}

// scenario lists what a scenario names.
func (f *listFlags) scenario(cmd *cobra.Command, name string) error {
	for _, section := range f.only {
		if valid := language.ListedSections(); !slices.Contains(valid, section) {
			return usageError("scenarios name no %q%s", section, text.DidYouMean(section, valid))
		}
	}
	s, err := f.load(cmd.Context(), name)
	if err != nil {
		return err
	}
	listings := s.Listings()
	if len(f.only) > 0 {
		listings = slices.DeleteFunc(listings, func(l language.Listing) bool { return !slices.Contains(f.only, l.Section) })
	}
	if f.asJSON {
		return printJSON(cmd.OutOrStdout(), listingsForPrograms(s.Name, listings))
	}
	return printListings(cmd.OutOrStdout(), listings)
}
