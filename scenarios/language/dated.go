package language

import (
	"cmp"
	"slices"

	"corridor/model"
	"corridor/model/calendar"
	"corridor/scenarios/text"
)

// datedFigure is a number, and others from later months on.
type datedFigure struct {
	first float64
	later []model.Dated
}

// at returns the number of a month.
func (d datedFigure) at(t calendar.Month) float64 {
	v := d.first
	for _, l := range d.later {
		if l.From <= t {
			v = l.Value
		}
	}
	return v
}

// datedOf reads a number, or numbers by the year or month from which each holds. The
// first of them holds before as well.
func datedOf(v value) (d datedFigure) {
	if !v.given() || v.Kind != text.Map || v.isValue() {
		d.first = v.number()
		return d
	}
	for _, e := range v.each() {
		if from, ok := beginning(e.name); ok {
			d.later = append(d.later, model.Dated{From: from, Value: e.number()})
		}
	}
	slices.SortFunc(d.later, func(a, b model.Dated) int { return cmp.Compare(a.From, b.From) })
	if len(d.later) > 0 {
		d.first, d.later = d.later[0].Value, d.later[1:]
	}
	return d
}

// dated reads a number, or numbers by date, as the model has them. It reports two that
// begin in the same month.
func (c *compiler) dated(v value) (float64, []model.Dated) {
	begun := map[calendar.Month]string{}
	if v.given() && v.Kind == text.Map && !v.isValue() {
		for _, e := range v.each() {
			from, ok := beginning(e.name)
			if other, twice := begun[from]; ok && twice {
				c.report.Mistake(e.at, "%s begins in the same month as %s", e.name, other)
			}
			begun[from] = e.name
		}
	}
	d := datedOf(v)
	return d.first, d.later
}

// beginning returns the month a year or month begins with.
func beginning(text string) (calendar.Month, bool) {
	if year, err := parseYear(text); err == nil {
		return calendar.NewMonth(year, 1), true
	}
	month, err := parseMonth(text)
	return month, err == nil
}

// dated is a number, or numbers by the year or month from which each holds.
func dated(doc, unit string) *spec {
	by := byYear(doc+" from each year, such as 2027, or month, such as 2027-03, on", amount(doc, unit))
	by.dates = true
	return either(amount(doc, unit).or("0"), by.going(holding))
}
