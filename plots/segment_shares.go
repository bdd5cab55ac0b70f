package plots

import (
	"math"
	"strconv"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

// segmentShares returns a share of the futures for each segment of bottlenecks.csv, in
// per cent, from the first month to the last.
func segmentShares(t *tables.Table, column tables.NumberColumn) (byMonths []series.ByMonth, first, last words.Month, err error) {
	if first, last, err = series.MonthRange(t); err != nil {
		return nil, 0, 0, err
	}
	given, err := series.Shares(t, column)
	if err == nil && !series.AnyNumber(given) {
		err = series.AllEmpty(t, column)
	}
	if err == nil {
		byMonths, err = series.ValuesByMonth(t, column, tables.Bottlenecks.Segment.Of(t), first, last, 100)
	}
	return byMonths, first, last, err
}

// slotsOf gives each month its slot: its own where there are few, else its year's.
// It returns the slot of every month, the names of the slots and their axis, which
// is as long as given.
func slotsOf(on *page.Page, first, last words.Month, width vg.Length) (slots []int, labels []string, x page.Axis) {
	if last-first < mostMonths {
		for m := first; m <= last; m++ {
			slots = append(slots, len(slots))
			labels = append(labels, on.LongMonth(m))
		}
		x = on.MonthAxis(first, last, width)
		shift := x.Min
		for i := range x.Ticks {
			x.Ticks[i].At -= shift
			x.Ticks[i].LabelAt -= shift
		}
		x.Min, x.Max = 0, float64(len(labels))
		return slots, labels, x
	}
	for m := first; m <= last; m++ {
		slots = append(slots, m.Year()-first.Year())
	}
	for y := first.Year(); y <= last.Year(); y++ {
		labels = append(labels, strconv.Itoa(y))
	}
	x = page.YearAxis(first.Year(), last.Year(), width)
	shift := float64(first.Year()) - 0.5
	for i := range x.Ticks {
		x.Ticks[i].At -= shift
		x.Ticks[i].LabelAt -= shift
	}
	x.Min, x.Max = 0, float64(len(labels))
	return slots, labels, x
}

// meanBySlot averages the months of each slot; a month without a row is one in
// which the segment neither limits the capacity nor holds cargo back.
func meanBySlot(values []float64, slots []int) []float64 {
	n := slots[len(slots)-1] + 1
	sums, counts := make([]float64, n), make([]float64, n)
	for i, v := range values {
		counts[slots[i]]++
		if !math.IsNaN(v) {
			sums[slots[i]] += v
		}
	}
	for i := range sums {
		sums[i] /= counts[i]
	}
	return sums
}
