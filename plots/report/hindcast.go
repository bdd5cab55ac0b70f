package report

import (
	"cmp"
	"math"

	"corridor/plots/words"
	"corridor/sim/tables"
)

// hindcastTable sets the model beside what happened: its forecasts, and what it says when it
// is given the rates of the year.
type hindcastTable struct {
	Label            string
	Forecasts, Given []hindcastRow
	Scores           []scoreRow // of the forecasts
}

type hindcastRow struct {
	Case, Series string
	Year         string
	Actual       cell
	Model        cell
	ModelError   string
	Last         cell // the year before
	LastError    string
	Drift        cell
	DriftError   string
	Plan         cell
	PlanError    string
	PlanKnown    string
}

// scoreRow is how far a forecaster was off over the rolling origins.
type scoreRow struct {
	Forecaster, Comparisons, Mean, RMSLog string
}

// hindcastOf returns the first hindcast, nil where there is none.
func hindcastOf(subjects []*subject) *hindcastTable {
	for _, s := range subjects {
		if !filled(s.Package, tables.Hindcast) {
			continue
		}
		t := s.Package.Table(tables.Hindcast)
		out := &hindcastTable{Label: s.Label, Scores: scoresOf(s.Package)}
		for row, name := range tables.Hindcast.Case.Of(t) {
			actual, compared := tables.Hindcast.Actual.Of(t)[row], comparedIn(t, row)
			value := func(column tables.NumberColumn) (cell, string) {
				v := column.Of(t)[row]
				return compared.cell(v), errorOf(v, actual)
			}
			r := hindcastRow{Case: name, Series: seriesName(s.w, t, row), Year: raw(tables.Hindcast.Year.Of(t)[row]), PlanKnown: tables.Hindcast.PlanKnown.Of(t)[row]}
			r.Actual, _ = value(tables.Hindcast.Actual)
			r.Model, r.ModelError = value(tables.Hindcast.Model)
			r.Last, r.LastError = value(tables.Hindcast.LastValue)
			r.Drift, r.DriftError = value(tables.Hindcast.Drift)
			r.Plan, r.PlanError = value(tables.Hindcast.OfficialPlan)
			if tables.Hindcast.Kind.Of(t)[row] == tables.Forecast {
				out.Forecasts = append(out.Forecasts, r)
			} else {
				out.Given = append(out.Given, r)
			}
		}
		return out
	}
	return nil
}

// scoresOf lists how far off the forecasts were, over all years.
func scoresOf(p *tables.Package) (rows []scoreRow) {
	if !filled(p, tables.Scores) {
		return nil
	}
	t := p.Table(tables.Scores)
	names := map[string]string{"model": "model", "last_value": "the year before", "drift": "the year before and the mean change", "discounted_plan": "0.8 of the official plan"}
	for row, over := range tables.Scores.Over.Of(t) {
		if over != tables.AllYears || tables.Scores.Kind.Of(t)[row] != tables.Forecast {
			continue
		}
		name := tables.Scores.Forecaster.Of(t)[row]
		mean, rms := 100*tables.Scores.MeanAbsolute.Of(t)[row], tables.Scores.RMSLog.Of(t)[row]
		r := scoreRow{cmp.Or(names[name], name), raw(tables.Scores.Comparisons.Of(t)[row]), number(mean, 0) + percentSign, "no bound"}
		if !math.IsNaN(rms) {
			r.RMSLog = number(rms, 2)
		}
		rows = append(rows, r)
	}
	return rows
}

// comparedIn is the measure that a row compares.
func comparedIn(t *tables.Table, row int) measure {
	if tables.Hindcast.Metric.Of(t)[row] == boxes.Name {
		return boxes
	}
	return carried
}

func seriesName(w *words.Language, t *tables.Table, row int) string {
	if comparedIn(t, row) == boxes {
		return w.Say("containers, thousand TEU")
	}
	if tables.Hindcast.Metric.Of(t)[row] == "oil_mt" {
		return w.Say("Mt, oil to the BTC pipeline")
	}
	return w.Say("Mt") + ", " + w.Say(tables.Hindcast.Scope.Of(t)[row])
}

// errorOf is the error of a forecast in percent of what happened.
func errorOf(v, actual float64) string {
	if math.IsNaN(v) || !(actual > 0) {
		return ""
	}
	off := 100 * (v/actual - 1)
	return signed(off, number(off, 0)) + percentSign
}
