package report

import (
	"cmp"
	"slices"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// keyFigures is the table of what matters most, in a few years.
type keyFigures struct {
	Years []keyYear
	Rows  []keyRow
	Note  string // what is said of the uncertainty
	Why   string // a run and an ensemble differ
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
var keyMeasures = []measure{carried, demand, capacity, inMix, comparable, use, waiting, turnedAway, doorToDoor, spent}

func (m *topic) keyFigures() keyFigures {
	k := keyFigures{Years: m.keyYears()}
	for _, shown := range keyMeasures {
		row := keyRow{Name: shown.Heading(), Unit: shown.YearUnit}
		for _, y := range k.Years {
			row.Cells = append(row.Cells, m.keyCell(shown, y.Year))
		}
		k.Rows = append(k.Rows, row)
	}
	k.Rows = append(k.Rows, m.heldBackMostBy(k.Years)...)
	name := m.name()
	switch {
	case m.ensemble == nil:
		k.Note = m.w.Say("No uncertainty was run for this report: these are the figures of one future with expected values. corridor ensemble %s simulates many futures where the scenario names what is uncertain; corridor report, given both directories, then shows the spread here.", name)
	case m.run == nil:
		k.Note = m.w.Say("Medians of %s; below each, the range from 5 to 95 %% of the futures.", m.ensemble.futures())
	default:
		k.Note = m.w.Say("In each cell first one future with expected values, then the median of %s with the range from 5 to 95 %%. The one is no average of the others.", m.ensemble.futures())
		k.Why = m.differ()
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
	q := func(statistic tables.NumberColumn) cell {
		return shown.cell(m.ensemble.quantile(shown, year, statistic))
	}
	median, low, high := tables.Quantiles.P50, tables.Quantiles.P05, tables.Quantiles.P95
	switch {
	case m.run == nil:
		return keyCell{Figure: q(median), Ends: []cell{q(low), q(high)}}
	case m.ensemble == nil:
		return keyCell{Figure: shown.cell(m.run.annual(shown, year))}
	}
	return keyCell{Figure: shown.cell(m.run.annual(shown, year)), Spread: []cell{q(median), q(low), q(high)}}
}

// heldBackMostBy is the row of the segment that holds back most of the cargo of each
// year.
func (m *topic) heldBackMostBy(years []keyYear) []keyRow {
	if m.run == nil {
		return nil
	}
	row := keyRow{Name: "Cargo held back most by"}
	for _, y := range years {
		row.Cells = append(row.Cells, keyCell{Figure: cell{Text: cmp.Or(m.run.heldBackBy(y.Year), none)}})
	}
	return []keyRow{row}
}

// heldBackBy names the segment that holds back most of the cargo of a year in a run; "" for none.
func (s *subject) heldBackBy(year int) string {
	t := s.Package.Table(tables.Annual)
	at := slices.Index(tables.Annual.Year.Of(t), float64(year))
	if at < 0 {
		return ""
	}
	name := tables.Annual.HeldBackBy.Of(t)[at]
	return cmp.Or(findings.SegmentTitles(s.Package.Table(tables.Network))[name], name)
}
