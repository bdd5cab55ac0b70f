package plots

import (
	"cmp"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

const attainmentTitle = "By when the targets are reached"

// drawAttainment shows by when the targets are reached: the share of the futures
// in which it has happened by the end of each year.
func drawAttainment(on *page, p *tables.Package) (*Figure, error) {
	t, err := rowsOf(p, tables.Attainment)
	if err != nil {
		return nil, err
	}
	events, titles := t.Text("event"), t.Text("title")
	name := func(row int) string {
		if events[row] == findings.HeldBackAllYear {
			return on.say("Cargo is held back in every month of the year")
		}
		return titleOr(titles[row], events[row])
	}
	curves, all, err := newCurves(t, "year", func(row int) string { return events[row] }, name, [3]string{"reached", "reached_low", "reached_high"})
	if err != nil {
		return nil, err
	}
	s := newSheet(on, p, attainmentTitle, on.say("Share of %s simulated futures in which it has happened by the end of the year; thin bars: 95 %% interval.", on.drawsOf(t)))
	s.legend = curveLegend(curves)
	s.panels = []panel{curvesPanel(on, on.say("% of futures"), 240, curves)}
	s.note = cmp.Or(s.note, on.shownOf(len(curves), all))
	s.describeCurves(curves)
	return s.figure(), nil
}

// attainmentFits reports whether anything is known of what is reached.
func attainmentFits(p *tables.Package) bool {
	return anyNumber(p.Table(tables.Attainment).Numbers("reached"))
}
