package language

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
	"corridor/scenarios/units"
	"corridor/sim/tables"
)

// A change that is given by date, such as {2028: +15 %}, is of what the scenario below has at
// that date, and holds from it on: the numbers that the scenario gives of later dates change
// likewise, until the next date of the file. Where lines join the numbers, the last year
// before is kept as it was, so that nothing changes earlier.

// fromDates returns a map by year in which the changes that a file gives by date are made on the
// scenario below. Numbers of single years are changed one by one, and are left as they are here.
func (c *converter) fromDates(before, after *text.Tree, s *spec) *text.Tree {
	if before == nil && (s.course != growing || len(c.every) > 0) || before != nil && before.Kind == text.List || s.course == apart {
		return after
	}
	line := lineOf(before, s)
	given := slices.DeleteFunc(entriesByDate(after), func(d dateEntry) bool { return line.has(d) })
	changes := func(d dateEntry) bool { return c.changes(d.Tree, s.item) }
	cuts := func(d dateEntry) bool { return changes(d) || d.ofMonth() && s.course == straight && line.plain == nil }
	if !slices.ContainsFunc(given, cuts) {
		return after
	}
	out := after.Dropped()
	for i, d := range given {
		change := dateChange{dateEntry: d, line: line, until: calendar.Never, others: given[:i], spec: s}
		if i+1 < len(given) {
			change.until = given[i+1].from
		}
		switch {
		case changes(d):
			c.fromDate(out, &change)
		case cuts(d):
			setNew(out, c.before(&change))
		}
	}
	slices.SortStableFunc(out.Entries, func(a, b text.Entry) int { return cmp.Compare(whenOf(a), whenOf(b)) })
	return out
}

// dateChange is a change from a date on.
type dateChange struct {
	dateEntry
	line   *dateLine
	until  calendar.Month
	others []dateEntry // that the file gives before it
	spec   *spec
}

// fromDate makes one change from its date on.
func (c *converter) fromDate(out *text.Tree, d *dateChange) {
	under, why := d.line.at(d.from)
	switch every := c.everyOne(d.Tree); {
	case every != nil && (under == nil || isZero(under) && every.figure.Unit.Share()):
		*out = *out.Dropped(d.Key)
		return
	case every != nil:
		every.changed = true
	case why != "":
		c.report.Mistake(d.Position, "%s is %q, and %s%s", d.Key, shortFigure(d.Tree), why, c.asShock(d))
		*out = *out.Dropped(d.Key)
		return
	}
	setNew(out, c.before(d))
	setNew(out, c.after(d))
	out.Set(text.Entry{Key: d.Key, At: d.At, Tree: c.oneAt(d.Key, under, d.Tree, d.spec.item)})
	for _, later := range d.line.dates {
		if later.from > d.from && later.from < d.until {
			out.Set(text.Entry{Key: later.Key, At: later.At, Tree: c.oneAt(later.Key, later.Tree, d.Tree, d.spec.item)})
		}
	}
}

// oneAt converts a number under a date.
func (c *converter) oneAt(key string, before, after *text.Tree, s *spec) *text.Tree {
	c.path = append(c.path, key)
	now := c.one(before, after, s)
	c.path = c.path[:len(c.path)-1]
	return now
}

// before returns the number of the year before a date where nothing else keeps what was before.
func (c *converter) before(d *dateChange) []text.Entry {
	first := firstLooked(value{c.is, schema})
	year, by := (d.from - 1).Year(), d.line
	if by.plain != nil && len(d.others) == 0 || first >= firstYear && d.from <= calendar.NewMonth(first, 1) {
		return nil // a plain number is kept where it is laid, and before the beginning nothing is looked at
	}
	if by.course == begun || by.course == holding && (len(by.dates) == 0 || by.dates[0].from <= d.from) {
		return nil // one holds
	}
	return c.pin(year, d, len(d.others)-1)
}

// after returns the number of the year after a month from which a line goes on: that of a month
// holds until the next date.
func (c *converter) after(d *dateChange) []text.Entry {
	next := d.from.Year() + 1
	if d.spec.course != straight || !d.ofMonth() || calendar.NewMonth(next, 1) >= d.until || !d.line.reaches(next) {
		return nil
	}
	return c.pin(next, d, len(d.others))
}

// setNew adds entries that are not there yet.
func setNew(t *text.Tree, list []text.Entry) {
	for _, e := range list {
		if t.Get(e.Key) == nil {
			t.Set(e)
		}
	}
}

// pin returns what a year has, with the change that acts in it, by its place among those of the
// file; none acts before the first of them.
func (c *converter) pin(year int, d *dateChange, acts int) []text.Entry {
	key, from := itoa(year), calendar.NewMonth(year, 1)
	under, _ := d.line.at(from)
	if _, given := d.line.exact(from); given || under == nil {
		return nil
	}
	if acts >= 0 {
		by := slices.Concat(d.others, []dateEntry{d.dateEntry})[acts]
		if !c.changes(by.Tree, d.spec.item) {
			return nil // a plain number, from which a line leads on
		}
		under = c.oneAt(key, under, by.Tree, d.spec.item)
	}
	return []text.Entry{{Key: key, At: d.At, Tree: under}}
}

// asShock says how potentials change from a date on where none is given to change.
func (c *converter) asShock(d *dateChange) string {
	f, err := units.Read(shortFigure(d.Tree))
	end := value{c.is, schema}.of("time").of("end")
	if d.spec.course != growing || len(c.path) < 2 || err != nil || !f.Unit.Share() || end.month() < d.from {
		return ""
	}
	factor := f.Number.Mul(f.Number, big.NewRat(1, 100))
	return fmt.Sprintf("; what changes it from then on is a shock: shocks: {changed-demand: {market: %s, from: %v, to: %s, factor: %s}}",
		c.path[1], d.from, end.string(), decimal(factor.Add(factor, big.NewRat(1, 1))))
}

// dateEntry is a number by date.
type dateEntry struct {
	text.Entry
	from calendar.Month
}

// ofMonth reports whether the date is a month.
func (d *dateEntry) ofMonth() bool {
	_, err := parseYear(d.Key)
	return err != nil
}

// entriesByDate lists the numbers of a map by date, in order.
func entriesByDate(t *text.Tree) (list []dateEntry) {
	for _, e := range t.Entries {
		if from, ok := beginning(e.Key); ok && commentary[e.Key] == nil && e.Tree != nil {
			list = append(list, dateEntry{e, from})
		}
	}
	slices.SortStableFunc(list, func(a, b dateEntry) int { return cmp.Compare(a.from, b.from) })
	return list
}

// whenOf returns when an entry begins; remarks come first.
func whenOf(e text.Entry) calendar.Month {
	from, ok := beginning(e.Key)
	if !ok {
		return calendar.Month(-1)
	}
	return from
}

// dateLine is what a scenario has over time: a plain number, or numbers by date.
type dateLine struct {
	course course
	plain  *text.Tree
	dates  []dateEntry
}

func lineOf(t *text.Tree, s *spec) *dateLine {
	if t == nil {
		return &dateLine{course: s.course}
	}
	if t.Kind != text.Map || isValue(t) {
		return &dateLine{course: s.course, plain: t}
	}
	return &dateLine{course: s.course, dates: entriesByDate(t)}
}

// has reports whether an entry is the scenario's own.
func (l *dateLine) has(d dateEntry) bool {
	return slices.ContainsFunc(l.dates, func(own dateEntry) bool { return own.Key == d.Key && own.Tree == d.Tree })
}

// exact returns the number that is given of a date itself.
func (l *dateLine) exact(from calendar.Month) (*text.Tree, bool) {
	i := slices.IndexFunc(l.dates, func(d dateEntry) bool { return d.from == from })
	if i < 0 {
		return nil, false
	}
	return l.dates[i].Tree, true
}

// reaches reports whether a number is given of a year or a later one.
func (l *dateLine) reaches(year int) bool {
	n := len(l.dates)
	return n > 0 && l.dates[n-1].from >= calendar.NewMonth(year, 1)
}

// at returns the number that holds at a date, or why there is none.
func (l *dateLine) at(from calendar.Month) (number *text.Tree, why string) {
	if l.plain != nil {
		return l.plain, ""
	}
	if t, given := l.exact(from); given {
		return t, ""
	}
	next := slices.IndexFunc(l.dates, func(d dateEntry) bool { return d.from > from })
	switch n := len(l.dates); {
	case n == 0:
		return nil, "no number by date is given below to change"
	case next == 0 && (l.course == begun || l.course == growing):
		return nil, fmt.Sprintf("nothing holds before %s, the first date below", l.dates[0].Key)
	case next == 0:
		return l.dates[0].Tree, ""
	case next < 0 && l.course == growing:
		return nil, fmt.Sprintf("after %s, the last year below, the potential goes on by rate_per_year", l.dates[n-1].Key)
	case next < 0:
		return l.dates[n-1].Tree, ""
	case l.course == straight && (l.dates[next-1].ofMonth() || l.dates[next].ofMonth()):
		return l.dates[next-1].Tree, ""
	case l.course == straight || l.course == growing:
		return l.between(&l.dates[next-1], &l.dates[next], from), ""
	}
	return l.dates[next-1].Tree, ""
}

// between returns what a line between two years, or constant growth, comes to.
func (l *dateLine) between(a, b *dateEntry, from calendar.Month) *text.Tree {
	years, values := []int{a.from.Year(), b.from.Year()}, []float64{value{Tree: a.Tree}.number(), value{Tree: b.Tree}.number()}
	var v float64
	if l.course == growing {
		growth := model.Growth{Years: years, MtPerYear: values}
		v = growth.Path(from.Year(), 1)[0]
	} else {
		series := model.Series{Years: years, Values: values}
		v = series.At(from.Year())
	}
	said := fmt.Sprintf("between %s and %s", a.Key, b.Key)
	number := &text.Tree{Position: b.Position, Text: tables.FormatNumber(v), Said: said}
	source := &text.Tree{Position: b.Position, Text: Derived}
	return &text.Tree{Position: b.Position, Kind: text.Map, Entries: []text.Entry{{Key: "value", At: b.At, Tree: number}, {Key: "source", At: b.At, Tree: source}}}
}

// shortFigure is what is said of a number, plain or with its range.
func shortFigure(t *text.Tree) string {
	if isValue(t) {
		t = t.Get("value")
	}
	return text.Short(t.Text)
}
