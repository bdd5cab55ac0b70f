package scenarios

import (
	"slices"
	"strconv"

	"corridor/model"
	"corridor/model/calendar"
)

// The base shares of a scenario were observed, and belong to what everything cost then
// and how long it took. A file or --set that changes a cost, a time, a penalty or a value
// of time on top of it acts as a change: it moves the shares. The figure as it was when
// the shares were found is kept in the section calibration, so that the effective
// scenario says all. A layer that says recalibrate: true takes the shares to belong to
// the figures as they are with it.

const recalibrate = "recalibrate"

// calibrated returns a scenario after a layer was laid on the one before, with what the
// base shares belong to.
func calibrated(before, after *tree) *tree {
	if before == nil || after == nil || before.kind != mapKind || after.kind != mapKind {
		return after
	}
	if again := after.get(recalibrate); again != nil && again.text == "true" {
		return withoutRecalibrate(after).dropped("calibration")
	}
	after = withoutRecalibrate(after)
	r := recorder{before: value{before, schema}, after: value{after, schema}, year: baseYearOf(before)}
	r.forget()
	r.baseYear()
	r.segments()
	for _, name := range r.both("rivals") {
		r.figures([]string{"rivals", name}, "cost_usd_per_t", "days", "reliability_usd_per_t")
	}
	r.markets()
	return r.after.tree
}

// withoutRecalibrate drops what only speaks of the layer that says it; what is neither true
// nor false stays, to be reported.
func withoutRecalibrate(t *tree) *tree {
	if said := t.get(recalibrate); said != nil && said.kind == scalarKind && (said.text == "true" || said.text == "false") {
		return t.dropped(recalibrate)
	}
	return t
}

// recorder compares two trees that may still hold mistakes and keeps figures of the first.
type recorder struct {
	before, after value
	year          int // base year
}

// baseYearOf returns the year the base shares belong to, 0 where a scenario has none.
func baseYearOf(root *tree) int {
	top := value{root, schema}
	if year := top.of("base_year"); year.given() {
		return year.whole()
	}
	return top.of("time").of("start").month().Year()
}

// forget drops what was kept of things that are no more.
func (r *recorder) forget() {
	kept := r.after.get("calibration")
	if kept == nil || kept.kind != mapKind {
		return
	}
	root := r.after.dropped("calibration")
	if left := still(kept, r.after.tree); len(left.entries) > 0 {
		root.set(entry{"calibration", r.after.placeOf("calibration"), left})
	}
	r.after.tree = root
}

// still returns what of a tree stands below names that another has too.
func still(kept, have *tree) *tree {
	out := kept.dropped()
	out.entries = nil
	for _, e := range kept.entries {
		now := have.get(e.key)
		if e.kind == mapKind && !e.isValue() {
			if now == nil {
				continue
			}
			e.tree = still(e.tree, now)
		}
		out.entries = append(out.entries, e)
	}
	return out
}

// baseYear keeps the base year where the months simulated begin in another year than
// before and nothing is said of it.
func (r *recorder) baseYear() {
	if r.year == 0 || r.after.of("base_year").given() || baseYearOf(r.after.tree) == r.year {
		return
	}
	at := r.before.of("time").of("start")
	r.keep([]string{"base_year"}, at.Position, strconv.Itoa(r.year))
}

// both names the entries of a section, below a path, that there were and still are.
func (r *recorder) both(path ...string) (names []string) {
	before, after := at(r.before, path), at(r.after, path)
	if before.tree == after.tree {
		return nil // not touched
	}
	for _, e := range before.each() {
		if now := after.get(e.name); now != nil && now != e.tree && now.kind == mapKind && e.kind == mapKind {
			names = append(names, e.name)
		}
	}
	return names
}

func at(v value, path []string) value {
	for _, key := range path {
		v = v.of(key)
	}
	return v
}

func (r *recorder) segments() {
	before, after := r.before.of("segments"), r.after.of("segments")
	for _, e := range after.each() {
		if before.tree != after.tree && before.get(e.name) == nil && e.of("from").given() { // others are on no way that is found
			r.keep([]string{"calibration", "segments", e.name, "added"}, e.at, "true")
		}
	}
	for _, name := range r.both("segments") {
		was, is := before.of(name), after.of(name)
		r.figures([]string{"segments", name}, "cost_usd_per_t", "free_flow_days")
		if built := r.built(r.before, name); built != r.built(r.after, name) {
			r.keep([]string{"calibration", "segments", name, "built"}, was.Position, strconv.FormatBool(built))
		}
		if was.of("accepts").tree != is.of("accepts").tree {
			r.accepts(name, was.of("accepts"), is.of("accepts"))
		}
	}
}

// built reports whether a segment has any capacity in the base year.
func (r *recorder) built(top value, name string) bool {
	c := compiler{report: &diagnostics{}, top: top}
	segment := c.segment(namedValue{name: name, value: top.of("segments").of(name)})
	return segment.Built(r.year)
}

// accepts keeps the cargo classes that could pass a segment, where others can now.
func (r *recorder) accepts(name string, was, is value) {
	list := &tree{Position: was.place(r.before), kind: listKind}
	same := true
	for _, class := range r.before.of("cargo").each() {
		could := !was.given() || was.get(class.name) != nil
		same = same && could == (!is.given() || is.get(class.name) != nil)
		if could {
			list.items = append(list.items, &tree{Position: list.Position, text: class.name})
		}
	}
	if !same {
		r.put([]string{"calibration", "segments", name, "accepts"}, list.Position, list)
	}
}

func (r *recorder) markets() {
	before, after := r.before.of("markets"), r.after.of("markets")
	for _, e := range after.each() {
		if before.tree != after.tree && before.get(e.name) == nil && finds(e) {
			r.keep([]string{"calibration", "markets", e.name, "added"}, e.at, "true")
		}
	}
	for _, name := range r.both("markets") {
		r.figures([]string{"markets", name}, "value_of_time_usd_per_t_day", "sensitivity_per_usd")
		for _, route := range r.both("markets", name, "routes") {
			r.figures([]string{"markets", name, "routes", route}, "cost_usd_per_t", "days", "reliability_usd_per_t")
		}
	}
}

// figures keeps the numbers below a path that have changed.
func (r *recorder) figures(path []string, keys ...string) {
	before, after := at(r.before, path), at(r.after, path)
	for _, key := range keys {
		was, is := before.of(key), after.of(key)
		v := r.inBaseYear(was)
		if was.tree == is.tree || v == r.inBaseYear(is) {
			continue
		}
		place := was.place(before)
		t := &tree{Position: place, text: strconv.FormatFloat(v, 'g', -1, 64)}
		if own := r.given(was); own != nil {
			t = own
		}
		r.put(append(append([]string{"calibration"}, path...), key), place, t)
	}
}

// inBaseYear returns the number that a figure comes to in the base year.
func (r *recorder) inBaseYear(v value) float64 {
	switch s := v.spec.resolve(v.tree); {
	case v.tree == nil || s.form == formNumber:
		return v.number()
	case s.dates:
		return datedOf(v).at(calendar.NewMonth(r.year, 1))
	default:
		series := seriesOf(v)
		return series.At(r.year)
	}
}

// given returns the number of the file that a figure comes to in the base year, with its
// range and source, or nil where it follows from several.
func (r *recorder) given(v value) *tree {
	switch {
	case v.tree == nil:
		return nil
	case v.spec.resolve(v.tree).form == formNumber:
		return v.tree
	}
	return v.get(strconv.Itoa(r.year))
}

// keep writes a plain value at a path, unless there is one.
func (r *recorder) keep(path []string, at Position, text string) {
	r.put(path, at, &tree{Position: at, text: text})
}

// put writes a value at a path, unless there is one: what was kept first is what the base
// shares belong to.
func (r *recorder) put(path []string, at Position, t *tree) {
	root := *r.after.tree
	root.entries = slices.Clone(root.entries)
	into := &root
	for _, key := range path[:len(path)-1] {
		below := &tree{Position: at, kind: mapKind}
		if have := into.get(key); have != nil {
			if have.kind != mapKind {
				return // reported
			}
			*below = *have
			below.entries = slices.Clone(have.entries)
		}
		into.set(entry{key, at, below})
		into = below
	}
	last := path[len(path)-1]
	if into.get(last) != nil {
		return
	}
	into.set(entry{last, at, t})
	r.after.tree = &root
}

// wasAt returns a figure of the calibration, nil where the scenario's own holds.
func wasAt(v value) *float64 {
	if !v.given() {
		return nil
	}
	n := v.number()
	return &n
}

// baseTermsOf reads what a segment, rival or route asked when the base shares were found.
func baseTermsOf(v value, days string) model.BaseTerms {
	return model.BaseTerms{
		CostUSDPerT: wasAt(v.of("cost_usd_per_t")), Days: wasAt(v.of(days)), ReliabilityUSDPerT: wasAt(v.of("reliability_usd_per_t")),
	}
}

// calibration checks that what is kept is of something there is.
func (c *compiler) calibration() {
	for _, section := range []string{"segments", "rivals", "markets"} {
		kept, have := c.top.of("calibration").of(section), c.top.of(section)
		for _, e := range kept.each() {
			if have.get(e.name) == nil {
				c.report.report(e.at, "there is no %q among the %s%s", short(e.name), section, didYouMean(e.name, have.names()))
			}
			routes := have.of(e.name).of("routes")
			for _, route := range e.of("routes").each() {
				if routes.get(route.name) == nil {
					c.report.report(route.at, "there is no %q among the routes of %s%s", short(route.name), e.name, didYouMean(route.name, routes.names()))
				}
			}
		}
	}
}
