package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"corridor/scenarios"
	"corridor/scenarios/text"
	"corridor/sim/tables"
)

// strictFlag makes warnings errors.
type strictFlag bool

func (f *strictFlag) add(c *cobra.Command) {
	c.Flags().BoolVar((*bool)(f), "strict", false, "treat warnings as errors: nothing is run")
}

// warn prints the warnings of scenarios, each once, or returns them as an error where
// they are to be treated as errors.
func (f strictFlag) warn(stderr io.Writer, loaded ...*scenarios.Scenario) error {
	var list []scenarios.Diagnostic
	eachWarning(loaded, func(_ *scenarios.Scenario, w scenarios.Diagnostic) { list = append(list, w) })
	if len(list) == 0 {
		return nil
	}
	if f {
		return &scenarios.Error{Diagnostics: list}
	}
	_, err := fmt.Fprintln(stderr, text.Render(list))
	return err
}

// eachWarning visits the warnings of scenarios, each once, with the first scenario
// that it is about.
func eachWarning(loaded []*scenarios.Scenario, visit func(*scenarios.Scenario, scenarios.Diagnostic)) {
	seen := map[string]bool{}
	for _, s := range loaded {
		for _, w := range s.Warnings() {
			if text := w.String(); !seen[text] {
				seen[text] = true
				visit(s, w)
			}
		}
	}
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

// warning is one as the manifest records it: its place is that in the files the
// scenario was made of, which are not there when it is run again.
type warning struct {
	Place   string `json:"place"`
	Message string `json:"message"`
}

func recorded(list []scenarios.Diagnostic) []warning {
	var out []warning
	for _, d := range list {
		out = append(out, warning{d.Position.String(), d.Message})
	}
	return out
}

// parse returns the scenario of a cell, with the warnings it had when it was run.
func (c manifestCell) parse() (*scenarios.Scenario, error) {
	s, err := scenarios.Parse(c.Name, c.Scenario)
	if err != nil {
		return nil, err
	}
	s.Variant = c.Variant
	var earlier []scenarios.Diagnostic
	for _, w := range c.Warnings {
		at := text.Position{File: &text.File{Name: w.Place}}
		earlier = append(earlier, scenarios.Diagnostic{Position: at, Message: w.Message, Warning: true})
	}
	return s.Warned(earlier), nil
}

// warningsOf tabulates the warnings of scenarios, or is nil where there are none.
func warningsOf(loaded ...*scenarios.Scenario) *tables.Table {
	t := tables.New(tables.Warnings)
	eachWarning(loaded, func(s *scenarios.Scenario, w scenarios.Diagnostic) {
		t.Append(s.Name, w.Position.String(), w.Message)
	})
	if t.Len() == 0 {
		return nil
	}
	return t
}
