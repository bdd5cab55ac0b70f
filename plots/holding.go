package plots

import (
	"cmp"
	"slices"
	"strings"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const holdingTitle = "Where cargo is held back, and in how many futures"

// holdingScale classes the share of the futures, in percent. What never happens
// has no colour; what nearly always does has a class of its own.
var holdingScale = colourScale{
	bounds:  []float64{0, 5, 25, 50, 75, 95},
	labels:  []string{"< 5", "5–25", "25–50", "50–75", "75–95", "≥ 95"},
	colours: heat(6),
}

const (
	holdingHeight vg.Length = 19  // of a row
	holdingLabels vg.Length = 175 // most room for the names of segments
	leastHolding            = 1   // % of the futures in some slot, for a row
)

// held is a segment with the share of the futures, in percent, in which it holds
// cargo back, by slot: a year or a month.
type held struct {
	title string
	share []float64
}

// drawHolding shows for each segment in how many futures it holds cargo back. Several may in the same future, so that nothing is stacked.
func drawHolding(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Bottlenecks)
	if err != nil {
		return nil, err
	}
	byMonths, first, last, err := segmentShares(t, "holding")
	if err != nil {
		return nil, err
	}
	slots, labels, x := slotsOf(on, first, last, on.inner()-holdingLabels)
	titles := segmentTitles(p)
	var all []held
	for _, b := range byMonths {
		h := held{cmp.Or(titles[b.name], b.name), meanBySlot(b.values, slots)}
		if sum(h.share) > 0 {
			all = append(all, h)
		}
	}
	if len(all) == 0 {
		return nil, blank{text: text("No segment ever holds cargo back.")}
	}
	slices.SortStableFunc(all, func(a, b held) int { return cmp.Compare(sum(b.share), sum(a.share)) })
	often := slices.DeleteFunc(slices.Clone(all), func(h held) bool { return highest(h.share) < leastHolding })
	if len(often) == 0 {
		often = all[:1]
	}
	shown := often[:min(on.most(mostStrips), len(often))]

	subtitle := on.say("Share of %s simulated futures in which the segment holds cargo back; mean of the months of the year.", on.drawsOf(t))
	if len(labels) == len(slots) {
		subtitle = on.say("Share of %s simulated futures in which the segment holds cargo back, by month.", on.drawsOf(t))
	}
	s := newSheet(on, p, holdingTitle, subtitle)
	s.legend = legend{holdingScale.key(on.say("% of futures"))}
	s.panels = []panel{holdingPanel(x, shown, len(labels))}
	note := on.say("Several segments can hold cargo back at once. The one that limits the capacity of the whole corridor may be another.")
	if len(shown) < len(all) {
		note += " " + on.say("Segments shown, those that hold cargo back most often: %[1]d of %[2]d.", len(shown), len(all))
	}
	s.note = cmp.Or(s.note, note)
	var spoken []string
	for _, h := range shown[:min(5, len(shown))] {
		spoken = append(spoken, h.title+" "+on.percentValue(h.share[len(labels)-1]))
	}
	s.describe("%[1]s, segments that hold cargo back: %[2]s.", labels[len(labels)-1], strings.Join(spoken, "; "))
	return s.figure(), nil
}

// holdingPanel has a row of cells for each segment, shaded by share, with the
// value in each cell that has room for it.
func holdingPanel(x axis, shown []held, slots int) panel {
	n := len(shown)
	y := axis{max: float64(n)}
	for i, h := range shown {
		middle := float64(n-i) - 0.5
		y.ticks = append(y.ticks, tick{at: middle, labelAt: middle, label: axisText.fit(h.title, holdingLabels-tickGap)})
	}
	p := panel{height: holdingHeight * vg.Length(n), least: 13 * vg.Length(n), x: x, y: y, named: true}
	p.under = func(a plane) {
		for i, h := range shown {
			low := float64(n-i) - 0.96
			for slot := range slots {
				a.holding(h.share[slot], float64(slot), low)
			}
		}
	}
	return p
}

// holding draws the cell of a slot, whose lower edge is given.
func (p plane) holding(share, slot, low float64) {
	colour := paleGrey
	if share > 0 {
		colour = holdingScale.of(share)
	}
	box := vg.Rectangle{Min: p.point(slot, low), Max: p.point(slot+1, low+0.92)}
	box.Max.X -= 0.8
	p.FillPolygon(colour, corners(box))
	text := "–"
	switch {
	case share >= 1:
		text = p.on.amount(share, 0)
	case share > 0:
		text = "< 1"
	}
	p.within(labelText.in(contrast(colour)), false, box, text, white)
}

// holdingFits reports whether any segment ever holds cargo back.
func holdingFits(p *tables.Package) bool {
	return highest(p.Table(tables.Bottlenecks).Numbers("holding")) > 0
}
