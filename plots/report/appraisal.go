package report

import (
	"corridor/sim/findings"
	"corridor/sim/tables"
)

// appraisalPart says what each project and measure brings.
type appraisalPart struct {
	Label     string
	Sentences []string
	Money     bool // whether the table says what each is worth
	Columns   []seriesColumn
	Rows      []appraisedRow // those that bring most
	Less      string         // the names of those that bring less
}

// appraisedRow is a project or measure.
type appraisedRow struct {
	Name, Kind string
	Cells      []cell
}

// mostAppraised is how many rows the table has.
const mostAppraised = 16

// appraisalOf returns what the first of the runs that has an appraisal says, nil where none does.
func appraisalOf(subjects []*subject) *appraisalPart {
	for _, s := range subjects {
		if !filled(s.Package, tables.Ranking) || !filled(s.Package, tables.Together) {
			continue
		}
		a := findings.AppraisalOf(s.Package.Table(tables.Ranking), s.Package.Table(tables.Together))
		out := &appraisalPart{Label: s.Label, Sentences: a.Sentences(s.w), Money: a.Money, Columns: appraisedColumns}
		if a.Money {
			out.Columns = moneyColumns
		}
		var less []string
		for i := range a.List {
			switch q := &a.List[i]; {
			case q.Idle() && !a.Money: // which a sentence names
			case len(out.Rows) < mostAppraised:
				out.Rows = append(out.Rows, appraisedRowOf(q, a.Money))
			default:
				less = append(less, q.Title)
			}
		}
		out.Less = findings.Names(less)
		return out
	}
	return nil
}

var appraisedColumns = []seriesColumn{
	{"Spent", "USD million"}, {"Mean of the orders", "Mt"}, {"Standard error", "Mt"}, {"Alone", "Mt"}, {"To all the others", "Mt"}, {"A year late", "Mt"},
}

// moneyColumns are those where the scenario says what things are worth.
var moneyColumns = []seriesColumn{
	{"Spent", "USD million"}, {"Adds", "Mt"}, {"Net present value", "USD million"}, {"5\u00a0%", "of futures"}, {"95\u00a0%", "of futures"}, {"Benefits over costs", ""},
	{"Worth it alone", "% of futures"}, {"beside all", "% of futures"}, {"A year late", "USD million"},
}

func appraisedRowOf(q *findings.Appraised, money bool) appraisedRow {
	change := func(v float64) cell { return cell{signed(v, number(v, 2)), raw(v)} }
	out := appraisedRow{Name: q.Title, Kind: "works"}
	if q.Soft {
		out.Kind = "measure"
	}
	if money {
		million := func(v float64) cell { return cell{signed(v, number(v, 0)), raw(v)} }
		share := func(v float64) cell { return cell{number(100*v, 0), raw(v)} }
		out.Cells = []cell{
			{number(q.CapexMUSD, 0), raw(q.CapexMUSD)}, change(q.CarriedMt), million(q.NPV), million(q.P05), million(q.P95), {number(q.Ratio, 2), raw(q.Ratio)},
			share(q.WorthFirst), share(q.WorthLast), million(q.LateNPV),
		}
		return out
	}
	out.Cells = []cell{
		{number(q.CapexMUSD, 0), raw(q.CapexMUSD)}, change(q.CarriedMt), {number(q.Error, 2), raw(q.Error)},
		change(q.FirstMt), change(q.LastMt), change(q.LateMt),
	}
	return out
}
