package report

import (
	"math"
	"slices"

	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// target is how a target came out, in a run, over many futures, or both.
type target struct {
	Title, By string
	w         *words.Language
	Wanted    string // at least 10 Mt/yr
	Value     cell   // in the run
	Met       bool   // in the run
	Outcome   string // in the run: in …, or by how much it is missed
	Chance    string // over many futures, with its interval
	aim       tables.Target
	value     float64
	unlimited float64 // in the run if no segment ever limited, NaN where that is not asked
	first     string  // period that meets it first, empty for never
	Judged    bool    // by a run
	chance    chance
}

// chance is the share of futures that meet a target, with the ends of its 95 %
// interval (Wilson).
type chance struct {
	draws        int
	p, low, high float64
	inReach      float64 // share of them that would if no segment ever limited, NaN where that is not asked
}

// targets judges the aims of the scenario.
func (m *topic) targets() []target {
	var out []target
	for _, aim := range m.described().Targets {
		t := target{Title: aim.Title, By: findings.PeriodIn(m.w, aim.At), w: m.w, aim: aim, value: math.NaN(), unlimited: math.NaN(), chance: m.chanceOf(aim)}
		t.Wanted = m.w.Say("at least %s", t.wanted())
		if aim.AtMost {
			t.Wanted = m.w.Say("at most %s", t.wanted())
		}
		if m.run != nil {
			t.judge(m.run.Package.Table(tables.Targets), m.lastYear())
		}
		if t.chance.draws > 0 {
			t.Chance = m.w.Say("%[1]s: %[2]s %% (%[3]s)", m.said(t.chance.verdict()), m.w.Amount(100*t.chance.p, 1), m.interval(t.chance))
			if !math.IsNaN(t.chance.inReach) && t.chance.verdict() != "met" {
				t.Chance = m.w.Say("%[1]s, with no limit in %[2]s", t.Chance, m.w.Say("%s %%", m.w.Amount(100*t.chance.inReach, 1)))
			}
		}
		out = append(out, t)
	}
	return out
}

// judge reads from targets.csv how the target came out.
func (t *target) judge(table *tables.Table, last int) {
	if table == nil {
		return
	}
	row := slices.Index(tables.Targets.Target.Of(table), t.aim.Name)
	if row < 0 {
		return
	}
	t.Judged, t.value = true, tables.Targets.Value.Of(table)[row]
	t.Met, t.first = tables.Targets.Met.True(table, row), tables.Targets.FirstMet.Of(table)[row]
	t.Value = cell{t.reading(t.value), raw(t.value)}
	t.Outcome = t.outcome(last)
	t.unlimited = tables.Targets.UnlimitedValue.Of(table)[row]
	if free := t.unlimited; !t.Met && !math.IsNaN(free) {
		if t.aim.Met(free) {
			t.Outcome = t.w.Say("%[1]s; with no limit it would be %[2]s, so it is for want of capacity", t.Outcome, t.reading(free))
		} else {
			t.Outcome = t.w.Say("%[1]s; with no limit it would be %[2]s, so no capacity would do", t.Outcome, t.reading(free))
		}
	}
}

// outcome says by how much the target is missed, and when it is met, as what
// follows the word met or missed.
func (t *target) outcome(last int) string {
	switch {
	case t.Met && t.aim.AtMost:
		return t.w.Say("with %s", t.reading(t.value))
	case t.Met && t.first == "":
		return ""
	case t.Met && t.first == t.aim.At.String():
		return t.w.Say("in %s", t.when())
	case t.Met:
		return t.w.Say("first in %s", t.when())
	}
	reached := t.w.Say("not reached by %d", last)
	switch {
	case t.first != "" && t.aim.AtMost:
		reached = t.w.Say("first met after it in %s", t.when())
	case t.first != "" && t.first < t.aim.At.String(): // periods sort as text
		reached = t.w.Say("reached in %s and lost again", t.when())
	case t.first != "":
		reached = t.w.Say("first reached in %s", t.when())
	case t.aim.AtMost:
		reached = t.w.Say("not met after it by %d", last)
	}
	gap := t.reading(math.Abs(t.aim.Threshold - t.value))
	switch {
	case math.IsNaN(t.value):
		return t.w.Say("without a value, %s", reached)
	case t.aim.AtMost:
		return t.w.Say("by %[1]s too much, %[2]s", gap, reached)
	}
	return t.w.Say("by %[1]s, %[2]s", gap, reached)
}

// dated is the title with its date.
func (t *target) dated(w *words.Language) string { return findings.Dated(w, &t.aim) }

// reading writes a value of what a target is set on: of a metric as the page shows it, of an
// expression as it is.
func (t *target) reading(v float64) string {
	r, known := measureOf(t.aim.Metric.String())
	if !known {
		return t.w.Rounded(v, 2)
	}
	return t.w.In(r.YearUnit, t.w.Amount(float64(v*r.Scale), r.YearDecimals))
}

// wanted writes the value that is asked for as its author would.
func (t *target) wanted() string {
	r, known := measureOf(t.aim.Metric.String())
	if !known {
		return t.w.Rounded(t.aim.Threshold, 2)
	}
	return t.w.In(r.YearUnit, t.w.Rounded(t.aim.Threshold*r.Scale, 2))
}

// when is when it is met first.
func (t *target) when() string {
	p, err := tables.ParsePeriod(t.first)
	if err != nil {
		return t.first
	}
	return findings.PeriodIn(t.w, p)
}

// chanceOf finds in chances.csv how often the aim is met at its date.
func (m *topic) chanceOf(aim tables.Target) chance {
	if m.ensemble == nil || !filled(m.ensemble.Package, tables.Chances) {
		return chance{}
	}
	t := m.ensemble.Package.Table(tables.Chances)
	row := slices.Index(tables.Chances.Target.Of(t), aim.Name)
	if row < 0 || tables.Chances.At.Of(t)[row] != aim.At.String() || tables.Chances.Threshold.Of(t)[row] != aim.Threshold {
		return chance{} // another of the name
	}
	met := tables.Chances.Met
	return chance{int(tables.Chances.Draws.Of(t)[row]), met.Share.Of(t)[row], met.Low.Of(t)[row], met.High.Of(t)[row], tables.Chances.InReach.Share.Of(t)[row]}
}

// verdict says whether the share of the futures decides it.
func (c chance) verdict() string {
	return map[findings.Verdict]string{findings.Holds: "met", findings.Fails: "missed", findings.Undecided: "undecided"}[findings.Share{Of: c.p, Low: c.low, High: c.high}.Verdict()]
}
