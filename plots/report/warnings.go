package report

import "corridor/sim/tables"

// warnings are what the scenarios of the page say and can hardly mean.
type warnings struct {
	Rows []warning
	Less int // that are not listed
}

type warning struct{ Scenario, Place, Text string }

const mostWarnings = 100

func warningsOf(subjects []*subject) warnings {
	var out warnings
	seen := map[warning]bool{}
	for _, s := range subjects {
		t := s.Package.Table(tables.Warnings)
		if t == nil {
			continue
		}
		for row := range t.Len() {
			w := warning{tables.Warnings.Scenario.Of(t)[row], tables.Warnings.Place.Of(t)[row], tables.Warnings.Warning.Of(t)[row]}
			if !seen[w] {
				seen[w] = true
				out.Rows = append(out.Rows, w)
			}
		}
	}
	if n := len(out.Rows); n > mostWarnings {
		out.Rows, out.Less = out.Rows[:mostWarnings], n-mostWarnings
	}
	return out
}
