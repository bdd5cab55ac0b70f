package plots

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/tables"
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

// drawBottlenecks stacks the shares of the futures in which each segment is the
// one that limits the corridor.
func drawBottlenecks(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Bottlenecks)
	if err != nil {
		return nil, err
	}
	byMonths, first, last, err := segmentShares(t, tables.Bottlenecks.Limiting.Share)
	if err != nil {
		return nil, err
	}
	slots, labels, x := slotsOf(on, first, last, on.Inner()-30)
	all := make([]bottleneck, len(byMonths))
	titles := segmentTitles(p)
	for i, b := range byMonths {
		all[i] = bottleneck{title: cmp.Or(titles[b.Name], b.Name), share: meanBySlot(b.Values, slots)}
	}
	if err := addUp(t, all, labels); err != nil {
		return nil, err
	}
	shown := largestBottlenecks(on, all, len(labels))

	subtitle := on.Say("Share of %s simulated futures in which the segment would stop the most cargo if all cargo grew alike; mean of the months of the year.", drawsOf(on, t, tables.Bottlenecks.Draws))
	if len(labels) == len(slots) {
		subtitle = on.Say("Share of %s simulated futures in which the segment would stop the most cargo if all cargo grew alike, by month.", drawsOf(on, t, tables.Bottlenecks.Draws))
	}
	s := page.NewSheet(on, p, bottlenecksTitle, subtitle)
	for _, b := range shown {
		if b.hatch {
			s.Legend = append(s.Legend, page.HatchKey(b.title, page.White, page.MidGrey))
			continue
		}
		s.Legend = append(s.Legend, page.AreaKey(b.title, b.colour))
	}
	main := page.Panel{Unit: on.Say("% of futures"), Height: on.Squeezed(260), X: x, Named: true, Y: on.ValueAxis(100, 5)}
	main.Over = func(a page.Plane) { stackBottlenecks(a, shown, len(labels)) }
	s.Panels = []page.Panel{main}
	s.Note = cmp.Or(s.Note, on.Say("Cargo can be held back at other segments too, which are full but limit only a part of it."))
	for _, b := range shown[:min(3, len(shown))] {
		s.Describe("%[1]s, %[2]s: %[3]s.", b.title, labels[len(labels)-1], on.Percent(b.share[len(b.share)-1]))
	}
	return s.Figure(), nil
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
func largestBottlenecks(on *page.Page, all []bottleneck, n int) []bottleneck {
	all = slices.DeleteFunc(all, func(b bottleneck) bool { return series.Sum(b.share) == 0 })
	slices.SortStableFunc(all, func(a, b bottleneck) int { return cmp.Compare(series.Sum(b.share), series.Sum(a.share)) })
	shown := slices.Clone(all[:min(mostBottlenecks, len(all))])
	for i := range shown {
		shown[i].colour = page.Areas[i]
	}
	rest := bottleneck{title: on.Say("Other segments"), colour: page.LightGrey} // light beside the last, which is dark
	none := bottleneck{title: on.Say("No segment"), colour: page.White, hatch: true}
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
	if series.Sum(rest.share) > 0 {
		shown = append(shown, rest)
	}
	if series.Sum(none.share) > 0 {
		shown = append(shown, none)
	}
	return shown
}

// stackBottlenecks stacks the shares in every slot, with values where they fit.
func stackBottlenecks(p page.Plane, shown []bottleneck, slots int) {
	half := p.Half()
	if slots > 20 {
		half = 0.5
	}
	for i := range slots {
		base := 0.0
		for _, b := range shown {
			v := b.share[i]
			middle := float64(i) + 0.5
			stackOne(p, [4]float64{middle - half, middle + half, base, base + v}, b.colour, b.hatch, v)
			base += v
		}
	}
}

// stackOne draws one part of a stack, with its value where it fits; box is from left to right and
// from below up.
func stackOne(p page.Plane, box [4]float64, colour color.Color, hatch bool, v float64) {
	l := page.LabelText.In(page.Contrast(colour))
	if hatch {
		p.Hatched(page.White, page.LightGrey, box[0], box[1], box[2], box[3])
		l = page.LabelText
	} else {
		p.Bar(colour, box[0], box[1], box[2], box[3])
	}
	if v > 0 {
		low, high := p.Point(box[0], box[2]), p.Point(box[1], box[3])
		p.StrokeLine2(ink.Line(page.White, 0.7), low.X, high.Y, high.X, high.Y)
		area := p.Rectangle
		area.Min, area.Max = low, high
		p.Within(l, hatch, area, p.On.Amount(v, 0), page.White)
	}
}

// bottlenecksFit reports whether any segment ever limits the capacity.
func bottlenecksFit(p *tables.Package) bool {
	return series.Highest(tables.Bottlenecks.Limiting.Share.Of(p.Table(tables.Bottlenecks))) > 0
}
