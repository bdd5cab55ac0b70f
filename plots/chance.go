package plots

import (
	"cmp"
	"fmt"

	"corridor/sim/tables"
)

const chanceTitle = "How likely it is to reach the targets"

// drawChance shows by year how many futures reach each threshold.
func drawChance(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Probabilities)
	if err != nil {
		return nil, err
	}
	if on.Metric != "" {
		m, err := on.chosen("", t.Schema.File(), t.Text("metric"))
		if err != nil {
			return nil, err
		}
		names := t.Text("metric")
		t = t.Where(func(row int) bool { return names[row] == m.column })
	}
	thresholds, err := signed(t, "threshold")
	if err != nil {
		return nil, err
	}
	names := t.Text("metric")
	name := func(row int) string {
		m := metricOf(names[row])
		return on.say("%[1]s: %[2]s or more", on.say(m.name), m.value(on, thresholds[row]))
	}
	kind := func(row int) string { return fmt.Sprint(names[row], " ", thresholds[row]) }
	curves, all, err := newCurves(t, "period", kind, name, [3]string{"reached", "reached_low", "reached_high"})
	if err != nil {
		return nil, err
	}
	s := newSheet(on, p, chanceTitle, on.say("Share of %s simulated futures that reach the value in the year; thin bars: 95 %% interval.", on.drawsOf(t)))
	s.legend = curveLegend(curves)
	s.panels = []panel{curvesPanel(on, on.say("% of futures"), 240, curves)}
	s.note = cmp.Or(s.note, on.shownOf(len(curves), all))
	s.describeCurves(curves)
	return s.figure(), nil
}

// shownOf says that some lines are left out, if any are.
func (on *page) shownOf(shown, all int) string {
	if shown == all {
		return ""
	}
	return on.say("Lines shown: the first %[1]d of %[2]d.", shown, all)
}

// describeCurves says the last values for readers who cannot see them.
func (s *sheet) describeCurves(curves []chanceCurve) {
	for _, c := range curves {
		last := len(c.list) - 1
		s.describe("%[1]s, %[2]d: %[3]s.", c.label, c.list[last], s.on.percentValue(c.value[last]))
	}
}

// chanceFits reports whether any chance is known.
func chanceFits(p *tables.Package) bool {
	t := p.Table(tables.Probabilities)
	return anyNumber(t.Numbers("reached"))
}
