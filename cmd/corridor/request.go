package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"corridor/scenarios"
)

// overlayFlags are the flags of the commands that take a scenario.
type overlayFlags struct {
	with []string
	set  []string
}

func (f *overlayFlags) add(c *cobra.Command) {
	c.Flags().StringSliceVar(&f.with, "with", nil, "overlays to apply in order, such as growth/high,investment/half or a .yaml file")
	c.Flags().StringArrayVar(&f.set, "set", nil, "one value to set, path=value; may be given again")
	_ = c.RegisterFlagCompletionFunc("with", completeOverlays)
}

func (f *overlayFlags) request(scenario string) scenarios.Request {
	return scenarios.Request{Scenario: scenario, With: f.with, Set: f.set}
}

func completeOverlays(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := ""
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		before, typed = typed[:i+1], typed[i+1:]
	}
	return completeLibrary(before, typed, scenarios.Entry.Overlay), cobra.ShellCompDirectiveNoSpace
}

// completeScenarios completes the names of scenarios; files complete as files.
func completeScenarios(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	isScenario := func(e scenarios.Entry) bool { return !e.Overlay() }
	return completeLibrary("", typed, isScenario), cobra.ShellCompDirectiveDefault
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
