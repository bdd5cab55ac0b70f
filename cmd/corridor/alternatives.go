package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"corridor/model/calendar"
	"corridor/scenarios"
	"corridor/sim"
)

// alternative is the same scenario with another overlay of its investment lever.
type alternative struct {
	Overlay string   `json:"overlay"`
	Title   string   `json:"title"`
	Targets []string `json:"targets"`            // value at each target's date, in words
	LeftOut string   `json:"left_out,omitempty"` // why it could not be run
}

// called is the name of the overlay, with its title where it has one.
func (a *alternative) called() string {
	if a.Title == "" {
		return a.Overlay
	}
	return fmt.Sprintf("%s (%s)", a.Title, a.Overlay)
}

// alternativesOf runs a network under each overlay of its investment lever, so that
// its summary answers what other dates would change. A scenario without the lever,
// or of one segment, has none: corridor matrix compares those. An overlay that does not
// apply to the scenario as it is now is left out, with the reason.
func alternativesOf(ctx context.Context, s *scenarios.Scenario, asked scenarios.Request) ([]alternative, error) {
	if len(s.Corridor.Segments) < 2 {
		return nil, nil
	}
	titles := map[string]string{}
	for _, e := range scenarios.Library() {
		titles[e.Name] = e.Title
	}
	var out []alternative
	for _, overlay := range s.Lever("investment") {
		a := alternative{Overlay: overlay, Title: titles[overlay], Targets: []string{}}
		result, err := alternativeRun(ctx, asked.And([]string{overlay}, nil))
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			a.LeftOut = reasonOf(err)
		} else {
			for _, j := range result.Judged {
				a.Targets = append(a.Targets, outcomeOf(j))
			}
		}
		out = append(out, a)
	}
	return out, nil
}

func alternativeRun(ctx context.Context, asked scenarios.Request) (*sim.Result, error) {
	s, err := scenarios.Load(asked)
	if err != nil {
		return nil, err
	}
	return runOf(s).RunContext(ctx)
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
	case j.First == calendar.Never:
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
