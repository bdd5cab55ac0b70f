package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/runs"
)

// alternative is the same scenario with another overlay of its investment lever.
type alternative struct {
	Overlay string   `json:"overlay" doc:"overlay, as --with takes it"`
	Title   string   `json:"title" doc:"name for readers"`
	Targets []string `json:"targets" doc:"value at the date of each target, in words"`
	LeftOut string   `json:"left_out,omitempty" doc:"why it could not be run"`
}

// called is the name of the overlay, with its title where it has one.
func (a *alternative) called() string {
	if a.Title == "" {
		return a.Overlay
	}
	return fmt.Sprintf("%s (%s)", a.Title, a.Overlay)
}

// alternativesOf says in words what other dates of the projects would change.
func alternativesOf(list []runs.Investment) []alternative {
	var out []alternative
	for _, i := range list {
		a := alternative{Overlay: i.Overlay, Title: i.Title, Targets: []string{}}
		if i.LeftOut != nil {
			a.LeftOut = reasonOf(i.LeftOut)
		}
		for _, j := range i.Judged {
			a.Targets = append(a.Targets, outcomeOf(j))
		}
		out = append(out, a)
	}
	return out
}

// reasonOf is the first of the mistakes of a scenario.
func reasonOf(err error) string {
	var invalid *scenarios.Error
	if !errors.As(err, &invalid) {
		return err.Error()
	}
	reason := invalid.Diagnostics[0].String()
	if more := len(invalid.Diagnostics) - 1; more > 0 {
		reason += fmt.Sprintf(" (and %d more)", more)
	}
	return reason
}

// outcomeOf says in a few words how a target came out.
func outcomeOf(j sim.Judgement) string {
	switch {
	case math.IsNaN(j.Value):
		return "no value"
	case j.Met:
		return readable(j.Value) + ", met"
	case j.FirstPeriod() == "":
		return readable(j.Value) + ", never met"
	}
	return fmt.Sprintf("%s, met in %s", readable(j.Value), j.FirstPeriod())
}

func printAlternatives(w io.Writer, targets []targetSummary, all []alternative) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	shown := 0
	for _, a := range all {
		if a.LeftOut != "" {
			continue
		}
		if shown++; shown == 1 {
			fmt.Fprintln(t, "\nThe same with the projects otherwise:")
			for _, target := range targets {
				fmt.Fprintf(t, "\t%s", target.Name)
			}
			fmt.Fprintln(t)
		}
		fmt.Fprintf(t, "  %s", a.called())
		for _, outcome := range a.Targets {
			fmt.Fprintf(t, "\t%s", outcome)
		}
		fmt.Fprintln(t)
	}
	if err := t.Flush(); err != nil || shown == len(all) {
		return err
	}
	fmt.Fprintln(w, "\nNot run, as it does not apply to this scenario:")
	for _, a := range all {
		if a.LeftOut != "" {
			fmt.Fprintf(w, "  %s: %s\n", a.called(), a.LeftOut)
		}
	}
	return nil
}
