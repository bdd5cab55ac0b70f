package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"corridor/sim/expect"
	"corridor/sim/tables"
)

func (s *checksSummary) show(w io.Writer, asJSON bool) error {
	if asJSON {
		return printJSON(w, s)
	}
	for i, c := range s.Scenarios {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s (%s)\n", c.Title, c.Scenario)
		if c.bare() {
			fmt.Fprintln(w, "  It expects nothing: there are no checks under expect.")
			continue
		}
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, check := range c.Checks {
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", shownOutcome[check.Outcome], check.Check, check.Expected, check.Found)
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "\n%s\n", s.counts())
	return err
}

// shownOutcome makes what failed stand out.
var shownOutcome = map[expect.Outcome]string{
	expect.Passed: "passed", expect.Failed: "FAILED", expect.Undecided: "undecided", expect.Unasked: "not asked",
}

// counts says how many checks came to what.
func (s *checksSummary) counts() string {
	var list []string
	for _, o := range outcomes {
		if n := s.count(o); n > 0 {
			list = append(list, fmt.Sprintf("%d %s", n, shownOutcome[o]))
		}
	}
	text := tables.Counted(s.count(outcomes...), "check")
	if len(list) > 0 {
		text += ": " + strings.Join(list, ", ")
	}
	if s.count(expect.Unasked) > 0 {
		text += "; --draws 500 asks those of futures"
	}
	return text
}
