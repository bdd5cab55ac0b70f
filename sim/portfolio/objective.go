package portfolio

import (
	"math"
	"slices"

	"corridor/sim/stats"
)

// Statistic is what an objective makes of the values of a metric over the futures.
type Statistic int

const (
	// Mean is the mean of the futures that have a value.
	Mean Statistic = iota
	// Quantile is the quantile at P, of type 7.
	Quantile
	// Share is the share of the futures that reach Threshold, or stay under it where less is
	// better; one without a value does not: the domain criterion (Starr 1963, Product Design
	// and Decision Theory).
	Share
	// Regret is the largest difference to the best plan of the same future (Savage 1951,
	// Journal of the American Statistical Association 46, 55–67).
	Regret
	// ScenarioRegret is the largest difference of the mean of a scenario to that of the best
	// plan in it.
	ScenarioRegret
)

// Objective is a statistic of a metric that is to be large, or small.
type Objective struct {
	Metric    int
	Statistic Statistic
	P         float64 // of a Quantile
	Threshold float64 // of a Share
	Least     bool    // less of the metric is better
}

// small reports whether the objective itself is to be small.
func (o *Objective) small() bool {
	switch o.Statistic {
	case Share:
		return false
	case Regret, ScenarioRegret:
		return true
	}
	return o.Least
}

// regrets reports whether the value depends on the plans that it is compared with.
func (o *Objective) regrets() bool { return o.Statistic == Regret || o.Statistic == ScenarioRegret }

// Condition is an objective that must reach a value, or not exceed it.
type Condition struct {
	Objective
	Value  float64
	AtMost bool
}

// short is by how much a value misses the condition, 0 where it meets it.
func (c *Condition) short(v float64) float64 {
	missing := c.Value - v
	if c.AtMost {
		missing = v - c.Value
	}
	if rounding := 1e-9 * math.Abs(c.Value); missing <= rounding {
		return 0
	}
	if math.IsNaN(missing) {
		return math.Inf(1)
	}
	return missing / max(1e-9, math.Abs(c.Value))
}

// Of returns the statistic of what a plan comes to. Best is the best of the plans it is
// compared with, as [Best] finds it; it is used by regrets alone.
func (o *Objective) Of(p *Problem, values []float64, best *Best) float64 {
	futures := func(scenario int) []float64 { return p.Of(values, o.Metric, scenario) }
	switch o.Statistic {
	case Mean:
		return mean(futures(0))
	case Quantile:
		sorted := slices.Clone(futures(0))
		sorted = slices.DeleteFunc(sorted, math.IsNaN)
		slices.Sort(sorted)
		return stats.Quantile(sorted, o.P)
	case Share:
		n := 0
		for _, v := range futures(0) {
			if o.Reaches(v) {
				n++
			}
		}
		return float64(n) / float64(p.Futures)
	case Regret:
		worst := 0.0
		for future, v := range futures(0) {
			worst = larger(worst, o.behind(v, best.Future(o, future)))
		}
		return worst
	}
	worst := 0.0
	for scenario := range p.Scenarios {
		worst = larger(worst, o.behind(mean(futures(scenario)), best.Scenario(o, scenario)))
	}
	return worst
}

// Reaches reports whether a value is on the good side of the threshold, but for rounding.
func (o *Objective) Reaches(v float64) bool {
	rounding := float64(1e-9 * math.Abs(o.Threshold))
	if o.Least {
		return v <= o.Threshold+rounding
	}
	return v >= o.Threshold-rounding
}

// behind is how much worse a value is than the best.
func (o *Objective) behind(v, best float64) float64 {
	if o.Least {
		return v - best
	}
	return best - v
}

// larger is the larger of two numbers; one that is none counts for nothing.
func larger(a, b float64) float64 {
	if b > a {
		return b
	}
	return a
}

// Of returns the values of a metric in a scenario by future.
func (p *Problem) Of(values []float64, metric, scenario int) []float64 {
	at := (metric*p.Scenarios + scenario) * p.Futures
	return values[at : at+p.Futures]
}

func mean(values []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if !math.IsNaN(v) {
			sum += v
			n++
		}
	}
	return sum / float64(n) // NaN where there is none
}

// Best is the best value, by metric, that any of several plans comes to in each future and, in
// the mean, in each scenario.
type Best struct {
	problem               *Problem
	most, least           []float64 // as values are laid out
	mostMean, leastOfMean []float64 // by metric, then scenario
}

// NewBest returns the best of no plans yet.
func (p *Problem) NewBest() *Best {
	b := &Best{problem: p}
	for _, list := range []*[]float64{&b.most, &b.least} {
		*list = nan(p.Metrics * p.Scenarios * p.Futures)
	}
	for _, list := range []*[]float64{&b.mostMean, &b.leastOfMean} {
		*list = nan(p.Metrics * p.Scenarios)
	}
	return b
}

func nan(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = math.NaN()
	}
	return list
}

// Add makes another plan one of those compared. It reports whether it is the best anywhere.
func (b *Best) Add(values []float64) (better bool) {
	look := func(most, least []float64, i int, v float64) {
		if v > most[i] || math.IsNaN(most[i]) && !math.IsNaN(v) {
			most[i], better = v, true
		}
		if v < least[i] || math.IsNaN(least[i]) && !math.IsNaN(v) {
			least[i], better = v, true
		}
	}
	for i, v := range values {
		look(b.most, b.least, i, v)
	}
	p := b.problem
	for metric := range p.Metrics {
		for scenario := range p.Scenarios {
			look(b.mostMean, b.leastOfMean, metric*p.Scenarios+scenario, mean(p.Of(values, metric, scenario)))
		}
	}
	return better
}

// Future is the best value of an objective's metric in a future of the first scenario.
func (b *Best) Future(o *Objective, future int) float64 {
	list := b.most
	if o.Least {
		list = b.least
	}
	return b.problem.Of(list, o.Metric, 0)[future]
}

// Scenario is the best mean of an objective's metric in a scenario.
func (b *Best) Scenario(o *Objective, scenario int) float64 {
	list := b.mostMean
	if o.Least {
		list = b.leastOfMean
	}
	return list[o.Metric*b.problem.Scenarios+scenario]
}
