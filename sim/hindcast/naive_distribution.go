package hindcast

import (
	"math"

	"corridor/model/calendar"
	"corridor/model/portable"
	"corridor/sim/score"
)

// naive returns the naive forecasts of an observation from an origin, as distributions: none
// where no same period of an earlier year is known, or the value has no logarithm.
//
// Known is what happened by the end of the origin year, as it is to the fits beside which
// these stand, and not what had been published by then: the sources cited are often a later
// summary (one of March 2026 has all tonnes from 2019 on), and by their dates there would be no
// naive forecast of tonnes at all.
func (h *History) naive(kind Kind, o *Observation, origin int) []Predicted {
	if !(o.Value > 0) {
		return nil
	}
	var out []Predicted
	for _, w := range walks {
		step, ok := h.step(w, o, origin)
		if !ok {
			return nil
		}
		sd := float64(h.spread(w, o.Series, origin) * step.stretch)
		out = append(out, Predicted{kind, w.forecaster, origin, o, score.Normal{Mean: step.mean, SD: sd}})
	}
	return out
}

// walk is a random walk of the logarithms of a series, from the same months of one year to those of the
// next: with a drift, or without one, which is the last value (Hyndman & Athanasopoulos
// 2021, Forecasting: Principles and Practice, 3rd ed., §5.2). Values are drawn out on the logarithmic scale because a line
// through a series that has fallen leads below nothing.
type walk struct {
	forecaster string
	drifts     bool
}

var walks = []walk{{LastValue, false}, {Drift, true}}

// step is what a walk says of a period: the mean of ln(value), and by how much its standard
// deviation exceeds σ, that of a change in a year.
type step struct{ mean, stretch float64 }

// step returns it for the period of an observation from an origin; false where no same period is known. With h
// years from the last value known, and n from the first known to the last,
//
//	last value: y(T), σ √h      drift: y(T) + h (y(T) − y(T−n)) / n, σ √(h (1 + h/n))
//
// (Hyndman & Athanasopoulos 2021, §5.5). Where one value alone is known nothing drifts.
func (h *History) step(w walk, o *Observation, origin int) (step, bool) {
	first, last := (*Observation)(nil), (*Observation)(nil)
	for i := range h.Observations {
		p := &h.Observations[i]
		if p.Series != o.Series || !(p.Value > 0) || !p.sameMonths(o.Period) || p.To > Year(origin).To {
			continue
		}
		if first == nil || p.From < first.From {
			first = p
		}
		if last == nil || p.From > last.From {
			last = p
		}
	}
	if last == nil {
		return step{}, false
	}
	ahead := float64(o.From.Year() - last.From.Year())
	out := step{portable.Log(last.Value), math.Sqrt(ahead)}
	if n := float64(last.From.Year() - first.From.Year()); w.drifts && n > 0 {
		out.mean += float64(ahead * portable.Log(last.Value/first.Value) / n)
		out.stretch = math.Sqrt(float64(ahead * (1 + ahead/n)))
	}
	return out, true
}

// sameMonths reports whether both are the same months, of any years.
func (p Period) sameMonths(q Period) bool {
	return p.To-p.From == q.To-q.From && (p.From-q.From)%calendar.MonthsPerYear == 0
}

const (
	// fewErrors are too few to tell a spread.
	fewErrors = 2
	// assumedSpread is σ where no series has made errors before the origin: two times in three what
	// happens is between 1/1.6 and 1.6 times what was said. Assumption.
	assumedSpread = 0.5
)

// spread returns σ of a walk: the root mean square of the errors that it made of the series from
// the ends of the years before the origin, each over the stretch of its step. With fewer than
// two it is that of the errors it made of all series, and with fewer than two of them
// [assumedSpread].
func (h *History) spread(w walk, s *Series, origin int) float64 {
	errors := h.errors(w, s, origin)
	if len(errors) < fewErrors {
		errors = nil
		for _, any := range AllSeries {
			errors = append(errors, h.errors(w, any, origin)...)
		}
	}
	if len(errors) < fewErrors {
		return assumedSpread
	}
	squares := 0.0
	for _, e := range errors {
		squares += float64(e * e)
	}
	return math.Sqrt(squares / float64(len(errors)))
}

// errors returns what a walk was off by in a series, over the stretch, one for each year up to the origin: of the
// longest period that could be said from the end of the year before. Parts of a year say the
// same again.
func (h *History) errors(w walk, s *Series, origin int) (out []float64) {
	for year := h.firstYear(); year <= origin; year++ {
		longest := -1
		off := 0.0
		for i := range h.Observations {
			o := &h.Observations[i]
			months := int(o.To - o.From)
			if o.Series != s || !(o.Value > 0) || !o.Within(year) || months <= longest {
				continue
			}
			if said, ok := h.step(w, o, year-1); ok {
				longest, off = months, (portable.Log(o.Value)-said.mean)/said.stretch
			}
		}
		if longest >= 0 {
			out = append(out, off)
		}
	}
	return out
}

// firstYear is the first year of which anything is known.
func (h *History) firstYear() int {
	first := math.MaxInt
	for i := range h.Observations {
		first = min(first, h.Observations[i].From.Year())
	}
	return first
}
