package plots

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"corridor/plots/ink"
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const bindingTitle = "Which segment holds cargo back, and when"

// tightSegment is a segment that is or comes close to a bottleneck.
type tightSegment struct {
	series.ByMonth           // utilisation in percent
	held           []float64 // Mt held back
	months         int       // in which it held cargo back
}

// bindingFits reports whether there are several segments and any is ever tight.
func bindingFits(p *tables.Package) bool {
	t, err := series.RowsOf(p, tables.Segments)
	if err != nil {
		return true
	}
	first, last, err := series.MonthRange(t)
	if err != nil {
		return true
	}
	tight, all, err := tightSegments(t, first, last)
	return series.Unreadable(err) || all > 1 && len(tight) > 0
}

// drawBinding shows, for every segment that is ever tight, how full it is by
// month and in which months it held cargo back.
func drawBinding(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Segments)
	if err != nil {
		return nil, err
	}
	first, last, err := series.MonthRange(t)
	if err != nil {
		return nil, err
	}
	tight, all, err := tightSegments(t, first, last)
	if err != nil {
		return nil, err
	}
	if len(tight) == 0 {
		return nil, series.Nothing{Text: words.Text("No segment is ever %d %% full or holds cargo back."), Args: []any{int(tightFrom)}}
	}
	shown := tight[:min(on.Most(mostStrips), len(tight))]
	titles := segmentTitles(p)
	strips := make([]series.ByMonth, len(shown))
	for i, s := range shown {
		strips[i] = series.ByMonth{Name: cmp.Or(titles[s.Name], s.Name), Values: s.Values}
	}

	s := page.NewSheet(on, p, bindingTitle, on.Say("Segments by month; those that held cargo back longest come first."))
	s.Legend = page.Legend{utilisationScale.Key(on.Say("% of capacity")), heldBackKey(on)}
	columns := bindingColumns(on, shown)
	tail := columns[1].Right
	names := make([]string, len(strips))
	for i, s := range strips {
		names[i] = s.Name
	}
	main := stripPanel(on.MonthAxis(first, last, on.Inner()-page.NameRoom(names, stripLabels)-tail), first, strips)
	main.Head, main.Tail = bindingHead, tail
	main.Over = func(a page.Plane) {
		partYears(a, first, last)
		markHeldBack(a, first, shown, columns)
	}
	s.Panels = []page.Panel{main}
	s.Find(bindingFinding(on, strips[0].Name, shown[0]))
	s.Note = cmp.Or(s.Note, bindingNote(on, len(shown), len(tight), all))
	s.Describe("Cargo was held back at: %s.", bindingSpoken(on, strips, shown))
	return s.Figure(), nil
}

const bindingHead vg.Length = 24

func bindingColumns(on *page.Page, shown []tightSegment) []page.Column {
	months, most := page.Column{Heading: on.Say("Months held back")}, page.Column{Heading: on.Say("Most held back")}
	for _, s := range shown {
		if s.months == 0 {
			months.Cells, most.Cells = append(months.Cells, "–"), append(most.Cells, "–")
			continue
		}
		months.Cells = append(months.Cells, fmt.Sprint(s.months))
		most.Cells = append(most.Cells, on.Tonnes(series.Highest(s.held)))
	}
	return page.NewColumns(42, months, most)
}

// heldBackKey shows the mark of a month in which cargo is held back.
func heldBackKey(on *page.Page) page.Key {
	return page.AreaKey(on.Say("Cargo is held back"), page.Ink)
}

// tightSegments returns the segments that were ever tight or held cargo back,
// those that held it back longest first, then the busiest. It also returns how
// many segments there are.
func tightSegments(t *tables.Table, first, last words.Month) (tight []tightSegment, all int, err error) {
	used, err := series.ValuesByMonth(t, tables.Segments.Utilisation, tables.Segments.Segment.Of(t), first, last, 100)
	if err != nil {
		return nil, 0, err
	}
	held, err := series.ValuesByMonth(t, tables.Segments.HeldBackMt, tables.Segments.Segment.Of(t), first, last, 1)
	if err != nil {
		return nil, 0, err
	}
	for i, u := range used {
		s := tightSegment{ByMonth: u, held: held[i].Values}
		for _, mt := range s.held {
			if findings.HoldsBack(mt) {
				s.months++
			}
		}
		if s.months > 0 || series.Highest(u.Values) >= tightFrom-1e-9 {
			tight = append(tight, s)
		}
	}
	slices.SortStableFunc(tight, func(a, b tightSegment) int {
		return cmp.Or(cmp.Compare(b.months, a.months), cmp.Compare(series.Mean(b.Values), series.Mean(a.Values)))
	})
	return tight, len(used), nil
}

// markHeldBack marks the months in which cargo was held back, and says at the right how
// many they are and how much it was in one of them at most.
func markHeldBack(p page.Plane, first words.Month, segments []tightSegment, columns []page.Column) {
	p.Heads(columns)
	for i, s := range segments {
		low := stripFoot(p, i)
		for _, run := range heldMonths(s.held) {
			from := float64(first) + float64(run.From)
			p.Bar(page.Ink, from, from+float64(run.To-run.From), low, low+0.88)
		}
		base := p.AtY(low+0.44) - ink.Half(page.LabelText.Height())
		text := page.LabelText
		if s.months == 0 {
			text = page.AxisText
		}
		p.Cells(text, columns, i, base)
	}
}

// heldMonths returns the stretches of months in which cargo was held back.
func heldMonths(held []float64) []page.Span {
	var out []page.Span
	for i, mt := range held {
		switch {
		case !findings.HoldsBack(mt):
		case len(out) > 0 && out[len(out)-1].To == i:
			out[len(out)-1].To++
		default:
			out = append(out, page.Span{From: i, To: i + 1})
		}
	}
	return out
}

// partYears parts the years by thin lines.
func partYears(p page.Plane, first, last words.Month) {
	for m := first + 1; m <= last; m++ {
		if m%12 == 0 {
			x := p.AtX(float64(m))
			p.StrokeLine2(ink.Line(page.White, 0.5), x, p.Min.Y, x, p.Max.Y)
		}
	}
}

func bindingNote(on *page.Page, shown, tight, all int) string {
	if shown < tight {
		return on.Say("Segments ever at least %[1]d %% full or holding cargo back: %[2]d of %[3]d; shown: %[4]d.", int(tightFrom), tight, all, shown)
	}
	if tight < all {
		return on.Say("Left out, because never %[3]d %% full: %[1]d of %[2]d segments.", all-tight, all, int(tightFrom))
	}
	return ""
}

// bindingSpoken says what the first strips show.
func bindingSpoken(on *page.Page, names []series.ByMonth, segments []tightSegment) string {
	var out []string
	for i, s := range segments[:min(5, len(segments))] {
		out = append(out, on.Say("%[1]s, months: %[2]d", names[i].Name, s.months))
	}
	return strings.Join(out, "; ")
}
