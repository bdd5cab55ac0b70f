package language

import (
	"slices"
	"strconv"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
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
func calibrated(before, after *text.Tree) *text.Tree {
	if before == nil || after == nil || before.Kind != text.Map || after.Kind != text.Map {
		return after
	}
	if again := after.Get(recalibrate); again != nil && again.Text == "true" {
		return withoutRecalibrate(after).Dropped("calibration")
	}
	after = withoutRecalibrate(after)
	r := recorder{before: value{before, schema}, after: value{after, schema}, year: baseYearOf(before)}
	kept := r.after.of("calibration").of("markets")
	r.forget()
	r.baseYear()
	r.segments()
	for _, name := range r.both("rivals") {
		r.figures([]string{"rivals", name}, "cost_usd_per_t", "days", "reliability_usd_per_t")
	}
	r.markets()
	r.carried(kept)
	return r.after.Tree
}

// withoutRecalibrate drops what only speaks of the layer that says it; what is neither true
// nor false stays, to be reported.
func withoutRecalibrate(t *text.Tree) *text.Tree {
	if said := t.Get(recalibrate); said != nil && said.Kind == text.Scalar && (said.Text == "true" || said.Text == "false") {
		return t.Dropped(recalibrate)
	}
	return t
}

// recorder compares two trees that may still hold mistakes and keeps figures of the first.
type recorder struct {
	before, after value
	year          int // base year
}

// baseYearOf returns the year the base shares belong to, 0 where a scenario has none.
func baseYearOf(root *text.Tree) int {
	top := value{root, schema}
	if year := top.of("base_year"); year.given() {
		return year.whole()
	}
	return top.of("time").of("start").month().Year()
}

// forget drops what was kept of things that are no more.
func (r *recorder) forget() {
	kept := r.after.Get("calibration")
	if kept == nil || kept.Kind != text.Map {
		return
	}
	root := r.after.Dropped("calibration")
	if left := still(kept, r.after.Tree); len(left.Entries) > 0 {
		root.Set(text.Entry{Key: "calibration", At: r.after.PlaceOf("calibration"), Tree: left})
	}
	r.after.Tree = root
}

// still returns what of a tree stands below names that another has too.
func still(kept, have *text.Tree) *text.Tree {
	out := kept.Dropped()
	out.Entries = nil
	for _, e := range kept.Entries {
		now := have.Get(e.Key)
		if e.Kind == text.Map && !isValue(e.Tree) {
			if now == nil {
				continue
			}
			if e.Tree = still(e.Tree, now); len(e.Tree.Entries) == 0 {
				continue
			}
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

// baseYear keeps the base year where the months simulated begin in another year than
// before and nothing is said of it.
func (r *recorder) baseYear() {
	if r.year == 0 || r.after.of("base_year").given() || baseYearOf(r.after.Tree) == r.year {
		return
	}
	at := r.before.of("time").of("start")
	r.keep([]string{"base_year"}, at.Position, strconv.Itoa(r.year))
}

// both names the entries of a section, below a path, that there were and still are.
func (r *recorder) both(path ...string) (names []string) {
	before, after := at(r.before, path), at(r.after, path)
	if before.Tree == after.Tree {
		return nil // not touched
	}
	for _, e := range before.each() {
		if now := after.Get(e.name); now != nil && now != e.Tree && now.Kind == text.Map && e.Kind == text.Map {
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
		if before.Tree != after.Tree && before.Get(e.name) == nil && e.of("from").given() { // others are on no way that is found
			r.keep([]string{"calibration", "segments", e.name, "added"}, e.at, "true")
		}
	}
	for _, name := range r.both("segments") {
		was, is := before.of(name), after.of(name)
		r.figures([]string{"segments", name}, "cost_usd_per_t", "free_flow_days")
		if built := r.built(r.before, name); built != r.built(r.after, name) {
			r.keep([]string{"calibration", "segments", name, "built"}, was.Position, strconv.FormatBool(built))
		}
		if was.of("accepts").Tree != is.of("accepts").Tree {
			r.accepts(name, was.of("accepts"), is.of("accepts"))
		}
	}
}

// built reports whether a segment has any capacity in the base year.
func (r *recorder) built(top value, name string) bool {
	c := compiler{report: &text.Report{}, top: top}
	segment := c.segment(namedValue{name: name, value: top.of("segments").of(name)})
	return segment.Built(r.year)
}

// accepts keeps the cargo classes that could pass a segment, where others can now.
func (r *recorder) accepts(name string, was, is value) {
	list := &text.Tree{Position: was.place(r.before), Kind: text.List}
	same := true
	for _, class := range r.before.of("cargo").each() {
		could := !was.given() || was.Get(class.name) != nil
		same = same && could == (!is.given() || is.Get(class.name) != nil)
		if could {
			list.Items = append(list.Items, &text.Tree{Position: list.Position, Text: class.name})
		}
	}
	if !same {
		r.put([]string{"calibration", "segments", name, "accepts"}, list.Position, list)
	}
}

func (r *recorder) markets() {
	before, after := r.before.of("markets"), r.after.of("markets")
	for _, e := range after.each() {
		if before.Tree != after.Tree && before.Get(e.name) == nil && finds(e.value) {
			r.keep([]string{"calibration", "markets", e.name, "added"}, e.at, "true")
		}
	}
	for _, name := range r.both("markets") {
		r.figures([]string{"markets", name}, "value_of_time_usd_per_t_day", "sensitivity_per_usd", "path_size")
		r.dissimilarities(name, before.of(name), after.of(name))
		for _, route := range r.both("markets", name, "routes") {
			r.figures([]string{"markets", name, "routes", route}, "cost_usd_per_t", "days", "reliability_usd_per_t")
		}
	}
}

// dissimilarities keeps those by which the ways found for routes have split their share.
func (r *recorder) dissimilarities(market string, before, after value) {
	for _, route := range after.of("routes").each() {
		if !route.of("find").given() || before.of("routes").Get(route.name) == nil {
			continue
		}
		if was := dissimilarity(before, route.name); was != dissimilarity(after, route.name) {
			r.keep([]string{"calibration", "markets", market, "routes", route.name, "dissimilarity"}, route.at, strconv.FormatFloat(was, 'g', -1, 64))
		}
	}
}

// figures keeps the numbers below a path that have changed.
func (r *recorder) figures(path []string, keys ...string) {
	before, after := at(r.before, path), at(r.after, path)
	for _, key := range keys {
		was, is := before.of(key), after.of(key)
		v := r.inBaseYear(was)
		if was.Tree == is.Tree || v == r.inBaseYear(is) {
			continue
		}
		place := was.place(before)
		t := &text.Tree{Position: place, Text: strconv.FormatFloat(v, 'g', -1, 64)}
		if own := r.given(was); own != nil {
			t = own
		}
		r.put(append(append([]string{"calibration"}, path...), key), place, t)
	}
}

// inBaseYear returns the number that a figure comes to in the base year.
func (r *recorder) inBaseYear(v value) float64 {
	switch s := v.spec.resolve(v.Tree); {
	case v.Tree == nil || s.form == formNumber:
		return v.number()
	case s.dates && s.course != straight:
		return datedOf(v).at(calendar.NewMonth(r.year, 1))
	default:
		series := seriesOf(v)
		return series.In(calendar.NewMonth(r.year, 1))
	}
}

// given returns the number of the file that a figure comes to in the base year, with its
// range and source, or nil where it follows from several.
func (r *recorder) given(v value) *text.Tree {
	switch {
	case v.Tree == nil:
		return nil
	case v.spec.resolve(v.Tree).form == formNumber:
		return v.Tree
	}
	return v.Get(strconv.Itoa(r.year))
}

// keep writes a plain value at a path, unless there is one.
func (r *recorder) keep(path []string, at text.Position, v string) {
	r.put(path, at, &text.Tree{Position: at, Text: v})
}

// put writes a value at a path, unless there is one: what was kept first is what the base
// shares belong to.
func (r *recorder) put(path []string, at text.Position, t *text.Tree) {
	root := *r.after.Tree
	root.Entries = slices.Clone(root.Entries)
	into := &root
	for _, key := range path[:len(path)-1] {
		below := &text.Tree{Position: at, Kind: text.Map}
		if have := into.Get(key); have != nil {
			if have.Kind != text.Map {
				return // reported
			}
			*below = *have
			below.Entries = slices.Clone(have.Entries)
		}
		into.Set(text.Entry{Key: key, At: at, Tree: below})
		into = below
	}
	last := path[len(path)-1]
	if into.Get(last) != nil {
		return
	}
	into.Set(text.Entry{Key: last, At: at, Tree: t})
	r.after.Tree = &root
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
			if have.Get(e.name) == nil {
				c.report.Mistake(e.at, "there is no %q among the %s%s", text.Short(e.name), section, text.DidYouMean(e.name, have.names()))
			}
			routes := have.of(e.name).of("routes")
			for _, route := range e.of("routes").each() {
				if routes.Get(route.name) == nil {
					c.report.Mistake(route.at, "there is no %q among the routes of %s%s", text.Short(route.name), e.name, text.DidYouMean(route.name, routes.names()))
				}
			}
		}
	}
}
