package language

import (
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// dates warns of what is dated outside the months simulated.
func (w *warner) dates() {
	for i, v := range w.top.of("shocks").each() {
		w.shockInTime(v, w.shocks[i])
	}
	w.efforts(w.effortInTime)
	w.efforts(w.financingInTime)
	if asOf := w.top.of("delivery").of("as_of"); asOf.given() && asOf.month() > w.last && w.dated(asOf) {
		w.report.Warn(asOf.Position, "everything is known up to %v, and the months simulated end with %v, so no project is late", asOf.month(), w.last)
	}
	for _, v := range w.top.of("markets").each() {
		w.growthInTime(v.of("growth"))
		w.scheduleInTime(v)
	}
	for _, v := range w.top.of("segments").each() {
		w.yearsInTime(v.of("capacity").of("fixed_mt_per_year"), true)
		w.yearsInTime(v.of("other_traffic_mt_per_year"), false)
		for _, figure := range []value{v.of("capacity").of("fixed_mt_per_year"), v.of("other_traffic_mt_per_year"), v.of("free_flow_days"), v.of("cost_usd_per_t")} {
			w.begun(figure)
		}
		w.changesInTime(v.of("free_flow_days"))
		w.changesInTime(v.of("cost_usd_per_t"))
	}
	for _, v := range w.top.of("rivals").each() {
		for _, key := range []string{"cost_usd_per_t", "days", "reliability_usd_per_t"} {
			w.yearsInTime(v.of(key), false)
			w.begun(v.of(key))
		}
	}
	for _, v := range w.top.of("markets").each() {
		for _, r := range v.of("routes").each() {
			w.begun(r.of("cost_usd_per_t"))
			w.begun(r.of("days"))
			w.changesInTime(r.of("cost_usd_per_t"))
			w.changesInTime(r.of("days"))
		}
	}
	if water := w.top.of("water_level"); water.given() {
		path := water.of("path_m")
		w.yearsInTime(path, false)
		w.begun(path)
		w.overridden(water, "rate_m_per_year", yearsOf(path), path)
	}
}

// dated reports whether something was written with the months simulated or after them.
func (w *warner) dated(v value) bool { return newer(v.Tree, w.top.of("time").Tree) }

// scheduleInTime warns of agreements beyond the months simulated. Those of the past are there
// for the hindcast, as given years of growth are.
func (w *warner) scheduleInTime(market namedValue) {
	for _, v := range market.of("schedule").each() {
		if from := v.of("from"); from.month() > w.last && w.dated(from) {
			w.report.Warn(from.Position, "the agreement %s has no effect: it begins in %v, and the months simulated end with %v", v.name, from.month(), w.last)
		}
	}
}

func (w *warner) shockInTime(v namedValue, s datedShocks) {
	if s.from > w.last && w.dated(v.of("from")) {
		w.report.Warn(v.of("from").Position, "the shock %s has no effect: it begins in %v, and the months simulated end with %v", v.name, s.from, w.last)
	}
	for _, key := range untilKeys {
		if until := v.of(key); s.to < w.first && until.given() && w.dated(until) {
			w.report.Warn(until.Position, "the shock %s has no effect: it ends in %v, and the months simulated begin with %v", v.name, s.to, w.first)
		}
	}
}

func (w *warner) effortInTime(v namedValue, p *model.Project) {
	planned := p.Start + calendar.Month(p.DurationMonths)
	begins, ends := first(v.value, "start", servesKey), first(v.value, servesKey, "duration_months")
	switch {
	case p.Start > w.last:
		if w.dated(begins) {
			w.report.Warn(begins.Position, "%s has no effect and costs nothing: it starts in %v, and the months simulated end with %v", w.effort(v), p.Start, w.last)
		}
	case planned > w.last:
		if w.dated(begins) || w.dated(ends) {
			w.report.Warn(ends.Position, "%s has no effect: as planned it serves from %v, and the months simulated end with %v", w.effort(v), planned, w.last)
		}
	case p.LifeMonths > 0 && p.Completion()+calendar.Month(p.LifeMonths) <= w.first:
		if w.dated(v.of("life_months")) || w.dated(begins) {
			w.report.Warn(v.of("life_months").Position, "%s has no effect: it has worn off by %v, and the months simulated begin with %v",
				w.effort(v), p.Completion()+calendar.Month(p.LifeMonths), w.first)
		}
	}
}

// financingInTime warns of whoever pays before a project starts, or once all of it is paid.
func (w *warner) financingInTime(v namedValue, p *model.Project) {
	for _, f := range v.of("financing").each() {
		from, to := f.of("from"), f.of("to")
		done := p.Completion()
		switch {
		case to.given() && to.month() < p.Start && newer(to.Tree, first(v.value, "start", servesKey).Tree):
			w.report.Warn(to.Position, "%s pays nothing of %s: its last month is %v, and %s starts in %v", f.name, v.name, to.month(), w.effort(v), p.Start)
		case from.given() && from.month() >= done && p.AnnualMUSD == 0 && newer(from.Tree, trees(v.of("start"), v.of("duration_months"), v.of(servesKey))...):
			w.report.Warn(from.Position, "%s pays nothing of %s: its first month is %v, and the last payment comes before %v", f.name, v.name, from.month(), done)
		}
	}
}

// growthInTime warns of given years and rates of growth beyond the last year.
func (w *warner) growthInTime(v value) {
	path, rate, given := v.of(pathKey), v.of("rate_per_year"), givenYears(v)
	w.yearsInTime(path, false)
	w.givenInTime(v, given)
	w.passedBefore(v, given)
	w.growthBegun(given, rate)
	if !w.overridden(v, "rate_per_year", given, path) && rate.given() && rate.Kind == text.Map && !rate.isValue() {
		for _, year := range yearsOf(rate) {
			if year > w.last.Year() && w.dated(rate.of(itoa(year))) {
				w.report.Warn(rate.PlaceOf(itoa(year)), "the growth from %d on has no effect: the months simulated end with %v", year, w.last)
			}
		}
	}
}

// givenInTime warns of a market whose first given year is beyond the months simulated: before it
// nothing is asked for.
func (w *warner) givenInTime(v value, given []int) {
	if len(given) == 0 || given[0] <= w.last.Year() || !w.dated(v) {
		return
	}
	key := pathKey
	if v.of(carriedKey).of(itoa(given[0])).given() {
		key = carriedKey
	}
	w.report.Warn(v.of(key).PlaceOf(itoa(given[0])), "nothing is asked for in the months simulated, which end with %v: the first year that is given is %d", w.last, given[0])
}

// passedBefore warns of potentials of years before the months simulated that a file gives, where a
// file below gives a later year by their beginning: growth goes on from that one.
func (w *warner) passedBefore(growth value, given []int) {
	path, carried := growth.of(pathKey), growth.of(carriedKey)
	for _, year := range yearsOf(path) {
		said := path.of(itoa(year)).Latest()
		later := slices.IndexFunc(given, func(other int) bool {
			below := max(path.of(itoa(other)).Latest(), carried.of(itoa(other)).Latest())
			return other > year && other <= w.first.Year() && below < said
		})
		if later >= 0 && said > w.top.of("time").Latest() {
			w.report.Warn(path.PlaceOf(itoa(year)), "the value of %d has no effect in the months simulated, which begin with %v: %d is given too, and growth goes on from it", year, w.first, given[later])
		}
	}
}

// overridden warns of a rate after the last given year where the years given reach to
// the end.
func (w *warner) overridden(v value, key string, years []int, path value) bool {
	rate := v.of(key)
	if !rate.given() || len(years) == 0 || years[len(years)-1] < w.last.Year() {
		return false
	}
	if w.dated(rate) && newer(rate.Tree, path.Tree) {
		w.report.Warn(v.PlaceOf(key), "%s has no effect: it holds after the last given year, %d, and the months simulated end with %v", key, years[len(years)-1], w.last)
	}
	return true
}

// yearsInTime warns of values by year that begin after the last year simulated, and to
// which no line leads from before. Steps have no lines between them.
func (w *warner) yearsInTime(v value, steps bool) {
	if !v.given() || v.Kind != text.Map || v.isValue() {
		return
	}
	end := w.last.Year()
	before := 0 // the last given year up to the one looked at
	for _, year := range yearsOf(v) {
		e := v.PlaceOf(itoa(year))
		beyond := before != 0 && year > end && (steps || before >= end)
		if given := v.of(itoa(year)); beyond && w.dated(given) {
			w.report.Warn(e, "the value of %d has no effect: the months simulated end with %v", year, w.last)
		}
		before = year
	}
}

// changesInTime warns of numbers by year or month that hold from a month after the last one
// simulated. The first of them holds before as well.
func (w *warner) changesInTime(v value) {
	if !v.given() || v.Kind != text.Map || v.isValue() {
		return
	}
	entries := v.each()
	for _, e := range entries {
		from, ok := beginning(e.name)
		isFirst := !slices.ContainsFunc(entries, func(other namedValue) bool {
			before, dated := beginning(other.name)
			return dated && before < from
		})
		if ok && !isFirst && from > w.last && w.dated(e.value) {
			w.report.Warn(e.at, "the value from %s on has no effect: the months simulated end with %v", e.name, w.last)
		}
	}
}

// yearsOf lists the years of a map by year, in order.
func yearsOf(v value) []int {
	years, _ := steps(v)
	return years
}

// firstOf returns the first of numbers by year or month and the month it holds from, none
// of a plain number or where the layers of the scenario are not known.
func firstOf(v value) (first namedValue, from calendar.Month) {
	from = calendar.Never
	if !v.given() || v.Kind != text.Map || v.isValue() || v.Tree.Latest() == 0 {
		return first, from
	}
	for _, e := range v.each() {
		if at, ok := beginning(e.name); ok && at < from {
			first, from = e, at
		}
	}
	return first, from
}

// begun warns of numbers by year or month the first of which comes after the first month
// simulated, and so holds before as well.
func (w *warner) begun(v value) {
	if first, from := firstOf(v); from != calendar.Never && from > w.first {
		w.report.Warn(first.at, "the value of %s holds for earlier months too: the months simulated begin with %v, and no earlier value is given", first.name, w.first)
	}
}

// growthBegun warns of growth by year that begins when years after the last given one
// have gone by without.
func (w *warner) growthBegun(given []int, rate value) {
	if first, from := firstOf(rate); from != calendar.Never && len(given) > 0 {
		if last := given[len(given)-1]; from.Year() > last+1 && from.Year() > w.first.Year() {
			w.report.Warn(first.at, "there is no growth before %s: the last given year is %d, and no rate is given for the years between", first.name, last)
		}
	}
}
