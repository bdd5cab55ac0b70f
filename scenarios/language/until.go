package language

import (
	"slices"
	"strconv"

	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// kept returns a scenario after a layer was laid on the one before. Where the layer gives
// numbers by year or month in place of a plain number, that one is kept: it holds until the
// first of them, as it would if the layer had changed it then. A plain 12 and {2031: 20} on top of
// it are {2030: 12, 2031: 20} of a scenario that begins in 2030.
func kept(before, after *text.Tree) *text.Tree {
	k := keeper{start: firstLooked(value{after, schema})}
	return k.below(before, after, schema)
}

// firstLooked returns the first year of a scenario that is looked at: that of its start, or the
// base year before it; 0 where that is not known.
func firstLooked(top value) int {
	year := top.of("time").of("start").month().Year()
	if base := top.of("base_year"); base.given() {
		year = min(year, base.whole())
	}
	return year
}

type keeper struct {
	start int // first year that is looked at; 0 where that is not known
}

// below keeps plain numbers below a tree. What it changes it copies.
func (k keeper) below(before, after *text.Tree, s *spec) *text.Tree {
	if before == nil || after == nil || before == after {
		return after
	}
	if s != nil && s.forms != nil && s.forms[1].form == formByYear {
		return k.number(before, after, s.forms[1])
	}
	if before.Kind != text.Map || after.Kind != text.Map {
		return after
	}
	s = s.resolve(after)
	if s == growthSpec { // its rate holds after the last given year, whenever the months simulated begin
		if given := givenYears(value{after, s}); len(given) > 0 {
			k.start = min(k.start, given[len(given)-1]+1)
		}
	}
	out, copied, was := after, false, before.Index()
	for i, e := range after.Entries {
		now := k.below(was.Get(e.Key), e.Tree, s.child(e.Key))
		if now == e.Tree {
			continue
		}
		if !copied {
			out, copied = after.Dropped(), true
		}
		out.Entries[i].Tree = now
	}
	return out
}

// number keeps one. Between years that are joined by straight lines it holds until the
// year before the first.
func (k keeper) number(before, after *text.Tree, byYear *spec) *text.Tree {
	if !isValue(before) && before.Kind != text.Scalar || after.Kind != text.Map || isValue(after) {
		return after
	}
	first := calendar.Never
	for _, e := range after.Entries {
		if from, ok := beginning(e.Key); ok && commentary[e.Key] == nil {
			first = min(first, from)
		}
	}
	start := k.start
	if start < firstYear {
		start = first.Year() - 1
	}
	if first == calendar.Never || first <= calendar.NewMonth(start, 1) {
		return after // nothing comes before
	}
	years := []int{start}
	if until := first.Year() - 1; byYear.course == straight && until > start {
		years = append(years, until)
	}
	out := after.Dropped()
	var plain []text.Entry
	for _, year := range years {
		plain = append(plain, text.Entry{Key: strconv.Itoa(year), At: before.Position, Tree: before})
	}
	out.Entries = slices.Concat(plain, out.Entries)
	return out
}
