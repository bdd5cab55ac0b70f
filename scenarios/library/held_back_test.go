package library_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// TestTablesAgreeOnWhatHoldsBack holds every table of every scenario of the library to
// segments.csv: what holds cargo back is the same in each, all that is not carried is
// held back somewhere, and by a segment that is full or shut.
func TestTablesAgreeOnWhatHoldsBack(t *testing.T) {
	for _, e := range scenarios.Library() {
		if e.Overlay() {
			continue
		}
		t.Run(e.Name, func(t *testing.T) { checkHeldBack(t, entry(t, e)) })
	}
}

func checkHeldBack(t *testing.T, f *future) {
	var names []string
	byMonth := map[string][]float64{} // Mt held back by segment
	used := tables.Segments.Utilisation.Of(f.Segments)
	for row, month := range tables.Segments.Month.Of(f.Segments) {
		held := tables.Segments.HeldBackMt.Of(f.Segments)[row]
		byMonth[month] = append(byMonth[month], held)
		if len(byMonth[month]) > len(names) {
			names = append(names, tables.Segments.Segment.Of(f.Segments)[row])
		}
		if findings.HoldsBack(held) {
			require.True(t, findings.Full(used[row]) || math.IsNaN(used[row]), "%s in %s holds cargo back at %v", tables.Segments.Segment.Of(f.Segments)[row], month, used[row])
			require.LessOrEqual(t, tables.Segments.QueueMt.Of(f.Segments)[row], held+within)
		}
	}
	name := func(segment int) string {
		if segment < 0 {
			return ""
		}
		return names[segment]
	}
	years := map[string]*findings.Tally{}
	for row, month := range tables.Monthly.Month.Of(f.Monthly) {
		held := byMonth[month]
		require.Equal(t, name(findings.Most(held)), tables.Monthly.HeldBackBy.Of(f.Monthly)[row], month)
		require.InDelta(t, tables.Monthly.OfferedMt.Of(f.Monthly)[row]-tables.Monthly.ThroughputMt.Of(f.Monthly)[row], total(held), within, month)
		if years[month[:4]] == nil {
			y := findings.NewTally(len(names))
			years[month[:4]] = &y
		}
		years[month[:4]].Add(held)
	}
	for row, year := range tables.Annual.Year.Of(f.Annual) {
		y := years[period(int(year))]
		require.Equal(t, y.Months, int(tables.Annual.HeldBackMonths.Of(f.Annual)[row]), year)
		require.Equal(t, name(y.Most()), tables.Annual.HeldBackBy.Of(f.Annual)[row], year)
	}
	months := map[string]int{} // of the class held back longest
	for row, year := range tables.Classes.Year.Of(f.Classes) {
		n, by := int(tables.Classes.HeldBackMonths.Of(f.Classes)[row]), tables.Classes.HeldBackBy.Of(f.Classes)[row]
		require.Equal(t, n > 0, by != "")
		months[period(int(year))] = max(months[period(int(year))], n)
	}
	for year, y := range years {
		require.LessOrEqual(t, months[year], y.Months, "a class is held back in a month in which cargo is: %s", year)
		require.Equal(t, y.Months > 0, months[year] > 0, "what is held back is of some class: %s", year)
	}
}

func total(values []float64) float64 {
	mt := 0.0
	for _, v := range values {
		mt += v
	}
	return mt
}

// TestHeldBackIsNotLimited: in the reference the two questions have two answers: what
// holds back the cargo that comes, and what would stop most if all cargo grew alike.
// Boxes have room on the feeders that limit them.
func TestHeldBackIsNotLimited(t *testing.T) {
	f := runOf(t, "reference")
	for row, by := range tables.Classes.HeldBackBy.Of(f.Classes) {
		limiting := tables.Classes.LimitingSegment.Of(f.Classes)[row]
		if tables.Classes.Cargo.Of(f.Classes)[row] != "containers" || tables.Classes.Year.Of(f.Classes)[row] != 2035 {
			continue
		}
		require.NotEqual(t, limiting, by)
		require.Zero(t, f.on(limiting, "held_back_mt", "2035"))
		require.Positive(t, f.on(by, "held_back_mt", "2035"))
		return
	}
	t.Fatal("no boxes in 2035")
}
