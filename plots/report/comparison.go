package report

import (
	"slices"
	"strconv"

	"corridor/sim/tables"
)

// comparison sets the runs beside each other.
type comparison struct {
	Years   []int
	Columns []comparedColumn // the same for each year
	Rows    []comparedRow
	Last    int
}

type comparedColumn struct{ Name, Unit string }

type comparedRow struct {
	Label, Title string
	Cells        []cell // columns of the first year, then of the second
	Spent        cell
	Targets      string
}

// acrossMeasures are the columns of the comparison, for each of its years.
var acrossMeasures = []string{"throughput_mt", "capacity_mt", "queue_mt", "diverted_mt", "transit_days"}

// compare returns nothing where there is one run alone.
func compare(m *topic, subjects []*subject) *comparison {
	target, _ := m.targetYear()
	c := &comparison{Years: slices.Compact([]int{target, m.lastYear()}), Last: m.lastYear()}
	for _, column := range acrossMeasures {
		shown, _ := measureOf(column)
		c.Columns = append(c.Columns, comparedColumn{shown.Name, shown.Unit})
	}
	spent, _ := measureOf("capex_musd")
	for _, s := range subjects {
		if !s.isRun() && !s.isEnsemble() {
			continue
		}
		row := comparedRow{Label: s.Label, Title: s.Package.Title, Spent: cell{Text: none}, Targets: none}
		for _, year := range c.Years {
			for _, column := range acrossMeasures {
				shown, _ := measureOf(column)
				row.Cells = append(row.Cells, shown.cell(s.value(column, year)))
			}
		}
		if s.isRun() {
			sum := 0.0
			for _, v := range s.Package.Table(tables.Annual).Numbers("capex_musd") {
				sum += v
			}
			row.Spent = spent.cell(sum)
			row.Targets = metOf(s)
		} else {
			row.Label += " (median)"
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
	for _, v := range t.Text("met") {
		if v == "true" {
			met++
		}
	}
	return strconv.Itoa(met) + " of " + strconv.Itoa(t.Len())
}
