package ensemble

import (
	"math"

	"corridor/model"
	"corridor/sim"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Confidence of the intervals of an ensemble's figures.
const Confidence = 0.95

// precision is how far chance alone may have moved one headline figure.
type precision struct {
	metric, period, statistic string
	value, half               float64 // half of the interval; NaN where the draws are too few to tell
	relative                  float64 // half over value; half itself for a chance
	wanted                    uint64  // draws that bring it within the precision wanted
	known                     bool    // whether that can be told
}

// headlineMetrics are those of which the precision is told.
var headlineMetrics = []tables.MetricColumn{tables.Annual.ThroughputMt, tables.Annual.CapacityMt}

// headlines returns the precision of the headline figures: mean, 5 %, 50 % and 95 %
// quantile of throughput and capacity in the years of the targets and the last, and
// the chance of each target. Errors are those of independent draws or, where the design
// has replicates, by the spread of these.
func (t *AlternativeTally) headlines(a *Alternative, wanted float64) []precision {
	var list []precision
	for _, metric := range headlineMetrics {
		for year := range t.years {
			if a.headlineYear(t.start + year) {
				cell := t.Metrics.At(sim.MetricPlace(metric), year)
				list = append(list, spread(cell, metric.Name, periods(t.start, t.years)[year], wanted)...)
			}
		}
	}
	for i := range a.Targets {
		list = append(list, t.chanceOf(i, &a.Targets[i], wanted))
	}
	return list
}

// headlineYear reports whether a year is the last, or that of a target.
func (a *Alternative) headlineYear(year int) bool {
	if start, years := a.Corridor.Years(); year == start+years-1 {
		return true
	}
	for i := range a.Targets {
		if a.Targets[i].At.Year() == year {
			return true
		}
	}
	return false
}

func spread(cell *stats.Summary, metric, period string, wanted float64) []precision {
	mean := precision{metric: metric, period: period, statistic: "mean", value: cell.Mean()}
	low, high := cell.MeanInterval(Confidence)
	mean.half = (high - low) / 2
	mean.wanted, mean.known = cell.Enough(wanted, Confidence)
	list := []precision{mean}
	for _, q := range []struct {
		name string
		p    float64
	}{{"p05", 0.05}, {"p50", 0.5}, {"p95", 0.95}} {
		quantile := precision{metric: metric, period: period, statistic: q.name, value: cell.Quantile(q.p), half: math.NaN()}
		if low, high := cell.QuantileInterval(q.p, Confidence); !math.IsInf(high-low, 0) {
			quantile.half = (high - low) / 2
		}
		quantile.wanted, quantile.known = cell.EnoughQuantile(q.p, wanted, Confidence)
		list = append(list, quantile)
	}
	for i := range list {
		list[i].relative = list[i].half / math.Abs(list[i].value)
		if list[i].half == 0 {
			list[i].relative = 0 // also of a value of 0
		}
	}
	return list
}

func (t *AlternativeTally) chanceOf(i int, target *tables.Target, wanted float64) precision {
	n, met := t.Draws(), t.met.of(i)
	low, high := stats.ShareInterval(met, t.done.n, Confidence)
	half := (high - low) / 2
	chance := precision{
		metric: target.Name, period: target.At.String(), statistic: "chance",
		value: model.Ratio(float64(total(met)), float64(n)), half: half, relative: half,
	}
	if n > 0 && wanted > 0 {
		// The half width falls with the root of the number of draws.
		more := math.Ceil(float64(n) * float64(half/wanted*(half/wanted)))
		chance.wanted, chance.known = uint64(more), more <= stats.MaxDraws
	}
	return chance
}

// leastEnough is the number of draws below which the spread is not trusted to say
// that they are enough.
const leastEnough = 1000

// Enough returns whether chance alone moves no headline figure of any alternative by
// more than the precision wanted, at the usual confidence: relative to the figure,
// for a chance as it is.
func (e *Ensemble) Enough(t *Tally, wanted float64) bool {
	if t.Alternatives[0].Draws() < leastEnough {
		return false
	}
	for i, a := range t.Alternatives {
		for _, p := range a.headlines(&e.Alternatives[i], wanted) {
			if !(p.relative <= wanted) {
				return false
			}
		}
	}
	return true
}

// EnoughDraws returns how many draws would bring every headline figure within the
// precision wanted; false where that cannot be told for some.
func (e *Ensemble) EnoughDraws(t *Tally, wanted float64) (draws uint64, known bool) {
	known = true
	for i, a := range t.Alternatives {
		for _, p := range a.headlines(&e.Alternatives[i], wanted) {
			draws, known = max(draws, p.wanted), known && p.known
		}
	}
	return draws, known
}
