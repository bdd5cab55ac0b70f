package plots

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"corridor/sim/findings"
	"corridor/sim/tables"
	"gonum.org/v1/plot/vg"
)

const bindingTitle = "Which segment holds cargo back, and when"

// tightSegment is a segment that is or comes close to a bottleneck.
type tightSegment struct {
	byMonth           // utilisation in percent
	held    []float64 // Mt held back
	months  int       // in which it held cargo back
}

// bindingFits reports whether there are several segments and any is ever tight.
func bindingFits(p *tables.Package) bool {
	t, err := rowsOf(p, tables.Segments)
	if err != nil {
		return true
	}
	first, last, err := monthRange(t)
	if err != nil {
		return true
	}
	tight, all, err := tightSegments(t, first, last)
	return unreadable(err) || all > 1 && len(tight) > 0
}

// drawBinding shows, for every segment that is ever tight, how full it is by
// month and in which months it held cargo back.
func drawBinding(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Segments)
	if err != nil {
		return nil, err
	}
	first, last, err := monthRange(t)
	if err != nil {
		return nil, err
	}
	tight, all, err := tightSegments(t, first, last)
	if err != nil {
		return nil, err
	}
	if len(tight) == 0 {
		return nil, blank{text("No segment is ever %d %% full or holds cargo back."), []any{int(tightFrom)}}
	}
	shown := tight[:min(on.most(mostStrips), len(tight))]
	titles := segmentTitles(p)
	strips := make([]byMonth, len(shown))
	for i, s := range shown {
		strips[i] = byMonth{cmp.Or(titles[s.name], s.name), s.values}
	}

	s := newSheet(on, p, bindingTitle, on.say("Segments by month; those that held cargo back longest come first."))
	s.legend = legend{utilisationScale.key(on.say("% of capacity")), heldBackKey(on)}
	columns := bindingColumns(on, shown)
	tail := columns[1].right
	main := stripPanel(on.monthAxis(first, last, on.inner()-stripLabels-tail), first, strips)
	main.head, main.tail = bindingHead, tail
	main.over = func(a plane) {
		a.januaries(first, last)
		a.heldBack(first, shown, columns)
	}
	s.panels = []panel{main}
	s.note = cmp.Or(s.note, bindingNote(on, len(shown), len(tight), all))
	s.describe("Cargo was held back at: %s.", bindingSpoken(on, strips, shown))
	return s.figure(), nil
}

const bindingHead vg.Length = 24

func bindingColumns(on *page, shown []tightSegment) []column {
	months, most := column{heading: on.say("Months held back")}, column{heading: on.say("Most held back")}
	for _, s := range shown {
		if s.months == 0 {
			months.cells, most.cells = append(months.cells, "–"), append(most.cells, "–")
			continue
		}
		months.cells = append(months.cells, fmt.Sprint(s.months))
		most.cells = append(most.cells, on.tonnes(highest(s.held)))
	}
	return newColumns(42, months, most)
}

// heldBackKey shows the mark of a month in which cargo is held back.
func heldBackKey(on *page) key {
	return areaKey(on.say("Cargo is held back"), ink)
}

// tightSegments returns the segments that were ever tight or held cargo back,
// those that held it back longest first, then the busiest. It also returns how
// many segments there are.
func tightSegments(t *tables.Table, first, last month) (tight []tightSegment, all int, err error) {
	used, err := valuesByMonth(t, "utilisation", "segment", first, last, 100)
	if err != nil {
		return nil, 0, err
	}
	held, err := valuesByMonth(t, "held_back_mt", "segment", first, last, 1)
	if err != nil {
		return nil, 0, err
	}
	for i, u := range used {
		s := tightSegment{byMonth: u, held: held[i].values}
		for _, mt := range s.held {
			if findings.HoldsBack(mt) {
				s.months++
			}
		}
		if s.months > 0 || highest(u.values) >= tightFrom-1e-9 {
			tight = append(tight, s)
		}
	}
	slices.SortStableFunc(tight, func(a, b tightSegment) int {
		return cmp.Or(cmp.Compare(b.months, a.months), cmp.Compare(mean(b.values), mean(a.values)))
	})
	return tight, len(used), nil
}

// heldBack marks the months in which cargo was held back, and says at the right how
// many they are and how much it was in one of them at most.
func (p plane) heldBack(first month, segments []tightSegment, columns []column) {
	p.heads(columns)
	for i, s := range segments {
		low := float64(len(segments)-i) - 0.94
		for _, run := range heldMonths(s.held) {
			from := float64(first) + float64(run.from)
			p.bar(ink, from, from+float64(run.to-run.from), low, low+0.88)
		}
		base := p.atY(low+0.44) - half(labelText.height())
		text := labelText
		if s.months == 0 {
			text = axisText
		}
		for _, c := range columns {
			text.write(p, p.Max.X+c.right, base, fromRight, c.cells[i])
		}
	}
}

// heldMonths returns the stretches of months in which cargo was held back.
func heldMonths(held []float64) []span {
	var out []span
	for i, mt := range held {
		switch {
		case !findings.HoldsBack(mt):
		case len(out) > 0 && out[len(out)-1].to == i:
			out[len(out)-1].to++
		default:
			out = append(out, span{i, i + 1})
		}
	}
	return out
}

// tonnes writes a mass in the unit that needs few figures.
func (w *words) tonnes(mt float64) string {
	switch {
	case mt >= 10:
		return w.say("%s Mt", w.amount(mt, 0))
	case mt >= 0.995:
		return w.say("%s Mt", w.amount(mt, 1))
	case mt >= 0.0005:
		return w.say("%s kt", w.amount(float64(mt*1000), 0))
	}
	return "< " + w.say("%s kt", "1")
}

// januaries parts the years by thin lines.
func (p plane) januaries(first, last month) {
	for m := first + 1; m <= last; m++ {
		if m%12 == 0 {
			x := p.atX(float64(m))
			p.StrokeLine2(line(white, 0.5), x, p.Min.Y, x, p.Max.Y)
		}
	}
}

func bindingNote(on *page, shown, tight, all int) string {
	if shown < tight {
		return on.say("Segments ever at least %[1]d %% full or holding cargo back: %[2]d of %[3]d; shown: %[4]d.", int(tightFrom), tight, all, shown)
	}
	if tight < all {
		return on.say("Left out, because never %[3]d %% full: %[1]d of %[2]d segments.", all-tight, all, int(tightFrom))
	}
	return ""
}

// bindingSpoken says what the first strips show.
func bindingSpoken(on *page, names []byMonth, segments []tightSegment) string {
	var out []string
	for i, s := range segments[:min(5, len(segments))] {
		out = append(out, on.say("%[1]s, months: %[2]d", names[i].name, s.months))
	}
	return strings.Join(out, "; ")
}
