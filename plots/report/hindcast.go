package report

import (
	"math"

	"corridor/sim/tables"
)

// hindcastTable sets the model beside what happened.
type hindcastTable struct {
	Label string
	Rows  []hindcastRow
}

type hindcastRow struct {
	Case, Series string
	Year         string
	Actual       cell
	Model        cell
	ModelError   string
	Last         cell // the year before
	LastError    string
	Plan         cell
	PlanError    string
}

// hindcastOf returns the first hindcast, nil where there is none.
func hindcastOf(subjects []*subject) *hindcastTable {
	for _, s := range subjects {
		if !filled(s.Package, tables.Hindcast) {
			continue
		}
		t := s.Package.Table(tables.Hindcast)
		out := &hindcastTable{Label: s.Label}
		for row, name := range t.Text("case") {
			actual := t.Numbers("actual")[row]
			value := func(column string) (cell, string) {
				v := t.Numbers(column)[row]
				decimals := 2
				if t.Text("metric")[row] == "containers_kteu" {
					decimals = 1
				}
				return cell{number(v, decimals), raw(v)}, errorOf(v, actual)
			}
			r := hindcastRow{Case: name, Series: seriesName(t, row), Year: raw(t.Numbers("year")[row])}
			r.Actual, _ = value("actual")
			r.Model, r.ModelError = value("model")
			r.Last, r.LastError = value("last_value")
			r.Plan, r.PlanError = value("official_plan")
			out.Rows = append(out.Rows, r)
		}
		return out
	}
	return nil
}

func seriesName(t *tables.Table, row int) string {
	if t.Text("metric")[row] == "containers_kteu" {
		return "containers, thousand TEU"
	}
	return "Mt, " + t.Text("scope")[row]
}

// errorOf is the error of a forecast in percent of what happened.
func errorOf(v, actual float64) string {
	if math.IsNaN(v) || !(actual > 0) {
		return ""
	}
	text := number(100*(v/actual-1), 0)
	if v > actual && text != "0" {
		text = "+" + text
	}
	return text + percentSign
}
