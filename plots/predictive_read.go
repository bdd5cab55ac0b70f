package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"corridor/plots/page"
	"corridor/plots/series"
	"corridor/plots/words"
	"corridor/sim/tables"
)

// prediction is what a fit says of an observation: quantiles of its predictive distribution, and
// in pit the percentage of it below what was observed. All are NaN where it says nothing.
type prediction struct{ p05, p25, p50, p75, p95, pit, horizon float64 }

var noPrediction = prediction{math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.Inf(1)}

func (q prediction) said() bool { return !math.IsNaN(q.p05 + q.p25 + q.p50 + q.p75 + q.p95) }

func (q prediction) times(factor float64) prediction {
	return prediction{float64(q.p05 * factor), float64(q.p25 * factor), float64(q.p50 * factor), float64(q.p75 * factor), float64(q.p95 * factor), q.pit, q.horizon}
}

// nearer returns the one of two that is said from the nearer origin.
func (q prediction) nearer(other prediction) prediction {
	if q.said() && !(other.said() && other.horizon < q.horizon) {
		return q
	}
	return other
}

// within reports whether a value lies in the central 50 and 90 %, the ends included.
func (q prediction) within(v float64) (half, nine bool) {
	return q.p25 <= v && v <= q.p75, q.p05 <= v && v <= q.p95
}

// observation is an observation beside what fits said of it.
type observation struct {
	span
	entry
	observed, error       float64
	fitted                bool       // the fit for use was calibrated on it
	prior, judged, forUse prediction // judged: by the fit that knows the years before it and no more
}

// entry tells observations apart.
type entry struct{ series, scope, period string }

// span are the months that are observed.
type span struct{ from, to words.Month }

// monthsOf returns the months of a row of predictive.csv.
func monthsOf(t *tables.Table, row int) (s span, err error) {
	if s.from, err = series.MonthAt(t, tables.Predictive.From, row); err != nil {
		return s, err
	}
	if s.to, err = series.MonthAt(t, tables.Predictive.To, row); err == nil && s.to < s.from {
		err = fmt.Errorf("%s: to is before from", t.Place(row))
	}
	return s, err
}

func (s span) wholeYear() bool { return s.from.Index() == 0 && s.to == s.from+11 }

// title names the months: a year, a month or from one to another.
func (s span) title(on *page.Page) string {
	switch {
	case s.from == s.to:
		return on.ShortMonth(s.from)
	case s.wholeYear():
		return fmt.Sprint(s.from.Year())
	case s.from.Year() == s.to.Year():
		return on.ShortMonths(s.from, s.to)
	}
	return on.ShortMonth(s.from) + "–" + on.ShortMonth(s.to)
}

// observedSeries is a series with its observations, in time.
type observedSeries struct {
	series, title, unit string
	all                 []observation
}

// readObservations returns the observations of a kind by series, and the fit for use.
func readObservations(t *tables.Table, kind string) ([]observedSeries, string, error) {
	of := tables.Predictive
	columns, err := series.Measures(t, of.Observed, of.Error, of.P05, of.P25, of.P50, of.P75, of.P95)
	if err != nil {
		return nil, "", err
	}
	pits, err := series.Shares(t, of.PIT)
	if err != nil {
		return nil, "", err
	}
	fits := of.Fit.Of(t)
	used := lastFit(fits)
	fitted := map[entry]bool{}
	var out []observedSeries
	for row, name := range of.Series.Of(t) {
		at := entry{name, of.Scope.Of(t)[row], of.Period.Of(t)[row]}
		// Parameters may be fitted on another kind than is shown.
		fitted[at] = fitted[at] || fits[row] == used && of.Fitted.True(t, row)
		if of.Kind.Of(t)[row] != kind || math.IsNaN(columns[0][row]) {
			continue
		}
		o := observation{entry: at, observed: columns[0][row], error: columns[1][row], prior: noPrediction, judged: noPrediction, forUse: noPrediction}
		if o.span, err = monthsOf(t, row); err != nil {
			return nil, "", err
		}
		q := prediction{columns[2][row], columns[3][row], columns[4][row], columns[5][row], columns[6][row], pits[row], of.Horizon.Of(t)[row]}
		if !(q.p05 <= q.p25 && q.p25 <= q.p50 && q.p50 <= q.p75 && q.p75 <= q.p95) && q.said() {
			return nil, "", fmt.Errorf("%s: p05 to p95 do not rise", t.Place(row))
		}
		i := slices.IndexFunc(out, func(s observedSeries) bool { return s.series == name })
		if i < 0 {
			i = len(out)
			out = append(out, observedSeries{series: name, title: titleOr(of.Title.Of(t)[row], name), unit: of.Unit.Of(t)[row]})
		}
		s := out[i].add(o)
		if fits[row] == tables.NoYears {
			s.prior = s.prior.nearer(q)
		}
		if fits[row] == used {
			s.forUse = s.forUse.nearer(q)
		}
		if of.Judged.True(t, row) {
			s.judged = s.judged.nearer(q)
		}
	}
	for _, s := range out {
		for i := range s.all {
			s.all[i].fitted = fitted[s.all[i].entry]
		}
		slices.SortStableFunc(s.all, func(a, b observation) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(b.from, a.from)) })
	}
	return out, used, nil
}

// add returns the place of an observation among those of the series, new where it is not
// there yet.
func (s *observedSeries) add(o observation) *observation {
	i := slices.IndexFunc(s.all, func(b observation) bool { return b.entry == o.entry })
	if i < 0 {
		i = len(s.all)
		s.all = append(s.all, o)
	}
	return &s.all[i]
}

// kindOf returns what a chart of one kind shows: what the fits were calibrated on, which is told
// the year, or else the first kind there is.
func kindOf(kinds []string) string {
	if slices.Contains(kinds, tables.Conditional) || len(kinds) == 0 {
		return tables.Conditional
	}
	return kinds[0]
}
