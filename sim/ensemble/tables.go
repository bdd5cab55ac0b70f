package ensemble

import (
	"corridor/model/calendar"
	"corridor/sim/findings"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Tables returns what an ensemble found out about one of its alternatives: quantiles.csv,
// probabilities.csv, chances.csv, attainment.csv, bottlenecks.csv, precision.csv and, where
// futures failed, failures.csv. Precision is the relative half width for which
// precision.csv says how many draws are wanted.
func (e *Ensemble) Tables(t *Tally, alternative int, precision float64) []*tables.Table {
	a, of := &e.Alternatives[alternative], t.Alternatives[alternative]
	list := []*tables.Table{
		of.Metrics.Quantiles(a.Name), of.Metrics.Probabilities(a.Name, Confidence),
		of.chances(a), of.attainment(a), of.bottlenecks(a), of.precision(a, precision),
	}
	if of.Failed > 0 {
		list = append(list, of.failures(a))
	}
	return list
}

// share appends the share of the draws that were counted, by replicate, with its
// interval.
func (t *AlternativeTally) share(cells []any, counts []uint64) []any {
	return stats.AppendShare(cells, counts, t.done.n, Confidence)
}

func (t *AlternativeTally) chances(a *Alternative) *tables.Table {
	out := tables.New(tables.Chances)
	for i := range a.Targets {
		target := &a.Targets[i]
		cells := []any{a.Name, target.Name, target.Title, target.Metric.String(), target.At.String(), target.AtMost, target.Threshold, int(t.Draws())}
		cells = t.share(cells, t.met.of(i))
		if target.OfDemand() {
			cells = t.share(cells, t.inReach.of(i))
		} else {
			cells = append(cells, nil, nil, nil)
		}
		out.Append(cells...)
	}
	return out
}

func (t *AlternativeTally) attainment(a *Alternative) *tables.Table {
	out := tables.New(tables.Attainment)
	for i := range len(a.Targets) + 1 {
		event, title := findings.HeldBackAllYear, "Cargo is held back in every month"
		if i < len(a.Targets) {
			event, title = a.Targets[i].Name, a.Targets[i].Title
		}
		reached := make([]uint64, t.first.replicates)
		for year := range t.years {
			for replicate, n := range t.first.of(i*t.years + year) {
				reached[replicate] += n
			}
			out.Append(t.share([]any{a.Name, event, title, t.start + year, int(t.Draws())}, reached)...)
		}
	}
	return out
}

// bottlenecks has a row for every month and segment that limits the capacity or holds
// cargo back in any future.
func (t *AlternativeTally) bottlenecks(a *Alternative) *tables.Table {
	out := tables.New(tables.Bottlenecks)
	for month := range a.Corridor.Months {
		for segment := range t.segments {
			limiting, held := t.limiting.of(month*t.segments+segment), total(t.held.of(month*t.segments+segment))
			if total(limiting) == 0 && held == 0 {
				continue
			}
			at := a.Corridor.Start + calendar.Month(month)
			cells := t.share([]any{a.Name, at.String(), a.Corridor.Segments[segment].Name, int(t.Draws())}, limiting)
			out.Append(append(cells, float64(held)/float64(t.Draws()))...)
		}
	}
	return out
}

func (t *AlternativeTally) precision(a *Alternative, wanted float64) *tables.Table {
	out := tables.New(tables.Precision)
	for _, p := range t.headlines(a, wanted) {
		draws := any(nil)
		if p.known {
			draws = int(p.wanted)
		}
		out.Append(a.Name, p.metric, p.period, p.statistic, p.value, tables.Finite(p.half), tables.Finite(p.relative), int(t.Draws()), draws)
	}
	return out
}

func (t *AlternativeTally) failures(a *Alternative) *tables.Table {
	out, inputs := tables.New(tables.Failures), a.Inputs()
	for _, f := range t.Failures {
		for i, v := range f.Inputs {
			out.Append(a.Name, int(f.Draw), tables.Metrics()[f.Metric], periods(t.start, t.years)[f.Year], inputs[i], tables.Finite(v))
		}
	}
	return out
}

// Differences returns what every alternative makes of every metric against the
// first, draw by draw.
func (e *Ensemble) Differences(t *Tally) *tables.Table {
	out := tables.New(tables.Differences)
	base := t.Alternatives[0]
	for i, set := range t.Differences {
		other := t.Alternatives[i+1]
		for metric, name := range tables.Metrics() {
			for year, period := range periods(base.start, base.years) {
				d := set.At(metric, year)
				n := d.Count()
				from, to := base.Metrics.At(metric, year), other.Metrics.At(metric, year)
				cells := d.Spread([]any{
					e.Alternatives[0].Name, e.Alternatives[i+1].Name, name, period, int(n),
					from.Mean(), to.Mean(), d.Mean(), tables.Finite(d.MeanError()), tables.Finite(d.SD()),
				})
				cells = stats.AppendShare(cells, d.Above(0), d.Counts(), Confidence)
				lower := any(nil)
				if n > 0 {
					lower = float64(n-d.Exceedances()[0].Reached) / float64(n)
				}
				cells = append(cells, lower, int(from.Count()), int(to.Count()))
				at := metric*base.years + year
				cells = stats.AppendShare(cells, t.material[i].above(at), d.Counts(), Confidence)
				below := stats.AppendShare(nil, t.material[i].below(at), d.Counts(), Confidence)
				out.Append(append(cells, below[0], e.Alternatives[0].Title, e.Alternatives[i+1].Title, below[1], below[2])...)
			}
		}
	}
	return out
}
