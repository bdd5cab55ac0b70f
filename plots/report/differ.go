package report

import (
	"cmp"
	"math"
	"slices"

	"corridor/sim/tables"
)

// differ says why a run and an ensemble of the same scenario give different figures, with the
// uncertain figure whose range reaches most further to one side; "" where one of them is not there.
func (m *topic) differ() string {
	if m.run == nil || m.ensemble == nil {
		return ""
	}
	text := m.w.Say("The two differ, for the run takes every uncertain figure as the scenario has it, in mean weather, and the futures draw each from its range and the weather too: where a range reaches further to one side of the figure, or storms and full segments only ever take away, the middle of the futures lies elsewhere.")
	if s := m.mostUneven(); s != nil {
		text += " " + m.w.Say("Most uneven is %[1]s: %[2]s comes to %[3]s in the run, %[4]s with %[5]s, and %[6]s with %[7]s.",
			s.figure, s.target.dated(m.w), s.target.reading(s.value), s.target.reading(s.atLow), s.low, s.target.reading(s.atHigh), s.high)
	}
	return text
}

// uneven is an uncertain figure with what a target comes to at the ends of its range.
type uneven struct {
	target               *target
	figure, low, high    string
	value, atLow, atHigh float64
}

// reaches is how much further it takes the value to one side, over the value.
func (u *uneven) reaches() float64 {
	return math.Abs((u.atHigh-u.value)+(u.atLow-u.value)) / math.Abs(u.value)
}

// worthSaying is how much further one side must reach, over the value.
const worthSaying = 0.02

func (m *topic) mostUneven() (most *uneven) {
	c := &tables.Swings
	all := m.targets()
	for _, s := range []*subject{m.run, m.ensemble} {
		if !filled(s.Package, tables.Swings) {
			continue
		}
		t := s.Package.Table(tables.Swings)
		for row, name := range c.Target.Of(t) {
			at := slices.IndexFunc(all, func(t target) bool { return t.aim.Name == name })
			if at < 0 {
				continue
			}
			end := func(v float64, label string) string { return cmp.Or(label, m.w.Rounded(v, 4)) }
			u := &uneven{
				&all[at], c.Title.Of(t)[row], end(c.Low.Of(t)[row], c.LowLabel.Of(t)[row]), end(c.High.Of(t)[row], c.HighLabel.Of(t)[row]),
				c.Value.Of(t)[row], c.ValueAtLow.Of(t)[row], c.ValueAtHigh.Of(t)[row],
			}
			if u.reaches() > worthSaying && (most == nil || u.reaches() > most.reaches()) { // false for NaN
				most = u
			}
		}
		return most
	}
	return nil
}
