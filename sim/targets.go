package sim

import (
	"math"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// dated are the figures of a month, as rates per year, or of the year that ends with it.
type dated struct {
	month calendar.Month
	Figures
}

// Judgement says how a target came out.
type Judgement struct {
	Target   tables.Target
	Value    float64 // at the target's date; NaN where the metric has none
	Met      bool
	Shortage float64        // how much was missing, or too much; 0 when met, NaN without a value
	First    calendar.Month // first time it was attained: a month, or the December of a year; calendar.Never when never

	// If no segment ever limited; NaN and calendar.Never where that cannot be asked.
	Unlimited      float64
	UnlimitedFirst calendar.Month
}

// Unjudged is the judgement of a target before anything is looked at.
func Unjudged(t tables.Target) Judgement {
	return Judgement{Target: t, Value: math.NaN(), First: calendar.Never, Unlimited: math.NaN(), UnlimitedFirst: calendar.Never}
}

// Look takes down what the metric is in a month, or in the year that ends with it.
func (j *Judgement) Look(at calendar.Month, value float64) {
	if j.Target.Attained(at, value) {
		j.First = min(j.First, at)
	}
	if at == j.Target.At.Month {
		j.Value, j.Met = value, j.Target.Met(value)
	}
}

// judge evaluates the targets by the figures of months and years, and writes their table.
func (r *Result) judge(name string, targets []tables.Target, rates, years []dated) {
	r.Targets = tables.New(tables.Targets)
	for _, t := range targets {
		j := Unjudged(t)
		asked := t.OfDemand()
		look := func(at calendar.Month, column func(string) float64) {
			j.Look(at, t.Metric.Eval(column))
			if !asked {
				return
			}
			unlimited := t.Metric.Eval(tables.Unlimited(column))
			if t.Attained(at, unlimited) {
				j.UnlimitedFirst = min(j.UnlimitedFirst, at)
			}
			if at == t.At.Month {
				j.Unlimited = unlimited
			}
		}
		of := rates
		if t.At.Yearly {
			of = years
		}
		for i := range of {
			look(of[i].month, of[i].Of)
		}
		if !j.Met {
			j.Shortage = math.Abs(t.Threshold - j.Value)
		}
		r.Targets.Append(name, t.Name, t.Metric.String(), t.At.String(), t.Threshold, tables.Finite(j.Value), j.Met, j.period(j.First),
			tables.Finite(j.Unlimited), j.period(j.UnlimitedFirst))
		r.Judged = append(r.Judged, j)
	}
}

// FirstPeriod names the first period that attained the target as the target names
// its own: a year or a month; nothing when none did.
func (j *Judgement) FirstPeriod() string { return j.period(j.First) }

// FirstUnlimited names the first that would have if no segment ever limited, likewise.
func (j *Judgement) FirstUnlimited() string { return j.period(j.UnlimitedFirst) }

func (j *Judgement) period(at calendar.Month) string {
	if at == calendar.Never {
		return ""
	}
	return j.Target.At.Like(at).String()
}
