package findings

import (
	"cmp"
	"slices"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// Holder is a segment that held cargo back in a run.
type Holder struct {
	Segment      string                      `json:"segment" doc:"name of the segment"`
	Title        string                      `json:"title" doc:"name for readers"`
	Months       int                         `json:"months" doc:"months in which it held cargo back"`
	First        string                      `json:"first" doc:"first of them, such as 2024-10"`
	Calendar     [calendar.MonthsPerYear]int `json:"by_calendar_month" doc:"of them by calendar month, January first"`
	HeldBackMt   float64                     `json:"-"` // over the months; what waits is counted in each
	TurnedAwayMt float64                     `json:"turned_away_mt" doc:"of what it held back: gave up or was refused" unit:"Mt"`
	LongestMt    float64                     `json:"longest_queue_mt" doc:"most that waited for it at the end of a month" unit:"Mt"`
	LongestMonth string                      `json:"longest_queue_month,omitempty" doc:"that month"`
}

// Holders lists the segments that held cargo back by segments.csv, those that did in
// most months first, and the number of months. Their titles are those of network.csv,
// which may be nil.
func Holders(segments, network *tables.Table) (list []Holder, months int) {
	titles := SegmentTitles(network)
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
			list = append(list, Holder{Segment: name, Title: cmp.Or(titles[name], name), First: month})
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

// SegmentTitles are the names of segments for readers by their names, from network.csv;
// none where there is no such table.
func SegmentTitles(network *tables.Table) map[string]string {
	titles := map[string]string{}
	if network == nil {
		return titles
	}
	for row, name := range tables.Network.Segment.Of(network) {
		titles[name] = tables.Network.Title.Of(network)[row]
	}
	return titles
}
