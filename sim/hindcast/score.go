package hindcast

import (
	"math"

	"corridor/model/portable"
	"corridor/sim/tables"
)

// misses sums the errors of one forecaster.
type misses struct {
	n                 int
	absolute, squared float64
	nothing           bool // it said nothing or less came, which is as wrong as can be
}

// add adds what was said of what happened. What is not known, of either, is not compared.
func (s *misses) add(said, actual float64) {
	if !(actual > 0) || math.IsNaN(said) {
		return
	}
	s.n++
	s.absolute += math.Abs(said/actual - 1)
	if said <= 0 {
		s.nothing = true
		return
	}
	e := portable.Log(said / actual)
	s.squared += float64(e * e)
}

// percentage is the mean absolute error, as a share of what happened.
func (s *misses) percentage() float64 { return s.absolute / float64(s.n) }

// rmsLog is the root mean square of ln(said/actual), without bound where nothing was said to
// come. It weighs half as much as twice as much.
func (s *misses) rmsLog() float64 {
	if s.nothing {
		return math.Inf(1)
	}
	return math.Sqrt(s.squared / float64(s.n))
}

// write adds the row of a score, unless it has nothing to compare.
func (s *misses) write(t *tables.Table, scenario string, kind Kind, over, forecaster string) {
	if s.n == 0 {
		return
	}
	rms := any(s.rmsLog())
	if s.nothing {
		rms = nil
	}
	t.Append(scenario, string(kind), over, forecaster, s.n, s.percentage(), rms)
}

// forecasters are those whose forecasts are scored, by column.
var forecasters = []tables.NumberColumn{tables.Hindcast.Model, tables.Hindcast.LastValue, tables.Hindcast.Drift, tables.Hindcast.DiscountedPlan}

// scored sums up the rolling origins: each forecaster over all years of the metrics, and the
// model over all periods of each series.
func (r *Report) scored(scenario string) *tables.Table {
	out := tables.New(tables.Scores)
	for _, kind := range Kinds {
		for _, f := range forecasters {
			s := misses{}
			for row, k := range tables.Hindcast.Kind.Of(r.Table) {
				if k == string(kind) && IsRolled(tables.Hindcast.Case.Of(r.Table)[row]) {
					s.add(f.Of(r.Table)[row], tables.Hindcast.Actual.Of(r.Table)[row])
				}
			}
			s.write(out, scenario, kind, tables.AllYears, f.Name)
		}
	}
	for _, kind := range Kinds {
		for _, series := range AllSeries {
			s := misses{}
			for row, k := range tables.Series.Kind.Of(r.Series) {
				if k == string(kind) && tables.Series.Series.Of(r.Series)[row] == series.Name {
					s.add(tables.Series.Model.Of(r.Series)[row], tables.Series.Observed.Of(r.Series)[row])
				}
			}
			s.write(out, scenario, kind, series.Name, tables.Hindcast.Model.Name)
		}
	}
	return out
}
