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
	"corridor/sim/tables"
)

// findings answers what a planner asks first of a network: what it really carries,
// by class, and where and in which months it binds.
type findings struct {
	declared float64
	annual   *tables.Table
	classes  *tables.Table
	binding  []bindingSegment
	months   int
}

// bindingSegment is a segment that held cargo back.
type bindingSegment struct {
	Name        string  `json:"segment"`
	Title       string  `json:"title"`
	Months      int     `json:"months"`
	First       string  `json:"first"`
	Calendar    [12]int `json:"by_calendar_month"`
	LargestMt   float64 `json:"largest_queue_mt"`
	LargestWhen string  `json:"largest_queue_month"`
}

// find returns the findings of a network, nil for a single segment.
func find(s *scenarios.Scenario, r *sim.Result) *findings {
	if len(s.Corridor.Segments) < 2 {
		return nil
	}
	return &findings{
		declared: s.DeclaredMt, annual: r.Annual, classes: r.Classes,
		binding: bindingOf(r.Segments, s.Labels.Segments), months: r.Monthly.Len(),
	}
}

// bindingOf lists the segments that were full in a month, or held cargo back at its
// end, those that were most often first.
func bindingOf(segments *tables.Table, labels map[string]tables.SegmentLabel) []bindingSegment {
	var all []bindingSegment
	index := map[string]int{}
	used := segments.Numbers("utilisation")
	for row, queue := range segments.Numbers("queue_mt") {
		const full = 1 - 1e-9 // where nothing can be stored there is no queue: what a segment cannot take is refused
		if queue <= 0 && !(used[row] >= full) {
			continue
		}
		name, month := segments.Text("segment")[row], segments.Text("month")[row]
		i, ok := index[name]
		if !ok {
			i = len(all)
			index[name] = i
			all = append(all, bindingSegment{Name: name, Title: cmp.Or(labels[name].Title, name), First: month})
		}
		b := &all[i]
		b.Months++
		if calendar, err := strconv.Atoi(month[5:]); err == nil {
			b.Calendar[calendar-1]++
		}
		if queue > b.LargestMt {
			b.LargestMt, b.LargestWhen = queue, month
		}
	}
	slices.SortStableFunc(all, func(a, b bindingSegment) int { return b.Months - a.Months })
	return all
}

func (b *bindingSegment) longestQueue() string {
	if b.LargestMt == 0 {
		return "refused at once"
	}
	return fmt.Sprintf("%.3f Mt, %s", b.LargestMt, b.LargestWhen)
}

func (f *findings) print(w io.Writer) error {
	fmt.Fprintf(w, "\n%s\n", wrap(f.capacitySentence(), 96))
	if err := f.printClasses(w); err != nil {
		return err
	}
	return f.printBinding(w)
}

// capacitySentence sets the declared capacity beside the effective one and what is
// carried.
func (f *findings) capacitySentence() string {
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
	if slack := f.slack(int(years[top])); slack != "" {
		fmt.Fprintf(&b, " What was free then: %s.", slack)
	}
	return b.String()
}

// slack says how much of each class's effective capacity was unused in a year.
func (f *findings) slack(year int) string {
	var parts []string
	for row, y := range f.classes.Numbers("year") {
		capacity, carried := f.classes.Numbers("effective_capacity_mt")[row], f.classes.Numbers("carried_mt")[row]
		if int(y) == year && capacity > 0 {
			parts = append(parts, fmt.Sprintf("%s %.1f of %.1f Mt", f.classes.Text("cargo_title")[row], max(0, capacity-carried), capacity))
		}
	}
	return strings.Join(parts, ", ")
}

// printClasses shows carried against effective capacity by class, in the first, the
// middle and the last year.
func (f *findings) printClasses(w io.Writer) error {
	years := f.annual.Numbers("year")
	shown := slices.Compact([]float64{years[0], years[len(years)/2], years[len(years)-1]})
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "Carried / effective capacity, Mt")
	for _, y := range shown {
		fmt.Fprintf(t, "\t%.0f\tmonths full\tlimited by", y)
	}
	fmt.Fprintln(t)
	for row, y := range f.classes.Numbers("year") {
		if y == shown[0] {
			fmt.Fprintf(t, "  %s%s\n", f.classes.Text("cargo_title")[row], f.classCells(f.classes.Text("cargo")[row], shown))
		}
	}
	return t.Flush()
}

func (f *findings) classCells(cargo string, years []float64) string {
	cells := ""
	for _, year := range years {
		for row, y := range f.classes.Numbers("year") {
			if y == year && f.classes.Text("cargo")[row] == cargo {
				cells += fmt.Sprintf("\t%.2f / %.2f\t%.0f\t%s", f.classes.Numbers("carried_mt")[row], f.classes.Numbers("effective_capacity_mt")[row],
					f.classes.Numbers("full_months")[row], f.classes.Text("limiting_segment")[row])
			}
		}
	}
	return cells
}

// printBinding shows where cargo was held back, and in which months of the year.
func (f *findings) printBinding(w io.Writer) error {
	if len(f.binding) == 0 {
		fmt.Fprintln(w, "\nNo segment held cargo back at the end of a month.")
		return nil
	}
	fmt.Fprintf(w, "\nSegments that were full or held cargo back, of %s:\n", tables.Counted(f.months, "month"))
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, " \tmonths\tfirst\tJ\tF\tM\tA\tM\tJ\tJ\tA\tS\tO\tN\tD\tlongest queue\t")
	const most = 10
	for i, b := range f.binding {
		if i == most {
			fmt.Fprintf(t, "  and %d more\t\n", len(f.binding)-most)
			break
		}
		fmt.Fprintf(t, "  %s\t%d\t%s", b.Title, b.Months, b.First)
		for _, n := range b.Calendar {
			cell := "·"
			if n > 0 {
				cell = strconv.Itoa(n)
			}
			fmt.Fprintf(t, "\t%s", cell)
		}
		fmt.Fprintf(t, "\t%s\t\n", b.longestQueue())
	}
	return t.Flush()
}
