package findings

import (
	"fmt"
	"math"
	"slices"

	"corridor/model/portable"
	"corridor/sim/tables"
)

// Forecasts says in a sentence whether the model forecast better or worse than the best of the
// naive forecasts, by the root mean square of ln(said/happened) in scores.csv, and in hindcast.csv of
// each series and year.
func Forecasts(scores, hindcast *tables.Table) string {
	rms := func(forecaster string) (v float64, found bool) {
		for row, f := range tables.Scores.Forecaster.Of(scores) {
			if f == forecaster && tables.Scores.Kind.Of(scores)[row] == tables.Forecast && tables.Scores.Over.Of(scores)[row] == tables.AllYears {
				return unbounded(tables.Scores.RMSLog.Of(scores)[row]), true // empty where nothing was said to come
			}
		}
		return 0, false
	}
	best := bestNaive(rms)
	model, known := rms(tables.Hindcast.Model.Name)
	if best == nil || !known {
		return "There is nothing to judge the forecasts by."
	}
	naive, _ := rms(best.name)
	c := contest{model: model, naive: naive}
	c.series = pairsOf(hindcast, best.point, func(row int) string {
		return tables.Hindcast.Metric.Of(hindcast)[row] + " " + tables.Hindcast.Scope.Of(hindcast)[row]
	})
	c.years = pairsOf(hindcast, best.point, func(row int) string { return fmt.Sprint(tables.Hindcast.Year.Of(hindcast)[row]) })
	return fmt.Sprintf("%s: root mean square of ln(said/happened) %.2f and %.2f; %s.", c.verdict("model", best.title), model, naive, c.counts())
}

// pairsOf returns the root mean square of ln(said/happened) of the model and of a naive forecast in
// hindcast.csv, by group of the forecasts from rolling origins, the first group first.
func pairsOf(hindcast *tables.Table, naive tables.NumberColumn, group func(row int) string) [][2]float64 {
	var groups []string
	var squares [][2]float64 // the root of their sum is as much more or less as that of their mean
	for row, kind := range tables.Hindcast.Kind.Of(hindcast) {
		actual := tables.Hindcast.Actual.Of(hindcast)[row]
		said := [2]float64{tables.Hindcast.Model.Of(hindcast)[row], naive.Of(hindcast)[row]}
		if kind != tables.Forecast || !(actual > 0) || math.IsNaN(said[0]) || math.IsNaN(said[1]) {
			continue
		}
		i := slices.Index(groups, group(row))
		if i < 0 {
			i, groups, squares = len(groups), append(groups, group(row)), append(squares, [2]float64{})
		}
		for j, v := range said {
			e := unbounded(portable.Log(v / actual))
			squares[i][j] += float64(e * e)
		}
	}
	return squares
}

// unbounded is an error that may have no bound.
func unbounded(v float64) float64 {
	if math.IsNaN(v) {
		return math.Inf(1)
	}
	return v
}

// CalibratedForecasts says in a sentence whether the calibrated model forecast better or worse than
// the best of the naive forecasts, all as distributions, by their CRPS in skill.csv over whole years, and
// over each series and year.
func CalibratedForecasts(skill *tables.Table, kind string) string {
	c, best := calibrated(skill, kind)
	if best == nil {
		return "There is nothing to judge the calibrated forecasts by."
	}
	before := ""
	if c.prior > 0 {
		before = fmt.Sprintf(" (not calibrated, %.2f)", c.prior)
	}
	return fmt.Sprintf("%s: CRPS of ln(value) %.2f%s and %.2f over whole years; %s.", c.verdict("calibrated model", best.title), c.model, before, c.naive, c.counts())
}

// calibrated returns the contest of skill.csv, at any horizon, and the best naive forecast; nil where
// there is nothing to compare.
func calibrated(skill *tables.Table, kind string) (c contest, best *naiveForecast) {
	var overs []string
	crps := map[[2]string]float64{} // by what it is over and by forecaster
	for row, over := range tables.Skill.Over.Of(skill) {
		if tables.Skill.Kind.Of(skill)[row] != kind || !math.IsNaN(tables.Skill.Horizon.Of(skill)[row]) {
			continue
		}
		if !slices.Contains(overs, over) {
			overs = append(overs, over)
		}
		crps[[2]string{over, tables.Skill.Forecaster.Of(skill)[row]}] = tables.Skill.CRPS.Of(skill)[row]
	}
	best = bestNaive(func(forecaster string) (float64, bool) {
		v, found := crps[[2]string{tables.AllYears, forecaster}]
		return v, found
	})
	if best == nil {
		return c, nil
	}
	for _, over := range overs {
		pair := [2]float64{crps[[2]string{over, tables.Hindcast.Model.Name}], crps[[2]string{over, best.name}]}
		switch {
		case over == tables.AllYears:
			c.model, c.naive, c.prior = pair[0], pair[1], crps[[2]string{over, tables.NoYears}]
		case isYear(over):
			c.years = append(c.years, pair)
		default:
			c.series = append(c.series, pair)
		}
	}
	return c, best
}

// naiveForecast is a forecast that anyone can make: its name in tables, what it is called, and its point in hindcast.csv.
type naiveForecast struct {
	name, title string
	point       tables.NumberColumn
}

// naive are those that are made for every row.
var naive = []naiveForecast{
	{tables.Hindcast.LastValue.Name, "the last value", tables.Hindcast.LastValue},
	{tables.Hindcast.Drift.Name, "a random walk with drift", tables.Hindcast.Drift},
}

// bestNaive returns the one with the least error, nil where none has any.
func bestNaive(errorOf func(forecaster string) (float64, bool)) *naiveForecast {
	var best *naiveForecast
	least := math.Inf(1)
	for i := range naive {
		if e, found := errorOf(naive[i].name); found && (best == nil || e < least) {
			best, least = &naive[i], e
		}
	}
	return best
}
