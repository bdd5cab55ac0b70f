package report

import (
	"math"
	"slices"
	"strconv"

	"corridor/plots/words"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// target is how a target came out, in a run, over many futures, or both.
type target struct {
	Title, By string
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
		t := target{Title: aim.Title, By: aim.At.Name(), aim: aim, value: math.NaN(), unlimited: math.NaN(), chance: m.chanceOf(aim)}
		t.Wanted = "at least " + readingOf(&aim).threshold(aim.Threshold)
		if aim.AtMost {
			t.Wanted = "at most " + readingOf(&aim).threshold(aim.Threshold)
		}
		if m.run != nil {
			t.judge(m.run.Package.Table(tables.Targets), m.lastYear())
		}
		if t.chance.draws > 0 {
			t.Chance = t.chance.verdict() + ": " + percent(t.chance.p) + " (" + interval(t.chance) + ")" + t.chance.unlimited()
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
	t.Value = cell{readingOf(&t.aim).value(t.value), raw(t.value)}
	t.Outcome = t.outcome(last)
	t.unlimited = tables.Targets.UnlimitedValue.Of(table)[row]
	if free := t.unlimited; !t.Met && !math.IsNaN(free) {
		why := "no capacity would do"
		if t.aim.Met(free) {
			why = "it is for want of capacity"
		}
		t.Outcome += "; with no limit it would be " + readingOf(&t.aim).value(free) + ", so " + why
	}
}

// outcome says by how much the target is missed, and when it is met, as what
// follows the word met or missed.
func (t *target) outcome(last int) string {
	switch {
	case t.Met && t.aim.AtMost:
		return "with " + readingOf(&t.aim).value(t.value)
	case t.Met && t.first == "":
		return ""
	case t.Met && t.first == t.aim.At.String():
		return "in " + spoken(t.first)
	case t.Met:
		return "first in " + spoken(t.first)
	}
	reached := "not reached by " + strconv.Itoa(last)
	switch {
	case t.first != "" && t.aim.AtMost:
		reached = "first met after it in " + spoken(t.first)
	case t.first != "" && t.first < t.aim.At.String(): // periods sort as text
		reached = "reached in " + spoken(t.first) + " and lost again"
	case t.first != "":
		reached = "first reached in " + spoken(t.first)
	case t.aim.AtMost:
		reached = "not met after it by " + strconv.Itoa(last)
	}
	gap := readingOf(&t.aim).value(math.Abs(t.aim.Threshold - t.value))
	switch {
	case math.IsNaN(t.value):
		return "without a value, " + reached
	case t.aim.AtMost:
		return "by " + gap + " too much, " + reached
	}
	return "by " + gap + ", " + reached
}

// dated is the title with its date.
func (t *target) dated(w *words.Language) string {
	if t.aim.AtMost {
		return w.Say("%[1]s in %[2]s", t.Title, periodName(w, t.aim.At))
	}
	return w.Say("%[1]s by %[2]s", t.Title, periodName(w, t.aim.At))
}

// periodName writes a year, or a month as the language does.
func periodName(w *words.Language, p tables.Period) string {
	if p.Yearly {
		return p.String()
	}
	return w.LongMonth(p.Month)
}

// reading writes a value of what a target is set on.
func (m *topic) reading(t *target, v float64) string {
	r := readingOf(&t.aim)
	if !r.known {
		return m.w.Rounded(v, 2)
	}
	return m.w.Amount(float64(v*r.Scale), r.YearDecimals) + "\u00a0" + m.w.Say(r.YearUnit)
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

// unlimited says in how many futures a target that is not surely met would be with no limit.
func (c chance) unlimited() string {
	if math.IsNaN(c.inReach) || c.verdict() == "met" {
		return ""
	}
	return ", with no limit in " + percent(c.inReach)
}

func interval(c chance) string {
	return "95" + percentSign + " interval " + number(100*c.low, 1) + " to " + number(100*c.high, 1) + percentSign
}

// reading writes values of what a target is set on: those of a metric as the page shows
// it, those of an expression as they are.
type reading struct {
	measure
	known bool // it is set on a metric
}

func readingOf(t *tables.Target) reading {
	m, known := measureOf(t.Metric.String())
	return reading{m, known}
}

func (r reading) value(v float64) string {
	if !r.known {
		return readable(v)
	}
	return r.year(v) + r.unit()
}

// threshold writes the value that is asked for as its author would.
func (r reading) threshold(v float64) string {
	if !r.known {
		return readable(v)
	}
	return readable(v*r.Scale) + r.unit()
}

func (r reading) unit() string { return "\u00a0" + r.YearUnit }
