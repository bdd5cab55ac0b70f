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
		for row, name := range tables.Hindcast.Case.Of(t) {
			actual, compared := tables.Hindcast.Actual.Of(t)[row], comparedIn(t, row)
			value := func(column tables.NumberColumn) (cell, string) {
				v := column.Of(t)[row]
				return compared.cell(v), errorOf(v, actual)
			}
			r := hindcastRow{Case: name, Series: seriesName(t, row), Year: raw(tables.Hindcast.Year.Of(t)[row])}
			r.Actual, _ = value(tables.Hindcast.Actual)
			r.Model, r.ModelError = value(tables.Hindcast.Model)
			r.Last, r.LastError = value(tables.Hindcast.LastValue)
			r.Plan, r.PlanError = value(tables.Hindcast.OfficialPlan)
			out.Rows = append(out.Rows, r)
		}
		return out
	}
	return nil
}

// comparedIn is the measure that a row compares.
func comparedIn(t *tables.Table, row int) measure {
	if tables.Hindcast.Metric.Of(t)[row] == boxes.Name {
		return boxes
	}
	return carried
}

func seriesName(t *tables.Table, row int) string {
	if comparedIn(t, row) == boxes {
		return "containers, thousand TEU"
	}
	return "Mt, " + tables.Hindcast.Scope.Of(t)[row]
}

// errorOf is the error of a forecast in percent of what happened.
func errorOf(v, actual float64) string {
	if math.IsNaN(v) || !(actual > 0) {
		return ""
	}
	off := 100 * (v/actual - 1)
	return signed(off, number(off, 0)) + percentSign
}
