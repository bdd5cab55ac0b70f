package language

import (
	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// servesKey says from which month on a project serves as planned.
const servesKey = "serves_from"

// worksOf returns the first month of the works of a project or measure, and how long they are
// planned to take: as given, or where one of the two is not, so that it serves as planned from the
// month that is.
func worksOf(v value) (start calendar.Month, months int) {
	start, months = v.of("start").month(), v.of("duration_months").whole()
	switch serves := v.of(servesKey); {
	case !serves.given():
	case !v.of("start").given():
		start = serves.month() - calendar.Month(months)
	case !v.of("duration_months").given():
		months = int(serves.month() - start)
	}
	return start, months
}

// startOf is the first month of the works.
func startOf(v value) calendar.Month {
	start, _ := worksOf(v)
	return start
}

// works compiles when a project begins and how long it is planned to take.
func (c *compiler) works(p *model.Project, v namedValue) {
	start, duration, serves := v.of("start"), v.of("duration_months"), v.of(servesKey)
	p.Start, p.DurationMonths = worksOf(v.value)
	if !serves.given() || c.report.Told(v.at) || c.report.Told(v.Position) || !c.report.Sound(serves.Tree) || !c.report.Sound(start.Tree) || !c.report.Sound(duration.Tree) {
		return
	}
	at := changed(v.Tree, trees(start, duration, serves)...)
	switch planned := p.Start + calendar.Month(p.DurationMonths); {
	case !start.given() && !duration.given():
		c.report.Mistake(serves.Position, "%s has serves_from alone, expected beside it its start, or its duration_months", v.name)
	case serves.month() < p.Start:
		c.report.Mistake(at, "%s serves from %v, before it starts in %v", v.name, serves.month(), p.Start)
	case p.DurationMonths > mostMonths:
		c.report.Mistake(at, "%s serves from %v, %d months after its start in %v, expected at most %d", v.name, serves.month(), p.DurationMonths, p.Start, mostMonths)
	case planned != serves.month():
		c.report.Mistake(at, "%s serves from %v, and by its start and duration_months from %v; take one of the three away, such as start: null, and it follows from the others",
			v.name, serves.month(), planned)
	}
}

// mostMonths is how long works may be planned to take.
const mostMonths = 600

// first returns the value of the first of some keys that is given.
func first(v value, keys ...string) value {
	for _, key := range keys {
		if of := v.of(key); of.given() {
			return of
		}
	}
	return value{}
}

// trees returns those of the values that are given.
func trees(values ...value) (list []*text.Tree) {
	for _, v := range values {
		if v.given() {
			list = append(list, v.Tree)
		}
	}
	return list
}

// durationSlot is the planned time of the works. Of a project that says when it serves and how
// long it takes, the start follows: it stays where the plan has it when another time is put there,
// so that works that take longer are finished later.
var durationSlot = limited{
	inMonths(func(p *model.Project) *int { return &p.DurationMonths }),
	func(at *site, otherwise slot) put {
		at.loose = at.around.of(servesKey).given()
		return otherwise.setter(at)
	},
}

// Date is a month under a key of a project or measure.
type Date struct {
	Key   string
	Month calendar.Month
}

// DatesFrom lists the dates that a project or measure has, as they are where its works begin in
// another month and take as long as they do.
func (s *Compiled) DatesFrom(effort string, start calendar.Month) (dates []Date) {
	p := &s.Corridor.Projects[s.compiler.projects[effort]]
	v := s.compiler.top.of("projects").of(effort)
	if !v.given() {
		v = s.compiler.top.of("measures").of(effort)
	}
	for _, d := range []Date{{"start", start}, {servesKey, start + calendar.Month(p.DurationMonths)}} {
		if v.of(d.Key).given() {
			dates = append(dates, d)
		}
	}
	return dates
}
