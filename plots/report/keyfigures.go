package report

import (
	"fmt"
	"slices"
	"strconv"

	"corridor/sim/tables"
)

// keyFigures is the table of what matters most, in a few years.
type keyFigures struct {
	Years []keyYear
	Rows  []keyRow
	Note  string // what is said of the uncertainty
}

type keyYear struct {
	Year int
	Why  string // first year, target year, last year
}

type keyRow struct {
	Name, Unit string
	Cells      []keyCell
}

// keyCell is a figure with its spread over many futures.
type keyCell struct {
	Figure cell
	Spread []cell // median, 5 % and 95 %; empty without an ensemble beside a run
	Ends   []cell // 5 % and 95 % where the figure itself is the median
}

// keyMeasures are the rows.
var keyMeasures = []string{"throughput_mt", "capacity_mt", "utilisation", "queue_mt", "diverted_mt", "transit_days", "capex_musd"}

func (m *topic) keyFigures() keyFigures {
	k := keyFigures{Years: m.keyYears()}
	for _, column := range keyMeasures {
		shown, _ := measureOf(column)
		row := keyRow{Name: shown.Name, Unit: shown.Unit}
		for _, y := range k.Years {
			row.Cells = append(row.Cells, m.keyCell(shown, y.Year))
		}
		k.Rows = append(k.Rows, row)
	}
	k.Rows = append(k.Rows, m.binds(k.Years)...)
	name := m.name()
	switch {
	case m.ensemble == nil:
		k.Note = fmt.Sprintf("No uncertainty was run for this report: these are the figures of one future with expected values. corridor ensemble %s simulates many futures where the scenario names what is uncertain; corridor report, given both directories, then shows the spread here.", name)
	case m.run == nil:
		k.Note = fmt.Sprintf("Medians of %s; below each, the range from 5 to 95 %% of the futures.", m.ensemble.futures())
	default:
		k.Note = fmt.Sprintf("Large: one future with expected values. Small: median and the range from 5 to 95 %% of %s. The one is no average of the others.", m.ensemble.futures())
	}
	return k
}

// keyYears are the first, the target's and the last.
func (m *topic) keyYears() []keyYear {
	years := m.any().years()
	target, set := m.targetYear()
	why := "target year"
	if !set {
		why = "middle of the period"
	}
	all := []keyYear{{years[0], "first year"}, {target, why}, {m.lastYear(), "last year"}}
	return slices.CompactFunc(all, func(a, b keyYear) bool { return a.Year == b.Year })
}

func (m *topic) keyCell(shown measure, year int) keyCell {
	q := func(name string) cell { return shown.cell(m.ensemble.quantile(shown.Column, year, name)) }
	switch {
	case m.run == nil:
		return keyCell{Figure: q("p50"), Ends: []cell{q("p05"), q("p95")}}
	case m.ensemble == nil:
		return keyCell{Figure: shown.cell(m.run.annual(shown.Column, year))}
	}
	return keyCell{Figure: shown.cell(m.run.annual(shown.Column, year)), Spread: []cell{q("p50"), q("p05"), q("p95")}}
}

// binds is the row of the segment that limits the capacity most of each year.
func (m *topic) binds(years []keyYear) []keyRow {
	if m.run == nil {
		return nil
	}
	titles := segmentTitles(m.run.Package)
	t := m.run.Package.Table(tables.Annual)
	row := keyRow{Name: "Limited by"}
	for _, y := range years {
		text := none
		if at := slices.Index(t.Numbers("year"), float64(y.Year)); at >= 0 {
			if text = t.Text("binding_segment")[at]; titles[text] != "" {
				text = titles[text]
			}
		}
		row.Cells = append(row.Cells, keyCell{Figure: cell{Text: text}})
	}
	return []keyRow{row}
}

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
