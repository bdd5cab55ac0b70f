package main

import (
	"cmp"
	"fmt"
	"strings"

	"corridor/sim/tables"
)

// columns lists the result tables with what their columns mean, but for the name of the
// scenario, which all have.
func columns() (string, error) {
	var b strings.Builder
	for _, s := range tables.All {
		fmt.Fprintf(&b, "<details><summary><code>%s</code> %s</summary>\n\n", s.File(), s.Title)
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
