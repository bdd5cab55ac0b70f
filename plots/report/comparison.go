package report

import (
	"slices"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// comparison sets the runs beside each other.
type comparison struct {
	Years   []int
	Columns []measure // the same for each year
	Rows    []comparedRow
	Last    int
}

type comparedRow struct {
	Label, Title string
	Cells        []cell // columns of the first year, then of the second
	Spent        cell
	Later, Other cell // of what is paid by the end of the last year: for works that come into use later, and for other traffic
	Targets      string
}

// Begins says of each cell of a row whether it is the first of a year.
func (c *comparison) Begins() []bool {
	out := make([]bool, len(c.Years)*len(c.Columns))
	for i := range c.Years {
		out[i*len(c.Columns)] = true
	}
	return out
}

// shownOften are the measures that tables of several runs or of several quantiles show.
var shownOften = []measure{carried, capacity, waiting, turnedAway, doorToDoor}

// compare returns nothing where there is one run alone.
func compare(m *topic, subjects []*subject) *comparison {
	target, _ := m.targetYear()
	c := &comparison{Years: slices.Compact([]int{target, m.lastYear()}), Last: m.lastYear(), Columns: shownOften}
	for _, s := range subjects {
		if !s.isRun() && !s.isEnsemble() {
			continue
		}
		row := comparedRow{Label: s.Label, Title: s.Package.Title, Spent: cell{Text: none}, Later: cell{Text: none}, Other: cell{Text: none}, Targets: none}
		for _, year := range c.Years {
			for _, shown := range c.Columns {
				row.Cells = append(row.Cells, shown.cell(s.value(shown, year)))
			}
		}
		if s.isRun() {
			sum := 0.0
			for _, v := range spent.Of(s.Package.Table(tables.Annual)) {
				sum += v
			}
			row.Spent = spent.cell(sum)
			if p := s.Package; filled(p, tables.Spending) && filled(p, tables.Projects) {
				paid := findings.OutlayOf(p.Table(tables.Spending), p.Table(tables.Projects), c.Last)
				row.Later, row.Other = spent.cell(paid.LaterMUSD), spent.cell(paid.OtherMUSD)
			}
			row.Targets = metOf(s)
		} else {
			row.Label += " (" + s.w.Say("median") + ")"
		}
		c.Rows = append(c.Rows, row)
	}
	if len(c.Rows) < 2 {
		return nil
	}
	return c
}

func metOf(s *subject) string {
	t := s.Package.Table(tables.Targets)
	if t == nil || t.Len() == 0 {
		return none
	}
	met := 0
	for row := range t.Len() {
		if tables.Targets.Met.True(t, row) {
			met++
		}
	}
	return s.w.Say("%[1]d of %[2]d", met, t.Len())
}
