package report

import (
	"cmp"
	"slices"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// bottleneckTable says of an ensemble which segment limits the capacity, and how
// often, in some years.
type bottleneckTable struct {
	Label string
	Years []int
	Rows  []bottleneckRow
	Less  int // segments left out that limit it more seldom
}

type bottleneckRow struct {
	Title  string
	Shares []string // by year: share of the futures and months
	mean   []float64
}

const mostBottlenecks = 10

func bottlenecksOf(m *topic, subjects []*subject) []bottleneckTable {
	var out []bottleneckTable
	target, _ := m.targetYear()
	for _, s := range subjects {
		if !filled(s.Package, tables.Bottlenecks) {
			continue
		}
		years := slices.Compact([]int{target, m.lastYear()})
		table := bottleneckTable{Label: s.Label, Years: years, Rows: bottleneckRows(s.Package, years)}
		if n := len(table.Rows); n > mostBottlenecks {
			table.Less, table.Rows = n-mostBottlenecks, table.Rows[:mostBottlenecks]
		}
		out = append(out, table)
	}
	return out
}

// bottleneckRows averages over the months of each year, and keeps the segments that
// limit the capacity in some future.
func bottleneckRows(p *tables.Package, years []int) []bottleneckRow {
	t, titles := p.Table(tables.Bottlenecks), findings.SegmentTitles(p.Table(tables.Network))
	var names []string
	var rows []bottleneckRow
	months := make([]map[string]bool, len(years))
	for i := range months {
		months[i] = map[string]bool{}
	}
	for row, name := range tables.Bottlenecks.Segment.Of(t) {
		month := tables.Bottlenecks.Month.Of(t)[row]
		year := slices.Index(years, yearOf(month))
		if year < 0 {
			continue
		}
		months[year][month] = true
		i := slices.Index(names, name)
		if i < 0 {
			i = len(names)
			names = append(names, name)
			rows = append(rows, bottleneckRow{Title: cmp.Or(titles[name], name), mean: make([]float64, len(years))})
		}
		rows[i].mean[year] += tables.Bottlenecks.Limiting.Share.Of(t)[row]
	}
	kept := rows[:0]
	for _, r := range rows {
		most := 0.0
		for i := range r.mean {
			share := none
			if n := len(months[i]); n > 0 {
				r.mean[i] /= float64(n)
				share = percent(r.mean[i])
			}
			most = max(most, r.mean[i])
			r.Shares = append(r.Shares, share)
		}
		if most > 0 {
			kept = append(kept, r)
		}
	}
	slices.SortStableFunc(kept, func(a, b bottleneckRow) int { return slices.CompareFunc(b.mean, a.mean, cmp.Compare[float64]) })
	return kept
}
