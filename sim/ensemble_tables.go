package sim

import (
	"corridor/model/calendar"
	"corridor/sim/findings"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Tables returns what an ensemble found out about one of its alternatives; precision
// is that which precision.csv says the draws for.
func (e *Ensemble) Tables(f *Futures, alternative int, precision float64) []*tables.Table {
	a, s := &e.Alternatives[alternative], f.Summaries[alternative]
	list := []*tables.Table{
		s.Metrics.Quantiles(a.Name), s.Metrics.Probabilities(a.Name, Confidence),
		s.chances(a), s.attainment(a), s.bottlenecks(a), s.precision(a, precision),
	}
	if s.Failed > 0 {
		list = append(list, s.failures(a))
	}
	return list
}

// share appends the share of the draws that were counted, by replicate, with its
// interval.
func (s *Summary) share(cells []any, counts []uint64) []any {
	return stats.AppendShare(cells, counts, s.done.counts, Confidence)
}

func (s *Summary) chances(a *Alternative) *tables.Table {
	t := tables.New(tables.Chances)
	for i := range a.Targets {
		target := &a.Targets[i]
		cells := []any{a.Name, target.Name, target.Title, target.Metric.String(), periodOf(target), target.AtMost, target.Threshold, int(s.Draws())}
		t.Append(s.share(cells, s.met.of(i))...)
	}
	return t
}

func (s *Summary) attainment(a *Alternative) *tables.Table {
	t := tables.New(tables.Attainment)
	for i := range len(a.Targets) + 1 {
		event, title := findings.HeldBackAllYear, "Cargo is held back in every month"
		if i < len(a.Targets) {
			event, title = a.Targets[i].Name, a.Targets[i].Title
		}
		reached := make([]uint64, s.first.replicates)
		for year := range s.years {
			for replicate, n := range s.first.of(i*s.years + year) {
				reached[replicate] += n
			}
			t.Append(s.share([]any{a.Name, event, title, s.start + year, int(s.Draws())}, reached)...)
		}
	}
	return t
}

// bottlenecks has a row for every month and segment that limits the capacity or holds
// cargo back in any future.
func (s *Summary) bottlenecks(a *Alternative) *tables.Table {
	t := tables.New(tables.Bottlenecks)
	for month := range a.Corridor.Months {
		for segment := range s.segments {
			limiting, held := s.limiting.of(month*s.segments+segment), total(s.held.of(month*s.segments+segment))
			if total(limiting) == 0 && held == 0 {
				continue
			}
			at := a.Corridor.Start + calendar.Month(month)
			cells := s.share([]any{a.Name, at.String(), a.Corridor.Segments[segment].Name, int(s.Draws())}, limiting)
			t.Append(append(cells, float64(held)/float64(s.Draws()))...)
		}
	}
	return t
}

func (s *Summary) precision(a *Alternative, wanted float64) *tables.Table {
	t := tables.New(tables.Precision)
	for _, p := range s.headlines(a, wanted) {
		draws := any(nil)
		if p.known {
			draws = int(p.wanted)
		}
		t.Append(a.Name, p.metric, p.period, p.statistic, p.value, tables.Finite(p.half), tables.Finite(p.relative), int(s.Draws()), draws)
	}
	return t
}

func (s *Summary) failures(a *Alternative) *tables.Table {
	t := tables.New(tables.Failures)
	for _, f := range s.Failures {
		for i, v := range f.Inputs {
			t.Append(a.Name, int(f.Draw), tables.Metrics()[f.Metric], periods(s.start, s.years)[f.Year], a.Uncertainties[i].Name, tables.Finite(v))
		}
	}
	return t
}

// Differences returns what every alternative makes of every metric against the
// first, draw by draw.
func (e *Ensemble) Differences(f *Futures) *tables.Table {
	t := tables.New(tables.Differences)
	base := f.Summaries[0]
	for i, set := range f.Differences {
		other := f.Summaries[i+1]
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
				t.Append(append(cells, lower, int(from.Count()), int(to.Count()))...)
			}
		}
	}
	return t
}
