package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"text/tabwriter"

	"corridor/model"
	"corridor/scenarios"
	"corridor/sim"
)

// alternative is the same scenario with another overlay of its investment lever.
type alternative struct {
	Overlay string   `json:"overlay"`
	Title   string   `json:"title"`
	Targets []string `json:"targets"` // value at each target's date, in words
}

// alternativesOf runs a network under each overlay of its investment lever, so that
// its summary answers what other dates would change. A scenario without the lever,
// or of one segment, has none: corridor matrix compares those.
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
		other, err := scenarios.Load(asked.And([]string{overlay}, nil))
		if err != nil {
			return nil, err
		}
		result, err := runOf(other).RunContext(ctx)
		if err != nil {
			return nil, err
		}
		a := alternative{Overlay: overlay, Title: titles[overlay]}
		for _, j := range result.Judged {
			a.Targets = append(a.Targets, outcomeOf(j))
		}
		out = append(out, a)
	}
	return out, nil
}

// outcomeOf says in a few words how a target came out.
func outcomeOf(j sim.Judgement) string {
	switch {
	case math.IsNaN(j.Value):
		return "no value"
	case j.Met:
		return readable(j.Value) + ", met"
	case j.First == model.Never:
		return readable(j.Value) + ", never met"
	}
	return fmt.Sprintf("%s, met in %s", readable(j.Value), j.FirstPeriod())
}

func printAlternatives(w io.Writer, targets []targetSummary, all []alternative) error {
	fmt.Fprintln(w, "\nThe same with the projects otherwise:")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, target := range targets {
		fmt.Fprintf(t, "\t%s", target.Name)
	}
	fmt.Fprintln(t)
	for _, a := range all {
		fmt.Fprintf(t, "  %s (%s)", a.Title, a.Overlay)
		for _, outcome := range a.Targets {
			fmt.Fprintf(t, "\t%s", outcome)
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}
