package plots

import (
	"cmp"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const holdingTitle = "Where cargo is held back, and in how many futures"

// holdingScale classes the share of the futures, in percent. What never happens
// has no colour; what nearly always does has a class of its own.
var holdingScale = page.ColourScale{
	Bounds:  []float64{0, 5, 25, 50, 75, 95},
	Labels:  []string{"< 5", "5–25", "25–50", "50–75", "75–95", "≥ 95"},
	Colours: page.Heat(6),
}

const (
	holdingHeight vg.Length = 19  // of a row
	holdingLabels vg.Length = 215 // most room for the names of segments
	leastHolding            = 1   // % of the futures in some slot, for a row
)

// held is a segment with the share of the futures, in percent, in which it holds
// cargo back, by slot: a year or a month.
type held struct {
	title string
	share []float64
}

// drawHolding shows for each segment in how many futures it holds cargo back. Several may in the same future, so that nothing is stacked.
func drawHolding(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Bottlenecks)
	if err != nil {
		return nil, err
	}
	byMonths, first, last, err := segmentShares(t, tables.Bottlenecks.Holding)
	if err != nil {
		return nil, err
	}
	slots, labels, x := slotsOf(on, first, last, on.Inner()-holdingLabels)
	titles := segmentTitles(p)
	var all []held
	for _, b := range byMonths {
		h := held{cmp.Or(titles[b.Name], b.Name), meanBySlot(b.Values, slots)}
		if series.Sum(h.share) > 0 {
			all = append(all, h)
		}
	}
	if len(all) == 0 {
		return nil, series.Nothing{Text: words.Text("No segment ever holds cargo back.")}
	}
	slices.SortStableFunc(all, func(a, b held) int { return cmp.Compare(series.Sum(b.share), series.Sum(a.share)) })
	often := slices.DeleteFunc(slices.Clone(all), func(h held) bool { return series.Highest(h.share) < leastHolding })
	if len(often) == 0 {
		often = all[:1]
	}
	shown := often[:min(on.Most(mostStrips), len(often))]

	subtitle := on.Say("Share of %s simulated futures in which the segment holds cargo back; mean of the months of the year.", drawsOf(on, t, tables.Bottlenecks.Draws))
	if len(labels) == len(slots) {
		subtitle = on.Say("Share of %s simulated futures in which the segment holds cargo back, by month.", drawsOf(on, t, tables.Bottlenecks.Draws))
	}
	s := page.NewSheet(on, p, holdingTitle, subtitle)
	s.Find(holdingFinding(on, all, len(labels)-1, labels[len(labels)-1]))
	s.Legend = page.Legend{holdingScale.Key(on.Say("% of futures"))}
	s.Panels = []page.Panel{holdingPanel(x, shown, len(labels))}
	note := on.Say("Several segments can hold cargo back at once. The one that limits the capacity of the whole corridor may be another.")
	if len(shown) < len(all) {
		note += " " + on.Say("Segments shown, those that hold cargo back most often: %[1]d of %[2]d.", len(shown), len(all))
	}
	s.Note = cmp.Or(s.Note, note)
	var spoken []string
	for _, h := range shown[:min(5, len(shown))] {
		spoken = append(spoken, h.title+" "+on.Percent(h.share[len(labels)-1]))
	}
	s.Describe("%[1]s, segments that hold cargo back: %[2]s.", labels[len(labels)-1], strings.Join(spoken, "; "))
	return s.Figure(), nil
}

// holdingPanel has a row of cells for each segment, shaded by share, with the
// value in each cell that has room for it.
func holdingPanel(x page.Axis, shown []held, slots int) page.Panel {
	names := make([]string, len(shown))
	for i, h := range shown {
		names[i] = h.title
	}
	p := page.RowPanel(x, names, holdingLabels-page.TickGap, holdingHeight, 13)
	p.Named = true
	p.Under = func(a page.Plane) {
		for i, h := range shown {
			for slot := range slots {
				paintHolding(a, h.share[slot], float64(slot), a.Y.RowTop(i)-0.96)
			}
		}
	}
	return p
}

// paintHolding draws the cell of a slot, whose lower edge is given.
func paintHolding(p page.Plane, share, slot, low float64) {
	colour := page.PaleGrey
	if share > 0 {
		colour = holdingScale.Of(share)
	}
	box := vg.Rectangle{Min: p.Point(slot, low), Max: p.Point(slot+1, low+0.92)}
	box.Max.X -= 0.8
	p.FillPolygon(colour, ink.Corners(box))
	text := "–"
	switch {
	case share >= 1:
		text = p.On.Amount(share, 0)
	case share > 0:
		text = "< 1"
	}
	p.Within(page.LabelText.In(page.Contrast(colour)), false, box, text, page.White)
}

// holdingFits reports whether any segment ever holds cargo back.
func holdingFits(p *tables.Package) bool {
	return series.Highest(tables.Bottlenecks.Holding.Of(p.Table(tables.Bottlenecks))) > 0
}
