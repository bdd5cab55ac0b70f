package report

import (
	"math"
	"slices"
	"strconv"

	"corridor/plots"
	"corridor/sim/tables"
)

// series is what the page shows through the years: the choices of its chart, and
// every value in tables.
type series struct {
	Measures []measure
	Lines    []line
	Monthly  bool // some run has its months embedded, for the chart
	Tables   []seriesTable
}

// line is a run or an ensemble in the chart.
type line struct {
	Number   int // of the run in the order given
	Style    int // place among the looks of lines
	Label    string
	Ensemble bool
}

// seriesTable holds the values of one run by year or by month.
type seriesTable struct {
	Caption string
	Period  string // Year or Month
	Columns []seriesColumn
	Rows    []seriesRow
	Open    bool
}

type seriesColumn struct{ Name, Unit string }

type seriesRow struct {
	Period string
	Cells  []string
}

// seriesOf draws on the tables that the page embeds: what is left out is not in the
// chart, but in the tables beside it.
func seriesOf(subjects []*subject, downloads []downloadsOfRun) series {
	s := series{Measures: valued(func(m measure) bool {
		return slices.ContainsFunc(subjects, func(s *subject) bool { return s.knows(m) })
	})}
	var names []string
	for i, subject := range subjects {
		has := func(t tables.Described) bool {
			return slices.ContainsFunc(downloads[i].Tables, func(d download) bool { return d.Name == t.Describe().Name && d.Link != "" })
		}
		if subject.isRun() && has(tables.Annual) || subject.isEnsemble() && has(tables.Quantiles) {
			names = append(names, subject.Package.Name)
			s.Lines = append(s.Lines, line{Number: subject.Number, Label: subject.Label, Ensemble: subject.isEnsemble()})
		}
		s.Monthly = s.Monthly || has(tables.Monthly)
		switch {
		case subject.isRun():
			s.Tables = append(s.Tables, annualTable(subject, len(s.Tables) == 0))
			if filled(subject.Package, tables.Monthly) {
				s.Tables = append(s.Tables, monthlyTable(subject))
			}
		case subject.isEnsemble():
			s.Tables = append(s.Tables, quantileTable(subject, len(s.Tables) == 0))
		}
	}
	for i, style := range plots.LineStylesOf(names) {
		s.Lines[i].Style = style
	}
	return s
}

// valued lists the measures that are known.
func valued(known func(measure) bool) []measure {
	return slices.DeleteFunc(slices.Clone(measures), func(m measure) bool { return !known(m) })
}

// knows reports whether a subject has a value of a measure in any year: not every
// scenario counts containers.
func (s *subject) knows(m measure) bool {
	isNumber := func(v float64) bool { return !math.IsNaN(v) }
	if t := s.Package.Table(tables.Annual); t != nil {
		return slices.ContainsFunc(m.Of(t), isNumber)
	}
	if t := s.Package.Table(tables.Quantiles); t != nil {
		for row, metric := range tables.Quantiles.Metric.Of(t) {
			if metric == m.Name && isNumber(tables.Quantiles.P50.Of(t)[row]) {
				return true
			}
		}
	}
	return false
}

func annualTable(s *subject, open bool) seriesTable {
	t := seriesTable{Caption: s.w.Say("%s by year", s.Label), Period: "Year", Open: open}
	shown := valued(s.knows)
	for _, m := range shown {
		t.Columns = append(t.Columns, seriesColumn{s.w.Say(m.Heading()), m.YearUnit})
	}
	for _, year := range s.years() {
		row := seriesRow{Period: strconv.Itoa(year)}
		for _, m := range shown {
			row.Cells = append(row.Cells, m.year(s.annual(m, year)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func monthlyTable(s *subject) seriesTable {
	t := seriesTable{Caption: s.w.Say("%s by month", s.Label), Period: "Month"}
	table := s.Package.Table(tables.Monthly)
	shown := valued(s.knows)
	for _, m := range shown {
		unit := m.MonthUnit
		if m.Column.Unit == "Mt" {
			unit = "Mt" // of a table by month
		}
		t.Columns = append(t.Columns, seriesColumn{s.w.Say(m.Heading()), unit})
	}
	for row, month := range tables.Monthly.Month.Of(table) {
		r := seriesRow{Period: month}
		for _, m := range shown {
			r.Cells = append(r.Cells, m.month(m.Of(table)[row]))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// quantileTable shows the spread of the measures asked for most.
func quantileTable(s *subject, open bool) seriesTable {
	t := seriesTable{Caption: s.w.Say("%s by year: 5 %%, median and 95 %% of the futures", s.Label), Period: "Year", Open: open}
	statistics := []struct {
		column tables.NumberColumn
		name   string
	}{{tables.Quantiles.P05, "5 %"}, {tables.Quantiles.P50, "median"}, {tables.Quantiles.P95, "95 %"}}
	for _, m := range shownOften {
		for _, q := range statistics {
			t.Columns = append(t.Columns, seriesColumn{s.w.Say(m.Heading()) + ", " + s.w.Say(q.name), m.YearUnit})
		}
	}
	for _, year := range s.years() {
		row := seriesRow{Period: strconv.Itoa(year)}
		for _, m := range shownOften {
			for _, q := range statistics {
				row.Cells = append(row.Cells, m.year(s.quantile(m, year, q.column)))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
