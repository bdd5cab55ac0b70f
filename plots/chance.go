package plots

import (
	"fmt"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

const chanceTitle = "How likely it is to reach the targets"

// drawChance shows by year how many futures reach each threshold.
func drawChance(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Probabilities)
	if err != nil {
		return nil, err
	}
	if on.Metric != "" {
		m, err := chosenMetric(on, "", t.Schema.File(), tables.Probabilities.Metric.Of(t))
		if err != nil {
			return nil, err
		}
		names := tables.Probabilities.Metric.Of(t)
		t = t.Where(func(row int) bool { return names[row] == m.Name })
	}
	thresholds, err := series.Signed(t, tables.Probabilities.Threshold)
	if err != nil {
		return nil, err
	}
	names := tables.Probabilities.Metric.Of(t)
	name := func(row int) string {
		m := metricOf(names[row])
		return on.Say("%[1]s: %[2]s or more", on.Say(m.Label), m.value(on, thresholds[row]))
	}
	kind := func(row int) string { return fmt.Sprint(names[row], " ", thresholds[row]) }
	years := func(rows []int) (list, kept []int, err error) {
		return series.WholeYears(t, tables.Probabilities.Period, rows)
	}
	curves, all, err := newCurves(t, tables.Probabilities.Reached, years, kind, name)
	if err != nil {
		return nil, err
	}
	s := page.NewSheet(on, p, chanceTitle, on.Say("Share of %s simulated futures that reach the value in the year; thin bars: 95 %% interval.", drawsOf(on, t, tables.Probabilities.Draws)))
	s.Find(curvesFinding(on, words.Text("%[1]s: in %[3]s of futures in %[2]d"), curves))
	return chancesOverYears(on, s, curves, all), nil
}

// chanceFits reports whether any chance is known.
func chanceFits(p *tables.Package) bool {
	t := p.Table(tables.Probabilities)
	return series.AnyNumber(tables.Probabilities.Reached.Share.Of(t))
}
