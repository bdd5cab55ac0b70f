package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"text/tabwriter"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// networkFindings answers what a planner asks first of a network: what it really
// carries, by class, and where and in which months cargo is held back. The words are
// those of package findings.
type networkFindings struct {
	declared tables.DeclaredCapacity
	targets  []tables.Target
	tables   *tables.Package
	annual   *tables.Table
	classes  *tables.Table
	holders  []findings.Holder
	months   int
}

// findingsOf returns the findings of a network, nil for a single segment.
func findingsOf(s *scenarios.Scenario, r *sim.Result) *networkFindings {
	if len(s.Corridor.Segments) < 2 {
		return nil
	}
	f := &networkFindings{declared: s.Labels.Declared, targets: s.Targets, tables: &tables.Package{Tables: r.Tables()}, annual: r.Annual, classes: r.Classes}
	f.holders, f.months = findings.Holders(r.Segments, r.Network)
	return f
}

func (f *networkFindings) print(w io.Writer) error {
	fmt.Fprintf(w, "\n%s\n", wrap(findings.Capacity(f.declared, f.tables), 96))
	if err := f.printCapacities(w); err != nil {
		return err
	}
	if err := f.printClasses(w); err != nil {
		return err
	}
	return f.printHolders(w)
}

// monthsOf writes a number of months, a dash for none.
func monthsOf(n float64) string {
	if n == 0 {
		return "–"
	}
	return tables.Counted(int(n), "month")
}

// printCapacities shows the capacities in the first two years, those of targets and the last,
// with what limits each.
func (f *networkFindings) printCapacities(w io.Writer) error {
	years := tables.Annual.Year.Of(f.annual)
	shown := slices.Clone(years[:min(2, len(years))])
	for i := range f.targets {
		shown = append(shown, float64(f.targets[i].At.Month.Year()))
	}
	shown = append(shown, years[len(years)-1])
	slices.Sort(shown)
	shown = slices.Compact(shown)
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "Capacity at the end of the year, Mt/yr")
	for _, y := range shown {
		fmt.Fprintf(t, "\t%.0f\tlimited by", y)
	}
	fmt.Fprintln(t)
	for _, c := range findings.Capacities(f.tables, shown) {
		fmt.Fprintf(t, "  %s", c.Name)
		for i, mt := range c.Mt {
			fmt.Fprintf(t, "\t%s\t%s", fixed(mt, 2), cmp.Or(c.Segment[i], "–"))
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

// printClasses shows carried against demand and capacity by class, in the first, the
// middle and the last year.
func (f *networkFindings) printClasses(w io.Writer) error {
	years := tables.Annual.Year.Of(f.annual)
	shown := slices.Compact([]float64{years[0], years[len(years)/2], years[len(years)-1]})
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "Carried / demand / capacity, Mt")
	for _, y := range shown {
		fmt.Fprintf(t, "\t%.0f\theld back\tmost by", y)
	}
	fmt.Fprintln(t)
	for row, y := range tables.Classes.Year.Of(f.classes) {
		if y == shown[0] {
			fmt.Fprintf(t, "  %s%s\n", tables.Classes.CargoTitle.Of(f.classes)[row], f.classCells(tables.Classes.Cargo.Of(f.classes)[row], shown))
		}
	}
	return t.Flush()
}

func (f *networkFindings) classCells(cargo string, years []float64) string {
	cells := ""
	for _, year := range years {
		for row, y := range tables.Classes.Year.Of(f.classes) {
			if y == year && tables.Classes.Cargo.Of(f.classes)[row] == cargo {
				cells += fmt.Sprintf("\t%.2f / %.2f / %.2f\t%s\t%s", tables.Classes.CarriedMt.Of(f.classes)[row], tables.Classes.DemandMt.Of(f.classes)[row], tables.Classes.CapacityMt.Of(f.classes)[row],
					monthsOf(tables.Classes.HeldBackMonths.Of(f.classes)[row]), cmp.Or(tables.Classes.HeldBackBy.Of(f.classes)[row], "–"))
			}
		}
	}
	return cells
}

// printHolders shows where cargo was held back, and in which months of the year.
func (f *networkFindings) printHolders(w io.Writer) error {
	if len(f.holders) == 0 {
		fmt.Fprintln(w, "\nNo segment held cargo back in any month.")
		return nil
	}
	fmt.Fprintf(w, "\nSegments that held cargo back, of %s:\n", tables.Counted(f.months, "month"))
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, " \tmonths\tfirst\tJ\tF\tM\tA\tM\tJ\tJ\tA\tS\tO\tN\tD\tturned away\tlongest queue\t")
	const most = 10
	for i, h := range f.holders {
		if i == most {
			fmt.Fprintf(t, "  and %d more\t\n", len(f.holders)-most)
			break
		}
		fmt.Fprintf(t, "  %s\t%d\t%s", h.Title, h.Months, h.First)
		for _, n := range h.Calendar {
			cell := "·"
			if n > 0 {
				cell = strconv.Itoa(n)
			}
			fmt.Fprintf(t, "\t%s", cell)
		}
		fmt.Fprintf(t, "\t%.2f Mt\t%s\t\n", h.TurnedAwayMt, longestQueue(h))
	}
	return t.Flush()
}

func longestQueue(h findings.Holder) string {
	if h.LongestMt == 0 {
		return "nothing waits"
	}
	return fmt.Sprintf("%.3f Mt, %s", h.LongestMt, h.LongestMonth)
}
