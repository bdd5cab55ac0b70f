package plots

import (
	"strings"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
)

// shownOf says that some lines are left out, if any are.
func shownOf(on *page.Page, shown, all int) string {
	if shown == all {
		return ""
	}
	return on.Say("Lines shown: the first %[1]d of %[2]d.", shown, all)
}

// withoutStop is a title without the full stop at its end, for the end of a sentence.
func withoutStop(title string) string { return strings.TrimRight(title, ".։") }

// drawsOf writes how many futures a table rests on, the most of any row, and a
// dash where none says.
func drawsOf(on *page.Page, t *tables.Table, column tables.NumberColumn) string {
	draws := column.Of(t)
	if len(draws) == 0 || !(draws[0] >= 1 && draws[0] < series.Largest) {
		return "–"
	}
	most := draws[0]
	for _, n := range draws {
		if n > most && n < series.Largest {
			most = n
		}
	}
	return on.Amount(most, 0)
}

// withoutPlus is an error of which the sign does not matter.
func withoutPlus(text string) string { return strings.TrimPrefix(text, "+") }
