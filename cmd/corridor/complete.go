package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"corridor/plots"
	"corridor/scenarios"
	"corridor/scenarios/language"
	"corridor/sim/random"
)

// completions complete the values of flags, by name, in every command that has one of
// that name.
var completions = map[string]cobra.CompletionFunc{
	"with":       completeOverlays,
	"growth":     completeGroup("growth"),
	"investment": completeGroup("investment"),
	"design":     completeWords(random.Designs()),
	"progress":   completeWords(progressModes),
	"charts":     completeWords(append(slices.Clone(plots.Formats), noCharts)),
	"tables":     completeWords(tableFormats),
	"format":     completeWords(plots.Formats),
	"chart":      completeWords(chartNames()),
	"metric":     completeWords(plots.MetricNames()),
	"size":       completeWords(plots.Sizes),
	"lang":       completeWords(plots.Languages),
	"recipe":     completeRecipes,
	"only":       completeWords(language.ListedSections()),
}

// completeFlags lets the flags of a command be completed.
func completeFlags(c *cobra.Command) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if complete, known := completions[f.Name]; known {
			_ = c.RegisterFlagCompletionFunc(f.Name, complete) // the flag is there
		}
	})
}

func completeWords(words []string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// completeList completes words of a list, each behind a comma.
func completeList(words []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) (list []string, _ cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		for _, word := range words {
			if strings.HasPrefix(before+word, typed) {
				list = append(list, before+word)
			}
		}
		return list, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	}
}

// completeGroup completes the overlays of a group.
func completeGroup(group string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		inGroup := func(e scenarios.Entry) bool { return e.Group == group }
		return completeLibrary("", typed, inGroup), cobra.ShellCompDirectiveNoFileComp
	}
}

func completeOverlays(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := ""
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		before, typed = typed[:i+1], typed[i+1:]
	}
	return completeLibrary(before, typed, scenarios.Entry.Overlay), cobra.ShellCompDirectiveNoSpace
}

// completeScenarios completes the names of scenarios, and behind a + those of overlays;
// files complete as files.
func completeScenarios(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	if i := strings.LastIndexByte(typed, '+'); i >= 0 {
		return completeLibrary(typed[:i+1], typed[i+1:], scenarios.Entry.Overlay), cobra.ShellCompDirectiveNoSpace
	}
	before := ""
	if i := strings.IndexByte(typed, '='); i >= 0 { // behind a name that is given
		before, typed = typed[:i+1], typed[i+1:]
	}
	isScenario := func(e scenarios.Entry) bool { return !e.Overlay() }
	return completeLibrary(before, typed, isScenario), cobra.ShellCompDirectiveDefault
}

func completeLibrary(before, typed string, want func(scenarios.Entry) bool) []string {
	var names []string
	for _, e := range scenarios.Library() {
		if want(e) && strings.HasPrefix(e.Name, typed) {
			names = append(names, fmt.Sprintf("%s%s\t%s", before, e.Name, e.Title))
		}
	}
	return names
}
