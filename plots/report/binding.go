package report

import (
	"cmp"
	"slices"
	"strconv"

	"corridor/sim/tables"
)

// binding is a segment that held cargo back.
type binding struct {
	Title    string
	Months   int
	First    string // month
	Calendar [12]int
	Queue    cell // the longest, Mt
	When     string
	longest  float64
}

// bindingOfRun is the table of one run.
type bindingOfRun struct {
	Label    string
	Segments []binding
	Months   int // simulated
	Open     bool
}

func bindingOf(subjects []*subject) []bindingOfRun {
	var out []bindingOfRun
	for _, s := range subjects {
		all, months := bindings(s)
		if months == 0 {
			continue
		}
		out = append(out, bindingOfRun{Label: s.Label, Segments: all, Months: months, Open: len(out) == 0})
	}
	return out
}

// full is the utilisation from which a segment counts as full; rounding may leave it
// a hair below 1. Where nothing can be stored there is no queue: what a full segment
// cannot take is refused.
const full = 1 - 1e-9

// bindings lists the segments that were full in a month or held cargo back at its
// end, those that were most often first, and the number of months simulated.
func bindings(s *subject) (all []binding, months int) {
	if !filled(s.Package, tables.Segments) {
		return nil, 0
	}
	t, titles := s.Package.Table(tables.Segments), segmentTitles(s.Package)
	index, seen := map[string]int{}, map[string]bool{}
	queue, used := t.Numbers("queue_mt"), t.Numbers("utilisation")
	for row, name := range t.Text("segment") {
		month := t.Text("month")[row]
		seen[month] = true
		if !(queue[row] > 0) && !(used[row] >= full) {
			continue
		}
		i, known := index[name]
		if !known {
			i = len(all)
			index[name] = i
			all = append(all, binding{Title: cmp.Or(titles[name], name), First: month})
		}
		b := &all[i]
		b.Months++
		if len(month) == 7 {
			if calendar, err := strconv.Atoi(month[5:]); err == nil && calendar >= 1 && calendar <= 12 {
				b.Calendar[calendar-1]++
			}
		}
		if queue[row] > b.longest {
			b.longest, b.When = queue[row], month
			b.Queue = cell{number(queue[row], 3), raw(queue[row])}
		}
	}
	slices.SortStableFunc(all, func(a, b binding) int { return b.Months - a.Months })
	return all, len(seen)
}

// segmentTitles are the names of network.csv for readers.
func segmentTitles(p *tables.Package) map[string]string {
	titles := map[string]string{}
	if t := p.Table(tables.Network); t != nil {
		for row, name := range t.Text("segment") {
			titles[name] = t.Text("title")[row]
		}
	}
	return titles
}
