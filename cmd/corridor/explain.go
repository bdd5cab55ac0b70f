package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/runs"
	"corridor/sim/shell"
)

// explained is the scenario of which a path is explained where none is named.
const explained = "reference"

func newExplainCommand() *cobra.Command {
	var flags overlayFlags
	var asJSON bool
	c := &cobra.Command{
		Use:   "explain PATH [SCENARIO]",
		Short: "Explain a key of a scenario: meaning, value, source, who uses it, how to change it",
		Long: `Explain what stands at a path of a scenario, which is reference where none is named:
what it means, its unit and range, its value with source and place, the keys below it,
what uses it (markets whose routes pass it, projects that change it, shocks, hazards,
uncertainties, levers), and how to change it. A path is keys and names joined by dots; a
name may select several, such as alat-* or all of KZ, each of which is told of. With *
for a name and no scenario it is explained as a key of the language. Path and scenario
may stand in either order.` + exitStatus,
		Example: `  corridor explain segments.rail-ferry.capacity
  corridor explain projects.aktau-hub reference --with investment/late-2-years
  corridor explain 'segments.all of KZ.capacity' reference
  corridor explain 'markets.*.growth'`,
		Args: cobra.RangeArgs(1, 2),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return completePath(typed)
			}
			return completeScenarios(cmd, args, typed)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && language.IsPath(args[0]) {
				return usageError("%s is a file: say what of it is to be explained, as in corridor explain segments %s", args[0], shell.Quoted(args[0]))
			}
			e, in, err := flags.explain(cmd, pathFirst(args))
			switch {
			case err != nil:
				return err
			case asJSON:
				return printJSON(cmd.OutOrStdout(), e)
			}
			printExplanation(cmd.OutOrStdout(), e, in)
			return nil
		},
	}
	flags.add(c.Flags())
	c.Flags().BoolVar(&asJSON, "json", false, "print the explanation as JSON")
	return c
}

// pathFirst returns a path and the name of a scenario in this order: what begins with a key of the
// top of a file is the path.
func pathFirst(args []string) []string {
	if len(args) == 2 && !isPath(args[0]) && isPath(args[1]) {
		return []string{args[1], args[0]}
	}
	return args
}

// isPath reports whether an argument begins with a key of the top of a file.
func isPath(arg string) bool {
	key, _, _ := strings.Cut(arg, ".")
	return slices.Contains(language.Sections(), key)
}

// explain explains the path that is the first argument, in the scenario that is the second, and
// returns how that was asked for; nil where a key of the language is explained.
func (f *overlayFlags) explain(cmd *cobra.Command, args []string) (*language.Explanation, *scenarios.Request, error) {
	if len(args) == 1 && slices.Contains(strings.Split(args[0], "."), "*") {
		e, err := language.ExplainKey(args[0])
		return e, nil, err
	}
	name := explained
	if len(args) > 1 {
		name = args[1]
	}
	r, err := f.request(name)
	if err != nil {
		return nil, nil, err
	}
	s, err := runs.Load(cmd.Context(), r)
	if err != nil {
		return nil, nil, err
	}
	e, err := s.Explain(args[0])
	return e, &r, err
}

// completePath completes the next step of a path in the scenario that is explained unless
// another is named.
func completePath(typed string) ([]string, cobra.ShellCompDirective) {
	before, last := "", typed
	if i := strings.LastIndexByte(typed, '.'); i >= 0 {
		before, last = typed[:i+1], typed[i+1:]
	}
	s, err := scenarios.Load(scenarios.Request{Scenario: explained})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var paths []string
	for _, step := range s.Steps(strings.TrimSuffix(before, ".")) {
		if strings.HasPrefix(step, last) {
			paths = append(paths, before+step)
		}
	}
	return paths, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}
