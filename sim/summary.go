package sim

import (
	"fmt"
	"slices"
	"strconv"

	"corridor/model/calendar"
	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Summary is what is kept of many futures of one alternative. All of it is exact,
// so that summaries of parts merge into the summary of the whole.
type Summary struct {
	Metrics  *stats.Set // every column of annual.csv by year
	Failed   uint64     // futures that came to no finite number; they are in nothing else
	Failures []Failure  // the first of them

	done     tally // futures summarised
	limiting tally // by month, then segment: futures in which it limits the capacity
	held     tally // by month, then segment, of all replicates: futures in which it holds cargo back
	met      tally // by target: futures in which it is met
	first    tally // by milestone, then year: futures in which it is reached then and not before

	segments, years, start int
}

// Failure is a future that came to no finite number.
type Failure struct {
	Draw         uint64
	Metric, Year int       // positions of the first figure that is none
	Inputs       []float64 // what was drawn, in the order of the uncertainties
}

// mostFailures is how many failures are kept with what was drawn for them.
const mostFailures = 100

// newSummary returns the summary of no futures, which keeps replicates apart where there
// are several.
func newSummary(a *Alternative, replicates int) (*Summary, error) {
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
			return slices.Contains(headlineMetrics, tables.Metrics()[metric]) && a.headlineYear(start+year)
		})
	}
	segments := len(a.Corridor.Segments)
	return &Summary{
		Metrics:  set,
		done:     newTally(replicates, 1),
		limiting: newTally(replicates, a.Corridor.Months*segments), held: newTally(1, a.Corridor.Months*segments),
		met: newTally(replicates, len(a.Targets)), first: newTally(replicates, (len(a.Targets)+1)*years),
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

// Draws returns the number of futures summarised, without those that failed.
func (s *Summary) Draws() uint64 { return s.Metrics.Draws() }

// add adds the future that was simulated last, which is of a replicate.
func (s *Summary) add(f *future, replicate int) {
	s.Metrics.AddTo(replicate, f.values)
	s.done.add(replicate, 0)
	for month, segment := range f.limiting {
		if segment >= 0 {
			s.limiting.add(replicate, month*s.segments+segment)
		}
	}
	f.eachHeld(func(month, segment int) { s.held.add(0, month*s.segments+segment) })
	for target, met := range f.milestones.met {
		if met {
			s.met.add(replicate, target)
		}
	}
	for i, month := range f.milestones.first {
		if month != calendar.Never {
			s.first.add(replicate, i*s.years+month.Year()-s.start)
		}
	}
}

// fail counts a future that came to no finite number.
func (s *Summary) fail(draw uint64, metric, year int, inputs []float64) {
	if s.Failed++; len(s.Failures) < mostFailures {
		s.Failures = append(s.Failures, Failure{draw, metric, year, slices.Clone(inputs)})
	}
}

// merge adds the futures of another summary of the same alternative, whose draws
// come after those of s.
func (s *Summary) merge(o *Summary) error {
	for i, counts := range s.counts() {
		if len(*counts) != len(*o.counts()[i]) {
			return fmt.Errorf("summaries of other corridors do not merge")
		}
	}
	if err := s.Metrics.Merge(o.Metrics); err != nil {
		return err
	}
	for i, counts := range s.counts() {
		for j, n := range *o.counts()[i] {
			(*counts)[j] += n
		}
	}
	s.Failed += o.Failed
	s.Failures = append(s.Failures, o.Failures[:min(len(o.Failures), mostFailures-len(s.Failures))]...)
	return nil
}

// counts lists what is counted besides the metrics.
func (s *Summary) counts() [5]*[]uint64 {
	return [5]*[]uint64{&s.done.counts, &s.limiting.counts, &s.held.counts, &s.met.counts, &s.first.counts}
}

// reset forgets all futures and keeps the memory for others.
func (s *Summary) reset() {
	s.Metrics.Reset()
	s.Failed, s.Failures = 0, nil
	for _, counts := range s.counts() {
		clear(*counts)
	}
}
