package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/pflag"

	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/runs"
)

// strictFlag makes warnings errors.
type strictFlag bool

func (f *strictFlag) add(to *pflag.FlagSet) {
	to.BoolVar((*bool)(f), "strict", false, "treat warnings as errors: nothing is run")
}

// warn prints the warnings of scenarios, each once, or returns them as an error where
// they are to be treated as errors.
func (f strictFlag) warn(stderr io.Writer, loaded ...*scenarios.Scenario) error {
	var list []scenarios.Diagnostic
	runs.EachWarning(loaded, func(_ *scenarios.Scenario, w scenarios.Diagnostic) { list = append(list, w) })
	if len(list) == 0 {
		return nil
	}
	if f {
		return &scenarios.Error{Diagnostics: list}
	}
	_, err := fmt.Fprintln(stderr, text.Render(list))
	return err
}

// refuse returns the warnings of a scenario as an error where they are to be treated as errors,
// for commands that show a scenario and print no warnings otherwise.
func (f strictFlag) refuse(s *scenarios.Scenario) error {
	if !f {
		return nil
	}
	return f.warn(io.Discard, s)
}

// load loads a scenario with overlays and prints its warnings, or returns them likewise.
func (f strictFlag) load(ctx context.Context, stderr io.Writer, with *overlayFlags, name string) (*scenarios.Scenario, error) {
	s, err := with.load(ctx, name)
	if err == nil {
		err = f.warn(stderr, s)
	}
	return s, err
}

// printInvalid prints what is wrong with a scenario, and how much of it.
func printInvalid(stderr io.Writer, e *scenarios.Error) {
	fmt.Fprintln(stderr, e.Render())
	warnings := 0
	for _, d := range e.Diagnostics {
		if d.Warning {
			warnings++
		}
	}
	switch n := len(e.Diagnostics) - warnings; {
	case warnings == 1 && n == 0:
		fmt.Fprintln(stderr, "1 warning, an error with --strict, nothing was run")
	case warnings > 0 && n == 0:
		fmt.Fprintf(stderr, "%d warnings, errors with --strict, nothing was run\n", warnings)
	case warnings > 0:
		fmt.Fprintf(stderr, "%d mistakes and warnings, all errors with --strict, nothing was run\n", n+warnings)
	case n > 1:
		fmt.Fprintf(stderr, "%d mistakes, nothing was run\n", n)
	}
}
