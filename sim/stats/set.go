package stats

import (
	"fmt"
	"math"
	"slices"
)

// Metric is a quantity to summarise, with the thresholds to count exceedances of.
type Metric struct {
	Name       string
	Thresholds []float64
}

// Set holds a summary of every metric in every period.
type Set struct {
	metrics []Metric
	periods []string // such as 2030 or 2030-06
	draws   uint64
	cells   []Summary // by metric, then by period
}

// NewSet returns the summaries of no draws. Names must be unique and thresholds
// finite.
func NewSet(metrics []Metric, periods []string) (*Set, error) {
	s := &Set{periods: slices.Clone(periods)}
	if name, ok := repeated(periods); ok {
		return nil, fmt.Errorf("stats: period %q is there twice", name)
	}
	names := make([]string, 0, len(metrics))
	for _, m := range metrics {
		names = append(names, m.Name)
		for _, t := range m.Thresholds {
			if math.IsNaN(t) || math.IsInf(t, 0) {
				return nil, fmt.Errorf("stats: metric %q has a threshold of %v", m.Name, t)
			}
		}
		m.Thresholds = slices.Clone(m.Thresholds)
		s.metrics = append(s.metrics, m)
		for range periods {
			s.cells = append(s.cells, *NewSummary(m.Thresholds...))
		}
	}
	if name, ok := repeated(names); ok {
		return nil, fmt.Errorf("stats: metric %q is there twice", name)
	}
	return s, nil
}

// repeated returns a name that is listed twice.
func repeated(names []string) (string, bool) {
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		if seen[name] {
			return name, true
		}
		seen[name] = true
	}
	return "", false
}

// Add adds one draw: its values by metric, then by period. Another number of
// values than the set has summaries is a mistake in the program, and panics.
func (s *Set) Add(draw []float64) {
	if len(draw) != len(s.cells) {
		panic(fmt.Sprintf("stats: a draw of %d values for %d summaries", len(draw), len(s.cells)))
	}
	s.draws++
	for i, v := range draw {
		s.cells[i].Add(v)
	}
}

// Merge adds the draws of another set with the same metrics, thresholds and
// periods. On an error the set is as it was.
func (s *Set) Merge(o *Set) error {
	if !slices.Equal(s.periods, o.periods) {
		return fmt.Errorf("stats: sets of other periods do not merge: %v, %v", s.periods, o.periods)
	}
	if !slices.EqualFunc(s.metrics, o.metrics, func(a, b Metric) bool { return a.Name == b.Name }) {
		return fmt.Errorf("stats: sets of other metrics do not merge: %v, %v", s.metrics, o.metrics)
	}
	for i := range s.cells {
		if err := s.cells[i].compatible(&o.cells[i]); err != nil {
			return fmt.Errorf("%s in %s: %w", s.metrics[i/len(s.periods)].Name, s.periods[i%len(s.periods)], err)
		}
	}
	s.draws += o.draws
	for i := range s.cells {
		s.cells[i].merge(&o.cells[i])
	}
	return nil
}

// Reset forgets all draws and keeps the memory for others.
func (s *Set) Reset() {
	s.draws = 0
	for i := range s.cells {
		s.cells[i].Reset()
	}
}

// Draws returns the number of draws.
func (s *Set) Draws() uint64 { return s.draws }

// At returns the summary of a metric in a period, by their positions.
func (s *Set) At(metric, period int) *Summary {
	return &s.cells[metric*len(s.periods):][:len(s.periods)][period]
}
