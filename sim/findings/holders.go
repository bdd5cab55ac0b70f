package findings

import (
	"slices"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Holder is a segment that held cargo back in a run.
type Holder struct {
	Segment      string // name
	Months       int    // in which it did
	First        string // month, such as 2024-10
	Calendar     [calendar.MonthsPerYear]int
	HeldBackMt   float64 // over the months; what waits is counted in each
	TurnedAwayMt float64 // of that, what gave up or was refused
	LongestMt    float64 // most that waited for it at the end of a month; 0 where nothing did
	LongestMonth string
}

// Holders lists the segments that held cargo back by segments.csv, those that did in
// most months first, and the number of months.
func Holders(segments *tables.Table) (list []Holder, months int) {
	index, seen := map[string]int{}, map[string]bool{}
	held, queue := tables.Segments.HeldBackMt.Of(segments), tables.Segments.QueueMt.Of(segments)
	for row, name := range tables.Segments.Segment.Of(segments) {
		month := tables.Segments.Month.Of(segments)[row]
		seen[month] = true
		if !HoldsBack(held[row]) {
			continue
		}
		i, known := index[name]
		if !known {
			i = len(list)
			index[name] = i
			list = append(list, Holder{Segment: name, First: month})
		}
		h := &list[i]
		h.Months++
		h.HeldBackMt += held[row]
		h.TurnedAwayMt += max(0, held[row]-queue[row])
		if m, err := calendar.ParseMonth(month); err == nil {
			h.Calendar[m.Index()]++
		}
		if queue[row] > h.LongestMt {
			h.LongestMt, h.LongestMonth = queue[row], month
		}
	}
	slices.SortStableFunc(list, func(a, b Holder) int { return b.Months - a.Months })
	return list, len(seen)
}
