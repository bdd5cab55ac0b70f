package language

import (
	"math"
	"slices"

	"corridor/model"
	"corridor/scenarios/text"
)

// far is how many times larger than all that the scenario knows of its kind a figure
// has to be to be taken for one in another unit.
const far = 10

// fewest is how many figures of a kind there must be to know it.
const fewest = 2

// figures warns of figures far outside what the rest of the scenario knows.
func (w *warner) figures() {
	widest := w.widest()
	strange := map[string]bool{} // markets and projects warned of already
	for i, v := range w.top.of("markets").each() {
		if w.strangeGrowth(v, &w.s.Corridor.Markets[i], widest) {
			strange["markets."+v.name+".growth"] = true
		}
	}
	w.strangeCapacity(strange)
	w.efforts(func(v namedValue, _ *model.Project) { w.removed(v) })
	w.efforts(func(v namedValue, p *model.Project) {
		if w.strangeAddition(v, p, widest) {
			strange["projects."+v.name+".changes"], strange["measures."+v.name+".changes"] = true, true
		}
	})
	for _, v := range w.top.of("shocks").each() {
		w.strangeFactor(v.of("factor"))
	}
	for _, v := range w.top.of("hazards").each() {
		w.strangeFactor(v.of("shock").of("factor"))
	}
	w.strangeUncertainties()
	w.posterior()
	w.twins(strange)
}

// strangeFactor warns of a shock that multiplies by what may be meant in percent.
func (w *warner) strangeFactor(v value) {
	if v.number() > far {
		w.report.Warn(v.Position, "the factor multiplies by %s; 1.1 is 10 %% more", plainNumber(v.number()))
	}
}

// widest is the greatest practical capacity of any segment, Mt per year.
func (w *warner) widest() float64 {
	most := 0.0
	for i := range w.parts {
		most = max(most, w.capacity(i))
	}
	return most
}

// capacity is the greatest practical capacity that a segment has of its own in the years
// simulated, Mt per year.
func (w *warner) capacity(segment int) float64 {
	most := 0.0
	for year := w.first.Year(); year <= w.last.Year(); year++ {
		most = max(most, w.s.Corridor.Segments[segment].CapacityMt(year))
	}
	return most
}

// strangeCapacity warns of a segment many times as wide as any other, however its
// capacity is given.
func (w *warner) strangeCapacity(strange map[string]bool) {
	widest, next, others := -1, -1, -1 // one of them is the widest
	for i := range w.parts {
		switch mt := w.capacity(i); {
		case mt <= 0:
			continue
		case widest < 0 || mt > w.capacity(widest):
			widest, next = i, widest
		case next < 0 || mt > w.capacity(next):
			next = i
		}
		others++
	}
	if others < fewest || w.capacity(widest) <= far*w.capacity(next) {
		return
	}
	v := w.parts[widest]
	strange["segments."+v.name+".capacity"] = true
	w.report.Warn(lastSaid(v.of("capacity").Tree), "segment %s can carry %s Mt a year, more than %d times as much as the next, %s: %s",
		v.name, figure(w.capacity(widest)), far, w.parts[next].name, figure(w.capacity(next)))
}

// strangeGrowth warns of a market that more than doubles every year by its rate, or of
// which the corridor's share in the base year comes to many times what any part of it can
// carry.
func (w *warner) strangeGrowth(v namedValue, m *model.Market, widest float64) bool {
	growth := v.of("growth")
	first, last := w.first.Year(), w.last.Year()
	for _, r := range m.Growth.Rates {
		if r.PerYear > 1 && r.From <= last && m.Growth.Years[len(m.Growth.Years)-1] < last {
			w.report.Warn(growth.of("rate_per_year").place(growth), "market %s grows by %s %% a year; 0.05 is 5 %%", v.name, plainNumber(math.Round(100*r.PerYear)))
			return true
		}
	}
	if len(m.Schedule) > 0 {
		return w.strangeAgreement(v, m, widest)
	}
	path := m.Growth.Path(first, last-first+1)
	if w.sudden(v, growth, path, widest) {
		return true
	}
	most := slices.Max(path)
	share := 0.0 // of the corridor
	for _, r := range m.Routes {
		if !r.Rival && !r.Later {
			share += r.Share
		}
	}
	what := "the widest segment can carry"
	if way := w.widestWay(m); way > 0 && way < widest && !newer(w.top.of("segments").Tree, growth.Tree) {
		widest, what = way, "its widest way can carry"
	}
	if most*share <= far*widest || widest == 0 {
		return false
	}
	year, at := first+slices.Index(path, most), growth.PlaceOf("rate_per_year")
	given := growth.of("path_mt_per_year")
	for _, y := range yearsOf(given) {
		if stated := given.of(itoa(y)); stated.number()*share > far*widest {
			year, most, at = y, stated.number(), stated.Position
			break
		}
	}
	w.report.Warn(at, "market %s sends %s Mt by the corridor in %d, more than %d times what %s, %s Mt a year",
		v.name, figure(most*share), year, far, what, figure(widest))
	return true
}

// widestWay is the greatest practical capacity that a way of a market has in the years simulated,
// that of its narrowest segment, Mt per year.
func (w *warner) widestWay(m *model.Market) float64 {
	widest := 0.0
	for _, r := range m.Routes {
		if r.Rival || len(r.Segments) == 0 {
			continue
		}
		way := math.Inf(1)
		for _, s := range r.Segments {
			way = min(way, w.capacity(s))
		}
		widest = max(widest, way)
	}
	return widest
}

// strangeAgreement warns of an agreement on many times what any part of the corridor can
// carry.
func (w *warner) strangeAgreement(v namedValue, m *model.Market, widest float64) bool {
	for i := range m.Schedule {
		if a := &m.Schedule[i]; a.MtPerYear > far*widest && widest > 0 {
			w.report.Warn(v.of("schedule").of(a.Name).of("mt_per_year").Position, "the agreement %s of market %s is on %s Mt a year, more than %d times what the widest segment can carry, %s",
				a.Name, v.name, figure(a.MtPerYear), far, figure(widest))
			return true
		}
	}
	return false
}

// sudden warns of a potential that becomes many times as large in a year, and more than
// the widest segment can carry.
func (w *warner) sudden(v namedValue, growth value, path []float64, widest float64) bool {
	for i := range path[1:] {
		from, to := path[i], path[i+1]
		if from <= 0 || to <= far*from || to <= widest {
			continue
		}
		at, given := growth.PlaceOf("rate_per_year"), growth.of("path_mt_per_year")
		for _, year := range yearsOf(given) {
			if year >= w.first.Year()+i+1 {
				at = given.of(itoa(year)).Position
				break
			}
		}
		w.report.Warn(at, "market %s grows more than %d times in a year, from %s Mt in %d to %s Mt", v.name, far, figure(from), w.first.Year()+i, figure(to))
		return true
	}
	return false
}

// strangeUncertainties warns of distributions whose middle is many times as large as the
// number they are about, or as small.
func (w *warner) strangeUncertainties() {
	for i := range w.s.Uncertainties {
		u := &w.s.Uncertainties[i]
		v := w.top.of("uncertainties").of(u.Name)
		if !v.given() || v.of("path").string() != u.Path {
			continue // of a project's class or kind
		}
		number, ok := w.numberAt(v.of("path").Tree)
		if !ok {
			continue
		}
		stated, middle := math.Abs(value{Tree: number}.number()), math.Abs(u.Distribution.Quantile(0.5))
		if stated > 0 && middle > 0 && (middle > far*stated || stated > far*middle) {
			w.report.Warn(v.of("distribution").Position, "the uncertainty %s has its middle at %s, and %s is %s: they are more than %d times apart",
				u.Name, figure(middle), u.Path, figure(stated), far)
		}
	}
}

// strangeAddition warns of a project that adds many times the capacity that the widest
// segment has.
func (w *warner) strangeAddition(v namedValue, p *model.Project, widest float64) bool {
	for _, made := range p.Changes {
		if made.Quantity != model.Capacity || made.Add <= far*widest || widest == 0 {
			continue
		}
		segment := w.parts[made.Segment].name
		var at text.Position
		for _, on := range w.changedOn(v) {
			for _, change := range changes {
				if added := on.of(change.key); on.segment == made.Segment && added.given() && change.quantity == model.Capacity {
					at = added.Position
				}
			}
		}
		w.report.Warn(at, "%s adds %s Mt a year to %s, more than %d times what the widest segment can carry, %s", w.effort(v), figure(made.Add), segment, far, figure(widest))
		return true
	}
	return false
}
