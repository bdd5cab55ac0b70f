package parts

import (
	"math"
	"slices"

	"corridor/sim/stats"
	"corridor/sim/tables"
)

// Pairs are the figures of the parts of two corridors, to be read of many pairs of futures.
type Pairs struct {
	baseline, scenario string // names
	list               []pair
}

// pair is a metric of a part in a year, counted from the first.
type pair struct {
	dimension string
	part      Part
	metric    Metric
	at        int
	year      int
}

// PairsOf are those of corridors of which a future each was tallied, over the same years.
func PairsOf(baseline, scenario string, a, b *Tally) *Pairs {
	p := &Pairs{baseline: baseline, scenario: scenario}
	for _, of := range Dimensions() {
		for _, part := range partsOf(a.dimension(of.Name), b.dimension(of.Name)) {
			for _, m := range of.Metrics {
				for year := range a.years {
					p.list = append(p.list, pair{of.Name, part, m, year, a.first + year})
				}
			}
		}
	}
	return p
}

// Len is how many figures there are of one side.
func (p *Pairs) Len() int { return len(p.list) }

// Read fills out with the figures of a future.
func (p *Pairs) Read(t *Tally, out []float64) {
	name, of := "", (*dimension)(nil)
	for i := range p.list {
		if q := &p.list[i]; q.dimension != name {
			name, of = q.dimension, t.dimension(q.dimension)
		}
		out[i] = t.value(of, p.list[i].part, p.list[i].metric, p.list[i].at)
	}
}

// same is how far apart figures are at most that chance of rounding alone sets apart: less than a
// gram, or a dollar.
const same = 1e-9

// Breakdown appends to breakdown.csv what the figures come to, of futures with the figures of the
// baseline and those of the scenario behind them. What is nothing in all of them is left out, and
// so is a pair in which either has no value.
func (p *Pairs) Breakdown(out *tables.Table, futures [][]float64) {
	differences := make([]float64, 0, len(futures))
	for i := range p.list {
		differences = differences[:0]
		var from, to, most float64
		higher, lower := 0, 0
		for _, future := range futures {
			a, b := future[i], future[len(p.list)+i]
			d := b - a
			if math.IsNaN(d) || math.IsInf(d, 0) {
				continue
			}
			from, to, most = from+a, to+b, max(most, math.Abs(a), math.Abs(b))
			differences = append(differences, d)
			switch {
			case d > same:
				higher++
			case d < -same:
				lower++
			}
		}
		n := float64(len(differences))
		if most == 0 {
			continue
		}
		slices.Sort(differences)
		q := &p.list[i]
		out.Append(p.baseline, p.scenario, q.dimension, q.part.Name, q.part.Title, q.metric.Name, q.year,
			len(differences), from/n, to/n, (to-from)/n,
			stats.Quantile(differences, 0.1), stats.Quantile(differences, 0.5), stats.Quantile(differences, 0.9),
			float64(higher)/n, float64(lower)/n)
	}
}
