package sim_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/scenarios"
	"corridor/sim/findings"
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
	used := f.Segments.Numbers("utilisation")
	for row, month := range f.Segments.Text("month") {
		held := f.Segments.Numbers("held_back_mt")[row]
		byMonth[month] = append(byMonth[month], held)
		if len(byMonth[month]) > len(names) {
			names = append(names, f.Segments.Text("segment")[row])
		}
		if findings.HoldsBack(held) {
			require.True(t, findings.Full(used[row]) || math.IsNaN(used[row]), "%s in %s holds cargo back at %v", f.Segments.Text("segment")[row], month, used[row])
			require.LessOrEqual(t, f.Segments.Numbers("queue_mt")[row], held+within)
		}
	}
	name := func(segment int) string {
		if segment < 0 {
			return ""
		}
		return names[segment]
	}
	years := map[string]*findings.Tally{}
	for row, month := range f.Monthly.Text("month") {
		held := byMonth[month]
		require.Equal(t, name(findings.Most(held)), f.Monthly.Text("held_back_by")[row], month)
		require.InDelta(t, f.Monthly.Numbers("offered_mt")[row]-f.Monthly.Numbers("throughput_mt")[row], total(held), within, month)
		if years[month[:4]] == nil {
			y := findings.NewTally(len(names))
			years[month[:4]] = &y
		}
		years[month[:4]].Add(held)
	}
	for row, year := range f.Annual.Numbers("year") {
		y := years[period(int(year))]
		require.Equal(t, y.Months, int(f.Annual.Numbers("held_back_months")[row]), year)
		require.Equal(t, name(y.Most()), f.Annual.Text("held_back_by")[row], year)
	}
	months := map[string]int{} // of the class held back longest
	for row, year := range f.Classes.Numbers("year") {
		n, by := int(f.Classes.Numbers("held_back_months")[row]), f.Classes.Text("held_back_by")[row]
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
	for row, by := range f.Classes.Text("held_back_by") {
		limiting := f.Classes.Text("limiting_segment")[row]
		if f.Classes.Text("cargo")[row] != "containers" || f.Classes.Numbers("year")[row] != 2035 {
			continue
		}
		require.NotEqual(t, limiting, by)
		require.Zero(t, f.on(limiting, "held_back_mt", "2035"))
		require.Positive(t, f.on(by, "held_back_mt", "2035"))
		return
	}
	t.Fatal("no boxes in 2035")
}
