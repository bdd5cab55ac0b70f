package plots

import (
	"cmp"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/sim/findings"
	"corridor/sim/tables"
)

const attainmentTitle = "By when the targets are reached"

// drawAttainment shows by when the targets are reached: the share of the futures
// in which it has happened by the end of each year.
func drawAttainment(on *page.Page, p *tables.Package) (*page.Figure, error) {
	t, err := series.RowsOf(p, tables.Attainment)
	if err != nil {
		return nil, err
	}
	events, titles := t.Text("event"), t.Text("title")
	name := func(row int) string {
		if events[row] == findings.HeldBackAllYear {
			return on.Say("Cargo is held back in every month of the year")
		}
		return titleOr(titles[row], events[row])
	}
	curves, all, err := newCurves(t, "year", func(row int) string { return events[row] }, name, [3]string{"reached", "reached_low", "reached_high"})
	if err != nil {
		return nil, err
	}
	s := page.NewSheet(on, p, attainmentTitle, on.Say("Share of %s simulated futures in which it has happened by the end of the year; thin bars: 95 %% interval.", drawsOf(on, t)))
	s.Legend = curveLegend(curves)
	s.Panels = []page.Panel{curvesPanel(on, on.Say("% of futures"), 240, curves)}
	s.Note = cmp.Or(s.Note, shownOf(on, len(curves), all))
	describeCurves(&s, curves)
	return s.Figure(), nil
}

// attainmentFits reports whether anything is known of what is reached.
func attainmentFits(p *tables.Package) bool {
	return series.AnyNumber(p.Table(tables.Attainment).Numbers("reached"))
}
