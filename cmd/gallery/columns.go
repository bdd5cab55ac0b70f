package main

import (
	"cmp"
	"fmt"
	"strings"

	"corridor/sim/tables"
)

// writers are commands of the pages, by what is said to write a table.
var writers = []struct{ name, command string }{
	{"run", "run reference"},
	{"run --draw", "run reference --draw 3 --seed 7"},
	{"ensemble", "ensemble reference " + futures},
	{"compare", plans},
	{"matrix", smallMatrix},
	{"hindcast", "hindcast reference"},
	{"evidence", evidenceOfReference},
	{"plan", planOfReference},
	{"appraise", "appraise reference --draws 10 --projects alat-1,poti-terminal"},
	{"sensitivity", screeningOfReference},
	{"seek", seekOfReference},
	{"discover", discoveryOfReference},
	{"calibrate", "calibrate reference --points 64 --rows 8"},
}

// columns lists the result tables with the commands that write them and what their
// columns mean, but for the name of the scenario, which all have.
func (t *trials) columns() (string, error) {
	var b strings.Builder
	for _, s := range tables.All {
		by, err := t.writersOf(s)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "<details><summary><code>%s</code> %s (%s)</summary>\n\n", s.File(), s.Title, cmp.Or(strings.Join(by, ", "), "where there are any"))
		if s.Description != "" {
			fmt.Fprintf(&b, "%s\n\n", s.Description)
		}
		b.WriteString("| column | unit | meaning |\n|---|---|---|\n")
		for _, c := range s.Columns {
			if c.Name == tables.Annual.Scenario.Name {
				continue
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, cmp.Or(c.Unit, "–"), strings.ReplaceAll(c.Description, "|", `\|`))
		}
		b.WriteString("\n</details>\n")
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// writersOf names the commands that write a table of any run; run --draw where run does
// not.
func (t *trials) writersOf(s *tables.Schema) ([]string, error) {
	var by []string
	for _, w := range writers {
		p, err := t.writes(w.command)
		if err != nil {
			return nil, err
		}
		if p.Table(s) != nil && !(w.name == "run --draw" && len(by) > 0) {
			by = append(by, w.name)
		}
	}
	return by, nil
}
