package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const (
	bottlenecksTitle = "Which segment limits the capacity of the corridor"
	mostBottlenecks  = 5  // named; the rest are taken together
	mostMonths       = 36 // months drawn one by one; more are drawn by year
)

// bottleneck is a segment with the share of the futures, in percent, in which it
// limits the corridor, by slot: a year or a month.
type bottleneck struct {
	title  string
	colour color.Color
	share  []float64
	hatch  bool
}

// segmentShares returns a share of the futures for each segment of bottlenecks.csv, in
// per cent, from the first month to the last.
func segmentShares(t *tables.Table, column string) (byMonths []byMonth, first, last month, err error) {
	if first, last, err = monthRange(t); err != nil {
		return nil, 0, 0, err
	}
	given, err := shares(t, column)
	if err == nil && !anyNumber(given) {
		err = allEmpty(t, column)
	}
	if err == nil {
		byMonths, err = valuesByMonth(t, column, "segment", first, last, 100)
	}
	return byMonths, first, last, err
}

// drawBottlenecks stacks the shares of the futures in which each segment is the
// one that limits the corridor.
func drawBottlenecks(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Bottlenecks)
	if err != nil {
		return nil, err
	}
	byMonths, first, last, err := segmentShares(t, "limiting")
	if err != nil {
		return nil, err
	}
	slots, labels, x := slotsOf(on, first, last, on.inner()-30)
	all := make([]bottleneck, len(byMonths))
	titles := segmentTitles(p)
	for i, b := range byMonths {
		all[i] = bottleneck{title: cmp.Or(titles[b.name], b.name), share: meanBySlot(b.values, slots)}
	}
	if err := addUp(t, all, labels); err != nil {
		return nil, err
	}
	shown := largestBottlenecks(on, all, len(labels))

	subtitle := on.say("Share of %s simulated futures in which the segment would stop the most cargo if all cargo grew alike; mean of the months of the year.", on.drawsOf(t))
	if len(labels) == len(slots) {
		subtitle = on.say("Share of %s simulated futures in which the segment would stop the most cargo if all cargo grew alike, by month.", on.drawsOf(t))
	}
	s := newSheet(on, p, bottlenecksTitle, subtitle)
	for _, b := range shown {
		if b.hatch {
			s.legend = append(s.legend, hatchKey(b.title, white, midGrey))
			continue
		}
		s.legend = append(s.legend, areaKey(b.title, b.colour))
	}
	main := panel{unit: on.say("% of futures"), height: 260, x: x, named: true, y: on.valueAxis(100, 5)}
	main.over = func(a plane) { a.bottlenecks(shown, len(labels)) }
	s.panels = []panel{main}
	s.note = cmp.Or(s.note, on.say("Cargo can be held back at other segments too, which are full but limit only a part of it."))
	for _, b := range shown[:min(3, len(shown))] {
		s.describe("%[1]s, %[2]s: %[3]s.", b.title, labels[len(labels)-1], on.percentValue(b.share[len(b.share)-1]))
	}
	return s.figure(), nil
}

// slotsOf gives each month its slot: its own where there are few, else its year's.
// It returns the slot of every month, the names of the slots and their axis, which
// is as long as given.
func slotsOf(on *page, first, last month, width vg.Length) (slots []int, labels []string, x axis) {
	if last-first < mostMonths {
		for m := first; m <= last; m++ {
			slots = append(slots, len(slots))
			labels = append(labels, on.month(m))
		}
		x = on.monthAxis(first, last, width)
		shift := x.min
		for i := range x.ticks {
			x.ticks[i].at -= shift
			x.ticks[i].labelAt -= shift
		}
		x.min, x.max = 0, float64(len(labels))
		return slots, labels, x
	}
	for m := first; m <= last; m++ {
		slots = append(slots, m.Year()-first.Year())
	}
	for y := first.Year(); y <= last.Year(); y++ {
		labels = append(labels, strconv.Itoa(y))
	}
	x = yearAxis(first.Year(), last.Year(), width)
	shift := float64(first.Year()) - 0.5
	for i := range x.ticks {
		x.ticks[i].at -= shift
		x.ticks[i].labelAt -= shift
	}
	x.min, x.max = 0, float64(len(labels))
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

// addUp checks that the shares of no slot exceed all futures.
func addUp(t *tables.Table, all []bottleneck, labels []string) error {
	for i, label := range labels {
		total := 0.0
		for _, b := range all {
			total += b.share[i]
		}
		if total > 100.01 {
			return fmt.Errorf("%s: limiting adds to %s in %s, expected at most 1", t.Schema.File(), tables.Rounded(total/100, tables.Apart(total/100, 1, 4)), label)
		}
	}
	return nil
}

// largestBottlenecks keeps those that limit most often, takes the rest together, and
// adds the futures in which none limits.
func largestBottlenecks(on *page, all []bottleneck, n int) []bottleneck {
	all = slices.DeleteFunc(all, func(b bottleneck) bool { return sum(b.share) == 0 })
	slices.SortStableFunc(all, func(a, b bottleneck) int { return cmp.Compare(sum(b.share), sum(a.share)) })
	shown := slices.Clone(all[:min(mostBottlenecks, len(all))])
	for i := range shown {
		shown[i].colour = classColours[i]
	}
	rest := bottleneck{title: on.say("Other segments"), colour: lightGrey} // light beside the last, which is dark
	none := bottleneck{title: on.say("No segment"), colour: white, hatch: true}
	rest.share, none.share = make([]float64, n), make([]float64, n)
	for i := range n {
		none.share[i] = 100
		for j, b := range all {
			none.share[i] -= b.share[i]
			if j >= mostBottlenecks {
				rest.share[i] += b.share[i]
			}
		}
		if none.share[i] < 0.05 {
			none.share[i] = 0
		}
	}
	if sum(rest.share) > 0 {
		shown = append(shown, rest)
	}
	if sum(none.share) > 0 {
		shown = append(shown, none)
	}
	return shown
}

// bottlenecks stacks the shares in every slot, with values where they fit.
func (p plane) bottlenecks(shown []bottleneck, slots int) {
	half := p.half()
	if slots > 20 {
		half = 0.5
	}
	for i := range slots {
		base := 0.0
		for _, b := range shown {
			v := b.share[i]
			middle := float64(i) + 0.5
			box := [4]float64{middle - half, middle + half, base, base + v}
			l := labelText.in(contrast(b.colour))
			if b.hatch {
				p.hatched(white, lightGrey, box[0], box[1], box[2], box[3])
				l = labelText
			} else {
				p.bar(b.colour, box[0], box[1], box[2], box[3])
			}
			if v > 0 {
				low, high := p.point(box[0], box[2]), p.point(box[1], box[3])
				p.StrokeLine2(line(white, 0.7), low.X, high.Y, high.X, high.Y)
				area := p.Rectangle
				area.Min, area.Max = low, high
				p.within(l, b.hatch, area, p.on.amount(v, 0), white)
			}
			base += v
		}
	}
}

// bottlenecksFit reports whether any segment ever limits the capacity.
func bottlenecksFit(p *tables.Package) bool {
	return highest(p.Table(tables.Bottlenecks).Numbers("limiting")) > 0
}
