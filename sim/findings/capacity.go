package findings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// Capacity says in a few sentences, by the tables of a run, what a corridor could carry and
// what it carried: the declared capacity, where there is one, beside what is like it; what is
// not like it and left out; and the most that was carried in a year, with the cargo that was
// held back in it.
func Capacity(declared tables.DeclaredCapacity, p *tables.Package) string {
	annual := p.Table(tables.Annual)
	years, carried := tables.Annual.Year.Of(annual), tables.Annual.ThroughputMt.Of(annual)
	top, last := 0, len(years)-1
	for row := range carried {
		if carried[row] > carried[top] {
			top = row
		}
	}
	all, mix := tables.Annual.CapacityMt.Of(annual), tables.Annual.MixCapacityMt.Of(annual)
	parts := []string{fmt.Sprintf("Capacity, what would pass in mean weather with every service full: %.1f Mt/yr at the end of %.0f, %.1f at the end of %.0f.",
		all[0], years[0], all[last], years[last])}
	if carried[0] > 0 && carried[last] > 0 {
		parts = append(parts, fmt.Sprintf("Capacity in the mix, all cargo growing alike until the first segment is full: %.1f and %.1f.", mix[0], mix[last]))
	}
	if declared.Mt > 0 {
		parts = append(parts, declaredInWords(&declared, p)...)
	}
	parts = append(parts, fmt.Sprintf("Most carried in a year: %.2f Mt in %.0f. Held back in that year: %s.", carried[top], years[top], HeldBackIn(p.Table(tables.Classes), years[top])))
	return strings.Join(parts, " ")
}

// DeclaredInFigures writes the declared capacity with its range.
func DeclaredInFigures(d *tables.DeclaredCapacity) string {
	if d.LowMt < d.HighMt {
		return fmt.Sprintf("%s Mt/yr (%s to %s)", tables.Readable(d.Mt, 2), tables.Readable(d.LowMt, 2), tables.Readable(d.HighMt, 2))
	}
	return tables.Readable(d.Mt, 2) + " Mt/yr"
}

// declaredInWords sets the declared capacity beside what is like it at the end of the first
// year, and says what the rest is of.
func declaredInWords(d *tables.DeclaredCapacity, p *tables.Package) []string {
	annual := p.Table(tables.Annual)
	year, like := tables.Annual.Year.Of(annual)[0], tables.Annual.ComparableCapacityMt.Of(annual)[0]
	parts := []string{fmt.Sprintf("Declared capacity: %s, a planning figure. Comparable capacity, cargo of its scope on its ways: %.2f at the end of %.0f%s.",
		DeclaredInFigures(d), like, year, ofCargo(p, year, true))}
	if left := tables.Annual.CapacityMt.Of(annual)[0] - like; left >= shownMt {
		parts = append(parts, fmt.Sprintf("It leaves out %.2f%s, on other ways or in another scope.", left, ofCargo(p, year, false)))
	}
	if d.SegmentAlone == "" {
		return parts
	}
	free, load := 0.0, 0.0
	segments := p.Table(tables.Segments)
	for row, name := range tables.Segments.Segment.Of(segments) {
		if name == d.SegmentAlone && strings.HasPrefix(tables.Segments.Month.Of(segments)[row], fmt.Sprintf("%.0f-", year)) {
			free += tables.Segments.CapacityMt.Of(segments)[row]
			load += tables.Segments.LoadMt.Of(segments)[row]
		}
	}
	return append(parts, fmt.Sprintf("Some sources say that the declared figure is of %s alone: beside other traffic that could carry %.2f Mt in %.0f and carried %.2f, as not all cargo goes there.",
		cmp.Or(SegmentTitles(p.Table(tables.Network))[d.SegmentAlone], d.SegmentAlone), free, year, load))
}

// shownMt is what rounds to a hundredth.
const shownMt = 0.005

// ofCargo says of which cargo the capacity is that the declared one counts, or leaves out.
func ofCargo(p *tables.Package, year float64, counted bool) string {
	var parts []string
	classes, c := p.Table(tables.Classes), p.Table(tables.Capacities)
	for row, cargo := range tables.Classes.Cargo.Of(classes) {
		if tables.Classes.Year.Of(classes)[row] != year {
			continue
		}
		mt, _ := capacityOf(c, year, func(row int) bool {
			return tables.Capacities.Cargo.Of(c)[row] == cargo && tables.Capacities.Comparable.True(c, row) == counted
		})
		if mt >= shownMt {
			parts = append(parts, fmt.Sprintf("%s %.2f", tables.Classes.CargoTitle.Of(classes)[row], mt))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// capacityOf adds up the rows of capacities.csv of a year that are asked for, and names the
// segment that stops most of them, "" where none does.
func capacityOf(t *tables.Table, year float64, asked func(row int) bool) (mt float64, segment string) {
	c := &tables.Capacities
	var names []string
	var stopped []float64
	for row, y := range c.Year.Of(t) {
		if y != year || !asked(row) {
			continue
		}
		mt += c.CapacityMt.Of(t)[row]
		name := c.LimitingSegment.Of(t)[row]
		i := slices.Index(names, name)
		if i < 0 && name != "" {
			i, names, stopped = len(names), append(names, name), append(stopped, 0)
		}
		if i >= 0 {
			stopped[i] += c.CapacityMt.Of(t)[row]
		}
	}
	if i := Most(stopped); i >= 0 {
		segment = names[i]
	}
	return mt, segment
}

// CapacityRow is one of the capacities of a corridor in some years, Mt per year.
type CapacityRow struct {
	Name    string
	Mt      []float64 // NaN where it has no value
	Segment []string  // that limits it, "" for none
}

// Capacities lists the capacities at the end of some years: in the mix, with every service
// full, of that what the declared capacity counts, and of that what the association's series
// counts too.
func Capacities(p *tables.Package, years []float64) []CapacityRow {
	annual, c := p.Table(tables.Annual), p.Table(tables.Capacities)
	list := []CapacityRow{{Name: "In the mix carried"}, {Name: "With every service full"}, {Name: "  comparable with the declared"}, {Name: "    like-for-like scope"}}
	add := func(i int, mt float64, segment string) {
		list[i].Mt, list[i].Segment = append(list[i].Mt, mt), append(list[i].Segment, segment)
	}
	comparable := func(row int) bool { return tables.Capacities.Comparable.True(c, row) }
	for _, year := range years {
		row := slices.Index(tables.Annual.Year.Of(annual), year)
		add(0, tables.Annual.MixCapacityMt.Of(annual)[row], tables.Annual.MixLimitingSegment.Of(annual)[row])
		add(1, tables.Annual.CapacityMt.Of(annual)[row], tables.Annual.LimitingSegment.Of(annual)[row])
		mt, segment := capacityOf(c, year, comparable)
		add(2, mt, segment)
		mt, segment = capacityOf(c, year, func(row int) bool {
			return comparable(row) && tables.Capacities.Scope.Of(c)[row] == tables.LikeForLike
		})
		add(3, mt, segment)
	}
	return list
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
