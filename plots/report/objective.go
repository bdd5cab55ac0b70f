package report

import (
	"strconv"
	"strings"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// objective is what plans were to be good at, as robustness.csv has it: a statistic of a metric
// over the futures.
type objective struct {
	statistic string   // mean, p10, share, regret or scenario-regret
	behind    []string // what a share says behind the metric, or the name of a target
	title     string   // of the metric
	reading   tables.Reading
}

// objectiveIn reads the objective of a row.
func objectiveIn(t *tables.Table, row int) objective {
	c := &tables.Robustness
	said := strings.Fields(c.Objective.Of(t)[row])
	if len(said) > 0 && (said[0] == "min" || said[0] == "max") {
		said = said[1:]
	}
	o := objective{statistic: "mean", title: c.Title.Of(t)[row], reading: readingOf(c.Metric.Of(t)[row], c.Unit.Of(t)[row])}
	if len(said) > 1 {
		o.statistic, o.behind = said[0], said[1:]
	}
	return o
}

// readingOf is how values are shown of a metric with its year, of what is paid or worth, or of a
// metric that a scenario defines.
func readingOf(metric, unit string) tables.Reading {
	if at := strings.LastIndexByte(metric, '_'); at > 0 {
		if m, found := measureOf(metric[:at]); found {
			return m.Reading
		}
		return tables.Reading{YearUnit: unit, Scale: 1, YearDecimals: 2}
	}
	return tables.Reading{YearUnit: unit, Scale: 1}
}

func (o *objective) share() bool { return o.statistic == "share" }

func (o *objective) unit() string {
	if o.share() {
		return "% of futures"
	}
	return o.reading.YearUnit
}

// number writes a value of the objective; the futures are too few for a decimal of their percent.
func (o *objective) number(v float64) string {
	if o.share() {
		return number(float64(100*v), 0)
	}
	return number(float64(v*o.reading.Scale), o.reading.YearDecimals)
}

// says names the objective for readers.
func (o *objective) says(w *words.Language) string {
	switch o.statistic {
	case "mean":
		return w.Say("%s, mean", o.title)
	case "share":
		return o.satisfied(w)
	case "regret":
		return w.Say("Largest regret: %s", o.title)
	case "scenario-regret":
		return w.Say("Largest regret in any of the scenarios: %s", o.title)
	}
	return w.Say("%[1]s, quantile at %[2]s", o.title, w.In("%", numbersIn(w, strings.TrimPrefix(o.statistic, "p"))))
}

// satisfied says what a share of the futures reaches or keeps: a value, which may have a unit of
// its own, or a target by its name.
func (o *objective) satisfied(w *words.Language) string {
	if len(o.behind) < 3 {
		return strings.Join(o.behind, " ")
	}
	written := numbersIn(w, o.behind[2]) + "\u00a0" + strings.Join(o.behind[3:], " ")
	if value, err := strconv.ParseFloat(o.behind[2], 64); err == nil && len(o.behind) == 3 {
		written = w.In(o.reading.YearUnit, w.Rounded(float64(value*o.reading.Scale), 4))
	}
	return o.title + " " + strings.NewReplacer(">=", "≥", "<=", "≤").Replace(o.behind[1]) + " " + strings.TrimSpace(written)
}
