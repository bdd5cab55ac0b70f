package report

import (
	"cmp"
	"slices"
	"strconv"

	"corridor/sim/tables"
)

// attainmentTable says of an ensemble in how many futures each event has happened by
// the end of each year.
type attainmentTable struct {
	Label string
	Years []string
	Rows  []attainmentRow
}

type attainmentRow struct {
	Title  string
	Shares []string // by year
	Last   string   // interval of the last year
}

// mostYears is how many years the table shows; of a longer horizon it shows every
// second, third and so on, and the last.
const mostYears = 14

func attainmentsOf(subjects []*subject) []attainmentTable {
	var out []attainmentTable
	for _, s := range subjects {
		if filled(s.Package, tables.Attainment) {
			out = append(out, attainmentOf(s))
		}
	}
	return out
}

func attainmentOf(s *subject) attainmentTable {
	t := s.Package.Table(tables.Attainment)
	years := slices.Clone(tables.Attainment.Year.Of(t))
	slices.Sort(years)
	years = slices.Compact(years)
	step := (len(years) + mostYears - 1) / mostYears
	var shown []float64
	for i := len(years) - 1; i >= 0; i -= step {
		shown = append(shown, years[i])
	}
	slices.Reverse(shown)
	out := attainmentTable{Label: s.Label}
	for _, y := range shown {
		out.Years = append(out.Years, strconv.Itoa(int(y)))
	}
	index := map[string]int{}
	for row, event := range tables.Attainment.Event.Of(t) {
		i, known := index[event]
		if !known {
			i = len(out.Rows)
			index[event] = i
			out.Rows = append(out.Rows, attainmentRow{Title: cmp.Or(tables.Attainment.Title.Of(t)[row], event), Shares: slices.Repeat([]string{none}, len(shown))})
		}
		year := slices.Index(shown, tables.Attainment.Year.Of(t)[row])
		if year < 0 {
			continue
		}
		r := &out.Rows[i]
		r.Shares[year] = number(100*tables.Attainment.Reached.Share.Of(t)[row], 1)
		if year == len(shown)-1 {
			r.Last = number(100*tables.Attainment.Reached.Low.Of(t)[row], 1) + " to " + number(100*tables.Attainment.Reached.High.Of(t)[row], 1)
		}
	}
	return out
}
