package plots

import (
	"cmp"
	"image/color"
	"slices"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
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
	segmentColours = []color.Color{page.Blue, page.Vermillion, page.Green}
	segmentDashes  = [][]vg.Length{nil, {7, 2}, {2, 2}}
	corridorLine   = ink.Line(page.Blue, 1.8)
	corridorBand   = ink.Line(page.PaleBlue, 5.5) // behind the lines of segments
	fullLine       = ink.Line(page.Ink, 1)
)

const utilisationTitle = "How full the corridor is"

// drawUtilisation shows by month how full the corridor and its segments are.
func drawUtilisation(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Monthly)
	if err != nil {
		return nil, err
	}
	first, last, err := series.MonthRange(t)
	if err != nil {
		return nil, err
	}
	corridor, err := series.ValuesByMonth(t, tables.Monthly.Utilisation.NumberColumn, nil, first, last, 100)
	if err != nil {
		return nil, err
	}
	if !series.AnyNumber(corridor[0].Values) {
		return nil, series.AllEmpty(t, tables.Monthly.Utilisation.NumberColumn)
	}
	if t, err = series.RowsOf(p, tables.Segments); err != nil {
		return nil, err
	}
	segments, err := series.ValuesByMonth(t, tables.Segments.Utilisation, tables.Segments.Segment.Of(t), first, last, 100)
	if err != nil {
		return nil, err
	}

	titles := segmentTitles(p)
	for i, s := range segments {
		segments[i].Name = cmp.Or(titles[s.Name], s.Name)
	}
	s := page.NewSheet(on, p, utilisationTitle, on.Say("Throughput over capacity, by month."))
	s.Find(utilisationFinding(on, last.Year(), segments))
	x := on.MonthAxis(first, last, on.Inner()-30)
	main := utilisationPanel(on, x, corridor, segments)
	asLines, style := segments, corridorBand
	if len(segments) == 1 || len(segments) > mostLines {
		asLines, style = nil, corridorLine // the one segment is the corridor; many become strips
	}
	s.Legend = page.Legend{page.LineKey(on.Say("Corridor"), style)}
	for i, segment := range asLines {
		s.Legend = append(s.Legend, page.LineKey(segment.Name, segmentLine(i)))
	}
	main.Over = func(a page.Plane) {
		a.StrokeLine2(fullLine, a.Min.X, a.AtY(100), a.Max.X, a.AtY(100))
		paintMonths(a, style, corridor[0])
		for i, segment := range asLines {
			paintMonths(a, segmentLine(i), segment)
		}
	}
	s.Legend = append(s.Legend, page.AreaKey(on.Say("Tight, 85–100 %"), page.PaleYellow), page.LineKey(on.Say("Full, 100 %"), fullLine))
	if len(segments) <= mostLines {
		main.Named = true
		s.Panels = []page.Panel{main}
		return s.Figure(), nil
	}
	main.Height = 150
	shown := busiest(everHalfFull(segments), on.Most(mostStrips))
	if len(shown) < len(segments) {
		s.Note = cmp.Or(s.Note, on.Say("Segments shown, those that are ever half full, the fullest first where there are many: %[1]d of %[2]d.", len(shown), len(segments)))
	}
	s.Panels = []page.Panel{main, stripPanel(x, first, shown)}
	s.Legend = append(s.Legend, utilisationScale.Key(on.Say("Segments, % of capacity")))
	return s.Figure(), nil
}

func segmentLine(i int) draw.LineStyle {
	return ink.Line(segmentColours[i], 1.3, segmentDashes[i]...)
}

// utilisationPanel has room above 100 % only if it is needed.
func utilisationPanel(on *page.Page, x page.Axis, lists ...[]series.ByMonth) page.Panel {
	top := 100.0
	for _, list := range lists {
		for _, u := range list {
			top = max(top, series.Highest(u.Values))
		}
	}
	p := page.Panel{Unit: on.Say("% of capacity"), Height: on.Squeezed(230), X: x, Y: on.ValueAxis(top-1e-9, 5)}
	p.Under = func(a page.Plane) { a.Bar(page.PaleYellow, x.Min, x.Max, tightFrom, 100) }
	return p
}

// paintMonths draws a line through the middles of the months.
func paintMonths(p page.Plane, style draw.LineStyle, u series.ByMonth) {
	xs := make([]float64, len(u.Values))
	for i := range xs {
		xs[i] = p.X.Min + float64(i) + 0.5
	}
	p.Curve(style, xs, u.Values)
}

// everHalfFull leaves out the segments that are never half full, unless all are.
func everHalfFull(segments []series.ByMonth) []series.ByMonth {
	out := slices.DeleteFunc(slices.Clone(segments), func(s series.ByMonth) bool { return series.Highest(s.Values) < 50 })
	if len(out) == 0 {
		return segments
	}
	return out
}

// busiest returns at most n segments with the highest mean, in their order.
func busiest(segments []series.ByMonth, n int) []series.ByMonth {
	if len(segments) <= n {
		return segments
	}
	ranked := slices.Clone(segments)
	slices.SortStableFunc(ranked, func(a, b series.ByMonth) int {
		switch x, y := series.Mean(a.Values), series.Mean(b.Values); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	limit := series.Mean(ranked[n-1].Values)
	var out []series.ByMonth
	for _, s := range segments {
		if series.Mean(s.Values) >= limit && len(out) < n {
			out = append(out, s)
		}
	}
	return out
}
