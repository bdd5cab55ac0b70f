package stats

import "corridor/sim/tables"

// Quantiles are the quantiles of quantiles.csv.
var Quantiles = []struct {
	Column string
	P      float64
}{{"p05", 0.05}, {"p10", 0.1}, {"p25", 0.25}, {"p50", 0.5}, {"p75", 0.75}, {"p90", 0.9}, {"p95", 0.95}}

// Quantiles returns quantiles.csv: a row for every metric and period, in that
// order. What the draws do not determine is empty.
func (s *Set) Quantiles(scenario string) *tables.Table {
	t := tables.New(tables.Quantiles)
	s.each(func(metric, period string, c *Summary) {
		// Values have a finite spread, but its square may be beyond the doubles.
		t.Append(append(c.Spread([]any{scenario, metric, period, c.Mean(), tables.Finite(c.SD())}), int(c.count))...)
	})
	return t
}

// Spread appends the least value, the quantiles and the greatest value, as the tables
// of many futures have them.
func (s *Summary) Spread(cells []any) []any {
	cells = append(cells, s.Min())
	for _, q := range Quantiles {
		cells = append(cells, s.Quantile(q.P))
	}
	return append(cells, s.Max())
}

// AppendShare appends the share of the trials of all replicates that succeeded, with its
// interval; nothing where there are no trials.
func AppendShare(cells []any, successes, trials []uint64, confidence float64) []any {
	var k, n uint64
	for i := range trials {
		k, n = k+successes[i], n+trials[i]
	}
	if n == 0 {
		return append(cells, nil, nil, nil)
	}
	low, high := ShareInterval(successes, trials, confidence)
	return append(cells, float64(k)/float64(n), low, high)
}

// Probabilities returns probabilities.csv: a row for every metric, period and
// threshold, with the intervals of [ShareInterval]. Shares are of all draws: one without
// a value reaches nothing.
func (s *Set) Probabilities(scenario string, confidence float64) *tables.Table {
	t := tables.New(tables.Probabilities)
	s.each(func(metric, period string, c *Summary) {
		for i, e := range c.exceedances {
			cells := []any{scenario, metric, period, e.Threshold, int(s.draws)}
			for _, counts := range [][]uint64{c.Reached(i), c.Above(i)} {
				cells = AppendShare(cells, counts, c.Draws(), confidence)
			}
			t.Append(append(cells, int(c.count))...)
		}
	})
	return t
}

func (s *Set) each(visit func(metric, period string, c *Summary)) {
	for m, metric := range s.metrics {
		for p, period := range s.periods {
			visit(metric.Name, period, s.At(m, p))
		}
	}
}
