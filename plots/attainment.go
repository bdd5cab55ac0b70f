package plots

import (
	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
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
	events, titles := tables.Attainment.Event.Of(t), tables.Attainment.Title.Of(t)
	name := func(row int) string {
		if events[row] == findings.HeldBackAllYear {
			return on.Say("Cargo is held back in every month of the year")
		}
		return titleOr(titles[row], events[row])
	}
	years := func(rows []int) (list, kept []int, err error) {
		list, err = series.Years(t, tables.Attainment.Year, rows)
		return list, rows, err
	}
	curves, all, err := newCurves(t, tables.Attainment.Reached, years, func(row int) string { return events[row] }, name)
	if err != nil {
		return nil, err
	}
	s := page.NewSheet(on, p, attainmentTitle, on.Say("Share of %s simulated futures in which it has happened by the end of the year; thin bars: 95 %% interval.", drawsOf(on, t, tables.Attainment.Draws)))
	s.Find(curvesFinding(on, words.Text("%[1]s: in %[3]s of futures by %[2]d"), curves))
	return chancesOverYears(on, s, curves, all), nil
}

// attainmentFits reports whether anything is known of what is reached.
func attainmentFits(p *tables.Package) bool {
	return series.AnyNumber(tables.Attainment.Reached.Share.Of(p.Table(tables.Attainment)))
}
