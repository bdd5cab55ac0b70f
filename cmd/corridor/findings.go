package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
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
	declared float64
	annual   *tables.Table
	classes  *tables.Table
	holders  []heldBackBy
	months   int
}

// heldBackBy is a segment that held cargo back.
type heldBackBy struct {
	Segment      string  `json:"segment"`
	Title        string  `json:"title"`
	Months       int     `json:"months"`
	First        string  `json:"first"`
	Calendar     [12]int `json:"by_calendar_month"`
	TurnedAwayMt float64 `json:"turned_away_mt"`
	LongestMt    float64 `json:"longest_queue_mt"`
	LongestMonth string  `json:"longest_queue_month,omitempty"`
}

// findingsOf returns the findings of a network, nil for a single segment.
func findingsOf(s *scenarios.Scenario, r *sim.Result) *networkFindings {
	if len(s.Corridor.Segments) < 2 {
		return nil
	}
	f := &networkFindings{declared: s.DeclaredMt, annual: r.Annual, classes: r.Classes}
	list, months := findings.Holders(r.Segments)
	f.months = months
	for _, h := range list {
		f.holders = append(f.holders, heldBackBy{
			h.Segment, cmp.Or(s.Labels.Segments[h.Segment].Title, h.Segment), h.Months, h.First, h.Calendar, h.TurnedAwayMt, h.LongestMt, h.LongestMonth,
		})
	}
	return f
}

func (f *networkFindings) print(w io.Writer) error {
	fmt.Fprintf(w, "\n%s\n", wrap(f.capacitySentence(), 96))
	if err := f.printClasses(w); err != nil {
		return err
	}
	return f.printHolders(w)
}

// capacitySentence sets the declared capacity beside the effective one and what is
// carried.
func (f *networkFindings) capacitySentence() string {
	years, carried, capacity := f.annual.Numbers("year"), f.annual.Numbers("throughput_mt"), f.annual.Numbers("capacity_mt")
	top := 0
	for row := range carried {
		if carried[row] > carried[top] {
			top = row
		}
	}
	last := len(years) - 1
	var b strings.Builder
	if f.declared > 0 {
		fmt.Fprintf(&b, "Declared capacity: %s Mt/yr, a planning figure. ", readable(f.declared))
	}
	fmt.Fprintf(&b, "Effective capacity, what would pass in mean weather if every market pressed in the proportions of the time: %.1f Mt/yr at the end of %.0f, %.1f at the end of %.0f. Most carried in a year: %.2f Mt in %.0f.",
		capacity[0], years[0], capacity[last], years[last], carried[top], years[top])
	if held := f.heldBackIn(years[top]); held != "" {
		fmt.Fprintf(&b, " Held back in that year: %s.", held)
	}
	return b.String()
}

// heldBackIn says which cargo was held back in a year, and which was not.
func (f *networkFindings) heldBackIn(year float64) string {
	var held, free []string
	for row, y := range f.classes.Numbers("year") {
		if y != year {
			continue
		}
		title := f.classes.Text("cargo_title")[row]
		if months := f.classes.Numbers("held_back_months")[row]; months > 0 {
			held = append(held, fmt.Sprintf("%s in %s", title, monthsOf(months)))
		} else {
			free = append(free, title)
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

// monthsOf writes a number of months, a dash for none.
func monthsOf(n float64) string {
	if n == 0 {
		return "–"
	}
	return tables.Counted(int(n), "month")
}

// printClasses shows carried against effective capacity by class, in the first, the
// middle and the last year.
func (f *networkFindings) printClasses(w io.Writer) error {
	years := f.annual.Numbers("year")
	shown := slices.Compact([]float64{years[0], years[len(years)/2], years[len(years)-1]})
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "Carried / effective capacity, Mt")
	for _, y := range shown {
		fmt.Fprintf(t, "\t%.0f\theld back\tmost by", y)
	}
	fmt.Fprintln(t)
	for row, y := range f.classes.Numbers("year") {
		if y == shown[0] {
			fmt.Fprintf(t, "  %s%s\n", f.classes.Text("cargo_title")[row], f.classCells(f.classes.Text("cargo")[row], shown))
		}
	}
	return t.Flush()
}

func (f *networkFindings) classCells(cargo string, years []float64) string {
	cells := ""
	for _, year := range years {
		for row, y := range f.classes.Numbers("year") {
			if y == year && f.classes.Text("cargo")[row] == cargo {
				cells += fmt.Sprintf("\t%.2f / %.2f\t%s\t%s", f.classes.Numbers("carried_mt")[row], f.classes.Numbers("effective_capacity_mt")[row],
					monthsOf(f.classes.Numbers("held_back_months")[row]), cmp.Or(f.classes.Text("held_back_by")[row], "–"))
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
		fmt.Fprintf(t, "\t%.2f Mt\t%s\t\n", h.TurnedAwayMt, h.longestQueue())
	}
	return t.Flush()
}

func (h *heldBackBy) longestQueue() string {
	if h.LongestMt == 0 {
		return "nothing waits"
	}
	return fmt.Sprintf("%.3f Mt, %s", h.LongestMt, h.LongestMonth)
}
