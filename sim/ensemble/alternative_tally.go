package ensemble

import (
	"errors"
	"slices"
	"strconv"

	"corridor/model/calendar"
	"corridor/sim"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// AlternativeTally is what is kept of many futures of one alternative. All of it is
// exact, so that tallies of parts merge into the tally of the whole.
type AlternativeTally struct {
	Metrics  *stats.Set // every column of annual.csv by year
	Failed   uint64     // futures that came to no finite number; they are in nothing else
	Failures []Failure  // the first of them

	done     counts // futures that came to something
	limiting counts // by month, then segment: futures in which it limits the capacity
	held     counts // by month, then segment, of all replicates: futures in which it holds cargo back
	met      counts // by target: futures in which it is met
	inReach  counts // by target: futures in which it would be met if no segment ever limited
	first    counts // by milestone, then year: futures in which it is reached then and not before
	limits   counts // by year, then segment: futures in which it limits the capacity at the end of the year
	holds    counts // by year, then segment and last none: futures in which it holds most cargo back in the year

	segments, years, start int
}

// Failure is a future that came to no finite number.
type Failure struct {
	Draw         uint64
	Metric, Year int       // positions of the first figure that is none
	Inputs       []float64 // what was drawn, in the order of the inputs of the alternative
}

// mostFailures is how many failures are kept with what was drawn for them.
const mostFailures = 100

// newAlternativeTally returns the tally of no futures, which keeps replicates apart where
// there are several.
func newAlternativeTally(a *Alternative, replicates int) (*AlternativeTally, error) {
	thresholds := a.thresholds()
	var metrics []stats.Metric
	for _, name := range tables.Metrics() {
		metrics = append(metrics, stats.Metric{Name: name, Thresholds: thresholds[name]})
	}
	start, years := a.Corridor.Years()
	set, err := stats.NewSet(metrics, periods(start, years))
	if err != nil {
		return nil, err
	}
	if replicates > 1 {
		set.Replicated(replicates, func(metric, year int) bool {
			headline := slices.ContainsFunc(headlineMetrics, func(m tables.MetricColumn) bool { return sim.MetricPlace(m) == metric })
			return headline && a.headlineYear(start+year)
		})
	}
	segments := len(a.Corridor.Segments)
	return &AlternativeTally{
		Metrics:  set,
		done:     newCounts(replicates, 1),
		limiting: newCounts(replicates, a.Corridor.Months*segments), held: newCounts(1, a.Corridor.Months*segments),
		met: newCounts(replicates, len(a.Targets)), inReach: newCounts(replicates, len(a.Targets)), first: newCounts(replicates, (len(a.Targets)+1)*years),
		limits: newCounts(replicates, years*segments), holds: newCounts(replicates, years*(segments+1)),
		segments: segments, years: years, start: start,
	}, nil
}

func periods(start, years int) []string {
	list := make([]string, years)
	for i := range list {
		list[i] = strconv.Itoa(start + i)
	}
	return list
}

// Draws returns the number of futures counted, without those that failed.
func (t *AlternativeTally) Draws() uint64 { return t.Metrics.Draws() }

// add counts the future that was simulated last, which is of a replicate. Its metrics come in
// blocks.
func (t *AlternativeTally) add(f *simulator, replicate int) {
	t.done.add(replicate, 0)
	for month, segment := range f.limiting {
		if segment >= 0 {
			t.limiting.add(replicate, month*t.segments+segment)
		}
	}
	f.eachHeld(func(month, segment int) { t.held.add(0, month*t.segments+segment) })
	for target, met := range f.milestones.met {
		if met {
			t.met.add(replicate, target)
		}
	}
	for target, inReach := range f.milestones.inReach {
		if inReach {
			t.inReach.add(replicate, target)
		}
	}
	for i, month := range f.milestones.first {
		if month != calendar.Never {
			t.first.add(replicate, i*t.years+month.Year()-t.start)
		}
	}
	for year, segment := range f.limits {
		if segment >= 0 {
			t.limits.add(replicate, year*t.segments+segment)
		}
	}
	for year, segment := range f.holds {
		if segment < 0 {
			segment = t.segments
		}
		t.holds.add(replicate, year*(t.segments+1)+segment)
	}
}

// fail counts a future that came to no finite number.
func (t *AlternativeTally) fail(draw uint64, metric, year int, inputs []float64) {
	if t.Failed++; len(t.Failures) < mostFailures {
		t.Failures = append(t.Failures, Failure{draw, metric, year, slices.Clone(inputs)})
	}
}

// merge adds the futures of another tally of the same alternative, whose draws come
// after those of t.
func (t *AlternativeTally) merge(o *AlternativeTally) error {
	for i, counts := range t.counts() {
		if len(counts.n) != len(o.counts()[i].n) {
			return errors.New("tallies of other corridors do not merge")
		}
	}
	if err := t.Metrics.Merge(o.Metrics); err != nil {
		return err
	}
	for i, counts := range t.counts() {
		for j, n := range o.counts()[i].n {
			counts.n[j] += n
		}
	}
	t.Failed += o.Failed
	t.Failures = append(t.Failures, o.Failures[:min(len(o.Failures), mostFailures-len(t.Failures))]...)
	return nil
}

// counts lists what is counted besides the metrics.
func (t *AlternativeTally) counts() [8]*counts {
	return [8]*counts{&t.done, &t.limiting, &t.held, &t.met, &t.inReach, &t.first, &t.limits, &t.holds}
}

// reset forgets all futures and keeps the memory for others.
func (t *AlternativeTally) reset() {
	t.Metrics.Reset()
	t.Failed, t.Failures = 0, nil
	for _, counts := range t.counts() {
		clear(counts.n)
	}
}
