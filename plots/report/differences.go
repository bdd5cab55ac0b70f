package report

import (
	"fmt"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// differenceGroup is a comparison draw by draw with a baseline.
type differenceGroup struct {
	Baseline, Scenario string
	Draws              int
	Rows               []differenceRow
}

type differenceRow struct {
	Name, Unit string
	Year       string
	Median     cell
	Spread     string // 5 to 95 %
	Higher     string // share of the pairs, with its interval
}

// comparedMeasures are the columns whose differences the page shows.
var comparedMeasures = []string{"throughput_mt", "capacity_mt", "diverted_mt", "transit_days"}

// differencesOf reads differences.csv for the target year and the last.
func differencesOf(m *topic, subjects []*subject) []differenceGroup {
	var out []differenceGroup
	target, _ := m.targetYear()
	for _, s := range subjects {
		if !filled(s.Package, tables.Differences) {
			continue
		}
		t := s.Package.Table(tables.Differences)
		for row, scenario := range t.Text("scenario") {
			shown, known := measureOf(t.Text("metric")[row])
			year := yearOf(t.Text("period")[row])
			if !known || !slices.Contains(comparedMeasures, shown.Column) || year != target && year != m.lastYear() {
				continue
			}
			baseline := t.Text("baseline")[row]
			if n := len(out); n == 0 || out[n-1].Scenario != scenario || out[n-1].Baseline != baseline {
				out = append(out, differenceGroup{Baseline: baseline, Scenario: scenario, Draws: int(t.Numbers("draws")[row])})
			}
			n := func(column string) float64 { return t.Numbers(column)[row] }
			g := &out[len(out)-1]
			d := differenceRow{
				Name: shown.Name, Unit: shown.Unit, Year: t.Text("period")[row],
				Median: cell{signed(shown, n("p50")), raw(n("p50"))}, Spread: none, Higher: none,
			}
			if pairs := int(n("draws")); pairs > 0 {
				d.Spread = signed(shown, n("p05")) + " to " + signed(shown, n("p95"))
				d.Higher = fmt.Sprintf("%s (%s to %s)", percent(n("higher")), strings.TrimSuffix(percent(n("higher_low")), percentSign), percent(n("higher_high")))
				if pairs < g.Draws {
					d.Higher += " of the " + integer(pairs) + " that both have"
				}
			}
			g.Rows = append(g.Rows, d)
		}
	}
	return out
}

// signed writes a difference with its sign.
func signed(m measure, v float64) string {
	text := m.year(v)
	if v > 0 && strings.ContainsAny(text, "123456789") {
		return "+" + text
	}
	return text
}
