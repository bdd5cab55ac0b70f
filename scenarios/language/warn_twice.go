package language

import (
	"math"

	"corridor/model"
	"corridor/model/calendar"
)

// twice warns of one thing that is said in two ways, so that it acts twice.
func (w *warner) twice() {
	entries := w.top.of("shocks").each()
	for i, v := range entries {
		shocks := w.shocksOf(i, &w.s.Corridor)
		for j := range i {
			w.shockTwice(v, shocks, entries[j].name, w.shocksOf(j, &w.s.Corridor))
		}
		for _, s := range shocks {
			w.shutTwice(v, s)
		}
	}
	w.efforts(w.addedTwice)
}

// shockTwice warns of a shock that multiplies what another one does, in months that both have, by
// the same factor.
func (w *warner) shockTwice(v namedValue, shocks []model.Shock, other string, others []model.Shock) {
	for _, s := range shocks {
		for _, o := range others {
			from, to := max(s.From, o.From, w.first), min(s.To, o.To, w.last)
			if s.Segment != o.Segment || s.Market != o.Market || s.Factor != o.Factor || s.Factor == 1 || s.Rival != o.Rival || from > to || v.of("rival").given() {
				continue
			}
			what := ""
			if s.Segment >= 0 {
				what = w.parts[s.Segment].name
			} else if s.Market >= 0 {
				what = w.s.Corridor.Markets[s.Market].Name
			}
			w.report.Warn(v.at, "the shocks %s and %s both multiply %s by %s from %v to %v: together by %s",
				other, v.name, what, plainNumber(s.Factor), from, to, plainNumber(s.Factor*s.Factor))
			return
		}
	}
}

// shutTwice warns of a shock that shuts a segment by as much as its availability of the same
// months of the calendar does.
func (w *warner) shutTwice(v namedValue, s model.Shock) {
	if s.Segment < 0 || s.Factor >= 1 || s.Factor <= 0 {
		return
	}
	from, to := max(s.From, w.first), min(s.To, w.last)
	if to-from >= calendar.MonthsPerYear || from > to {
		return
	}
	for t := from; t <= to; t++ {
		if w.s.Corridor.Segments[s.Segment].Availability[t.Index()] != s.Factor {
			return
		}
	}
	w.report.Warn(v.at, "the availability of %s is %s in the months of the shock %s already, which multiplies it by as much again",
		w.parts[s.Segment].name, plainNumber(s.Factor), v.name)
}

// addedTwice warns of a project that adds what the capacity of a segment, by year, gains by itself
// when the project comes to serve.
func (w *warner) addedTwice(v namedValue, p *model.Project) {
	const key = "add_capacity_mt_per_year"
	done := p.Completion()
	if done == calendar.Never || done > w.last || p.LifeMonths > 0 {
		return
	}
	for _, on := range w.changedOn(v) {
		add := on.of(key)
		if !add.given() || add.number() <= 0 {
			continue
		}
		s := &w.s.Corridor.Segments[on.segment]
		for _, year := range []int{done.Year(), done.Year() + 1} {
			if year <= w.first.Year() || year > w.last.Year() {
				continue
			}
			gain := s.CapacityMt(year) - s.CapacityMt(year-1)
			if gain > 0 && math.Abs(gain-add.number()) <= model.Rounding*gain {
				w.report.Warn(on.PlaceOf(key), "%s adds %s Mt a year to %s in %v, and its capacity gains as much in %d by itself",
					w.effort(v), figure(add.number()), w.parts[on.segment].name, done, year)
			}
		}
	}
}
