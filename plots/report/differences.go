package report

import (
	"cmp"
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
	Higher     string // share of the pairs in which it is materially so, with its interval
	Lower      string // the same of those in which it is lower
}

// comparedMeasures are those whose differences the page shows.
var comparedMeasures = []measure{carried, capacity, turnedAway, doorToDoor}

// differencesOf reads differences.csv for the target year and the last.
func differencesOf(m *topic, subjects []*subject) []differenceGroup {
	var out []differenceGroup
	target, _ := m.targetYear()
	for _, s := range subjects {
		if !filled(s.Package, tables.Differences) {
			continue
		}
		t := s.Package.Table(tables.Differences)
		var last [2]string // baseline and scenario, by name
		for row, scenario := range tables.Differences.Scenario.Of(t) {
			shown, known := measureOf(tables.Differences.Metric.Of(t)[row])
			year := yearOf(tables.Differences.Period.Of(t)[row])
			if !known || !slices.Contains(comparedMeasures, shown) || year != target && year != m.lastYear() {
				continue
			}
			baseline := tables.Differences.Baseline.Of(t)[row]
			if pair := [2]string{baseline, scenario}; len(out) == 0 || pair != last {
				last = pair
				out = append(out, differenceGroup{
					Baseline: cmp.Or(tables.Differences.BaselineTitle.Of(t)[row], baseline), Scenario: cmp.Or(tables.Differences.ScenarioTitle.Of(t)[row], scenario),
					Draws: int(tables.Differences.Draws.Of(t)[row]),
				})
			}
			signed := func(v float64) string { return signed(v, shown.year(v)) }
			median := tables.Differences.P50.Of(t)[row]
			g := &out[len(out)-1]
			d := differenceRow{
				Name: shown.Heading(), Unit: shown.Difference().YearUnit, Year: tables.Differences.Period.Of(t)[row],
				Median: cell{signed(median), raw(median)}, Spread: none, Higher: none, Lower: none,
			}
			if pairs := int(tables.Differences.Draws.Of(t)[row]); pairs > 0 {
				d.Spread = signed(tables.Differences.P05.Of(t)[row]) + " to " + signed(tables.Differences.P95.Of(t)[row])
				d.Higher = shareOf(tables.Differences.MateriallyHigher, t, row)
				d.Lower = shareOf(tables.Differences.MateriallyLowerShare(), t, row)
				if pairs < g.Draws {
					d.Higher += " of the " + integer(pairs) + " that both have"
				}
			}
			g.Rows = append(g.Rows, d)
		}
	}
	return out
}

// shareOf writes a share with its interval.
func shareOf(c tables.ShareColumns, t *tables.Table, row int) string {
	return fmt.Sprintf("%s (%s to %s)", percent(c.Share.Of(t)[row]), strings.TrimSuffix(percent(c.Low.Of(t)[row]), percentSign), percent(c.High.Of(t)[row]))
}
