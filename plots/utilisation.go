package plots

import (
	"cmp"
	"image/color"
	"slices"

	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// From this utilisation on a segment counts as tight: small disturbances make
// queues. Up to so many segments are drawn as lines, more as a strip each.
const (
	tightFrom   = 85.0
	mostLines   = 3
	mostStrips  = 24
	stripHeight = 14
)

var (
	segmentColours = []color.Color{blue, vermillion, green}
	segmentDashes  = [][]vg.Length{nil, {7, 2}, {2, 2}}
	corridorLine   = line(blue, 1.8)
	corridorBand   = line(paleBlue, 5.5) // behind the lines of segments
	fullLine       = line(ink, 1)
)

const utilisationTitle = "How full the corridor is"

// drawUtilisation shows by month how full the corridor and its segments are.
func drawUtilisation(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Monthly)
	if err != nil {
		return nil, err
	}
	first, last, err := monthRange(t)
	if err != nil {
		return nil, err
	}
	corridor, err := valuesByMonth(t, "utilisation", "", first, last, 100)
	if err != nil {
		return nil, err
	}
	if !anyNumber(corridor[0].values) {
		return nil, allEmpty(t, "utilisation")
	}
	if t, err = rowsOf(p, tables.Segments); err != nil {
		return nil, err
	}
	segments, err := valuesByMonth(t, "utilisation", "segment", first, last, 100)
	if err != nil {
		return nil, err
	}

	titles := segmentTitles(p)
	for i, s := range segments {
		segments[i].name = cmp.Or(titles[s.name], s.name)
	}
	s := newSheet(on, p, utilisationTitle, on.say("Throughput over capacity, by month."))
	x := on.monthAxis(first, last, on.inner()-30)
	main := utilisationPanel(on, x, corridor, segments)
	asLines, style := segments, corridorBand
	if len(segments) == 1 || len(segments) > mostLines {
		asLines, style = nil, corridorLine // the one segment is the corridor; many become strips
	}
	s.legend = legend{lineKey(on.say("Corridor"), style)}
	for i, segment := range asLines {
		s.legend = append(s.legend, lineKey(segment.name, segmentLine(i)))
	}
	main.over = func(a plane) {
		a.StrokeLine2(fullLine, a.Min.X, a.atY(100), a.Max.X, a.atY(100))
		a.months(style, corridor[0])
		for i, segment := range asLines {
			a.months(segmentLine(i), segment)
		}
	}
	s.legend = append(s.legend, areaKey(on.say("Tight, 85–100 %"), paleYellow), lineKey(on.say("Full, 100 %"), fullLine))
	if len(segments) <= mostLines {
		main.named = true
		s.panels = []panel{main}
		return s.figure(), nil
	}
	main.height = 150
	shown := busiest(segments, on.most(mostStrips))
	if len(shown) < len(segments) {
		s.note = cmp.Or(s.note, on.say("Segments shown, those with the highest mean utilisation: %[1]d of %[2]d.", len(shown), len(segments)))
	}
	s.panels = []panel{main, stripPanel(x, first, shown)}
	s.legend = append(s.legend, utilisationScale.key(on.say("Segments, % of capacity")))
	return s.figure(), nil
}

func segmentLine(i int) draw.LineStyle {
	return line(segmentColours[i], 1.3, segmentDashes[i]...)
}

// utilisationPanel has room above 100 % only if it is needed.
func utilisationPanel(on *page, x axis, lists ...[]byMonth) panel {
	top := 100.0
	for _, list := range lists {
		for _, u := range list {
			top = max(top, highest(u.values))
		}
	}
	p := panel{unit: on.say("% of capacity"), height: 230, x: x, y: on.valueAxis(top-1e-9, 5)}
	p.under = func(a plane) { a.bar(paleYellow, x.min, x.max, tightFrom, 100) }
	return p
}

// months draws a line through the middles of the months.
func (p plane) months(style draw.LineStyle, u byMonth) {
	xs := make([]float64, len(u.values))
	for i := range xs {
		xs[i] = p.x.min + float64(i) + 0.5
	}
	p.curve(style, xs, u.values)
}

// busiest returns at most n segments with the highest mean, in their order.
func busiest(segments []byMonth, n int) []byMonth {
	if len(segments) <= n {
		return segments
	}
	ranked := slices.Clone(segments)
	slices.SortStableFunc(ranked, func(a, b byMonth) int {
		switch x, y := mean(a.values), mean(b.values); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	limit := mean(ranked[n-1].values)
	var out []byMonth
	for _, s := range segments {
		if mean(s.values) >= limit && len(out) < n {
			out = append(out, s)
		}
	}
	return out
}
