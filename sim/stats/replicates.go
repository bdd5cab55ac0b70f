package stats

import "math"

// replicate is what is kept apart of the values of one replicate of a design.
// Draws within a replicate are not independent, the replicates are: how far chance may
// have moved a figure follows from their spread (P. L'Ecuyer and C. Lemieux, "Recent
// advances in randomized quasi-Monte Carlo methods", in Modeling Uncertainty (2002)
// 419–474; of a Latin hypercube, M. D. McKay, R. J. Beckman and W. J. Conover,
// Technometrics 21 (1979) 239–245).
type replicate struct {
	draws, count   uint64 // all values, and the finite ones
	sum            exactSum
	above, reached []uint64 // by threshold
	sketch         sketch   // empty unless the summary is ranked
}

// maxReplicates bounds how many replicates there may be.
const maxReplicates = 1 << 10

// Replicated makes an empty set keep the draws of so many replicates apart, so that
// precision is that of a design whose draws are independent from replicate to
// replicate only. The precision of quantiles is known in the cells that are ranked.
func (s *Set) Replicated(replicates int, ranked func(metric, period int) bool) {
	for i := range s.cells {
		s.cells[i].replicated(replicates, ranked(i/len(s.periods), i%len(s.periods)))
	}
}

func (s *Summary) replicated(replicates int, ranked bool) {
	s.ranked = ranked
	s.replicates = make([]replicate, replicates)
	for i := range s.replicates {
		counts := make([]uint64, 2*len(s.exceedances))
		s.replicates[i].above, s.replicates[i].reached = counts[:len(s.exceedances)], counts[len(s.exceedances):]
	}
}

// AddTo adds one draw of a replicate: its values by metric, then by period. A set that
// does not keep replicates apart takes them for one.
func (s *Set) AddTo(replicate int, draw []float64) {
	s.Add(draw)
	for i, v := range draw {
		s.cells[i].addTo(replicate, v)
	}
}

// addTo adds a value, which was added to the summary, to its replicate.
func (s *Summary) addTo(number int, v float64) {
	if len(s.replicates) == 0 {
		return
	}
	r := &s.replicates[number]
	r.draws++
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return
	}
	r.count++
	r.sum.addValue(v)
	for i := range s.exceedances {
		r.reached[i] += toOne(v >= s.exceedances[i].Threshold)
		r.above[i] += toOne(v > s.exceedances[i].Threshold)
	}
	if s.ranked {
		r.sketch.add(v)
	}
}

func toOne(is bool) uint64 {
	if is {
		return 1
	}
	return 0
}

func (r *replicate) merge(o *replicate) {
	r.draws += o.draws
	r.count += o.count
	r.sum.merge(&o.sum)
	for i := range o.above {
		r.above[i] += o.above[i]
		r.reached[i] += o.reached[i]
	}
	r.sketch.merge(&o.sketch)
}

func (r *replicate) reset() {
	r.draws, r.count = 0, 0
	r.sum.reset()
	clear(r.above)
	clear(r.reached)
	r.sketch.reset()
}

// Counts returns the number of finite values of each replicate, of one where they are
// not kept apart.
func (s *Summary) Counts() []uint64 {
	return s.each(s.count, func(r *replicate) uint64 { return r.count })
}

// Draws returns the number of values of each replicate, those that are not finite
// included.
func (s *Summary) Draws() []uint64 {
	return s.each(s.count+s.nonFinite, func(r *replicate) uint64 { return r.draws })
}

// Above returns how many values of each replicate are above a threshold, by its
// position.
func (s *Summary) Above(threshold int) []uint64 {
	return s.each(s.exceedances[threshold].Above, func(r *replicate) uint64 { return r.above[threshold] })
}

// Reached returns how many values of each replicate are above a threshold or at it.
func (s *Summary) Reached(threshold int) []uint64 {
	return s.each(s.exceedances[threshold].Reached, func(r *replicate) uint64 { return r.reached[threshold] })
}

// each returns a count of every replicate, or that of all values.
func (s *Summary) each(all uint64, count func(r *replicate) uint64) []uint64 {
	if len(s.replicates) == 0 {
		return []uint64{all}
	}
	counts := make([]uint64, len(s.replicates))
	for i := range counts {
		counts[i] = count(&s.replicates[i])
	}
	return counts
}
