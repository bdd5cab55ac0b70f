package findings

import (
	"fmt"
	"strings"

	"corridor/sim/tables"
)

// Capacity says in a few sentences what a corridor could carry and what it carried, by
// annual.csv and classes.csv: its declared capacity, Mt/yr, where it is more than 0,
// the effective one at both ends, and the most that was carried in a year, with the
// cargo that was held back in it.
func Capacity(declaredMt float64, annual, classes *tables.Table) string {
	years, carried, capacity := tables.Annual.Year.Of(annual), tables.Annual.ThroughputMt.Of(annual), tables.Annual.CapacityMt.Of(annual)
	top := 0
	for row := range carried {
		if carried[row] > carried[top] {
			top = row
		}
	}
	last := len(years) - 1
	var b strings.Builder
	if declaredMt > 0 {
		fmt.Fprintf(&b, "Declared capacity: %s Mt/yr, a planning figure. ", tables.Rounded(declaredMt, 2))
	}
	fmt.Fprintf(&b, "Effective capacity, what would pass in mean weather if every market pressed in the proportions of the time: %.1f Mt/yr at the end of %.0f, %.1f at the end of %.0f. Most carried in a year: %.2f Mt in %.0f. Held back in that year: %s.",
		capacity[0], years[0], capacity[last], years[last], carried[top], years[top], HeldBackIn(classes, years[top]))
	return b.String()
}

// HeldBackIn says by classes.csv which cargo was held back in a year, in how many months,
// and of which nothing was.
func HeldBackIn(classes *tables.Table, year float64) string {
	var held, free []string
	titles, months := tables.Classes.CargoTitle.Of(classes), tables.Classes.HeldBackMonths.Of(classes)
	for row, y := range tables.Classes.Year.Of(classes) {
		switch {
		case y != year:
		case months[row] > 0:
			held = append(held, titles[row]+" in "+tables.Counted(int(months[row]), "month"))
		default:
			free = append(free, titles[row])
		}
	}
	if len(held) == 0 {
		return "nothing"
	}
	if len(free) > 0 {
		held = append(held, "nothing of "+strings.Join(free, ", "))
	}
	return strings.Join(held, ", ")
}
