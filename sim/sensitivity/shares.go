package sensitivity

import "math"

// Shares are the shares of the variance of what comes out. First is the share that a group makes
// alone: the part by which the variance would fall in the mean if it were known. Total is the
// share of all it does, alone and together with others: the part that would be left in the mean
// if all others were known.
type Shares struct {
	First, Total   []Index // by group
	Interactions   Index   // what no group does alone: one less the sum of First
	Mean, Variance float64
	Rows           int // in which every run had a value
}

// resamples is how many times the rows are drawn again for the intervals.
const resamples = 400

// Shares estimates the shares from what came out, by run; NaN for no value. With f of the two
// samples less their common mean, and V their variance, they are
//
//	First = Σ f(B) (f(AB) − f(A)) / N V     Saltelli et al. (2010), table 2 (b)
//	Total = Σ (f(A) − f(AB))² / 2 N V       M. J. W. Jansen, "Analysis of variance designs for
//	                                        model output", Computer Physics Communications 117
//	                                        (1999) 35–43
//
// A row without a value in some run is left out. The intervals come from drawing rows again (G.
// E. B. Archer, A. Saltelli and I. M. Sobol', "Sensitivity measures, ANOVA-like techniques and
// the use of bootstrap", Journal of Statistical Computation and Simulation 58 (1997) 99–120); as
// the rows of a Sobol' sequence are spread evenly, they are rather too wide than too narrow.
// Where nothing varies all indices are NaN.
func (s *Sobol) Shares(y []float64, seed uint64) Shares {
	var t terms
	t.gather(s, y)
	out := Shares{Rows: len(t.sum), Mean: t.mean}
	one := make([]float64, len(t.sum))
	for i := range one {
		one[i] = 1
	}
	if out.Rows > 1 {
		out.Variance = t.variance(one)
	}
	for range s.groups {
		out.First, out.Total = append(out.First, none), append(out.Total, none)
	}
	out.Interactions = none
	if out.Rows < 2 || !varies(out.Variance, t.size) {
		out.Variance = 0
		return out
	}
	value := make([]float64, 2*s.groups+1)
	t.estimate(one, value)
	replicates := make([][]float64, len(value))
	again := make([]float64, len(value))
	for number := range uint64(resamples) {
		resample(seed, number, one)
		if !varies(t.variance(one), t.size) {
			continue
		}
		t.estimate(one, again)
		for i, v := range again {
			replicates[i] = append(replicates[i], v)
		}
	}
	for group := range s.groups {
		out.First[group] = withInterval(value[group], replicates[group])
		out.Total[group] = withInterval(value[s.groups+group], replicates[s.groups+group])
	}
	out.Interactions = withInterval(value[2*s.groups], replicates[2*s.groups])
	return out
}

// terms are what is summed over the rows.
type terms struct {
	mean, size   float64
	sum, squares []float64   // f(A) + f(B) and f(A)² + f(B)²
	first, total [][]float64 // by group
}

// gather reckons the terms of the rows that have a value in every run.
func (t *terms) gather(s *Sobol, y []float64) {
	width := s.groups + 2
	var whole [][]float64
	var both []float64
	for row := range s.rows {
		values := y[row*width : (row+1)*width]
		if hasNaN(values) {
			continue
		}
		whole = append(whole, values)
		both = append(both, values[0], values[width-1])
	}
	t.first, t.total = make([][]float64, s.groups), make([][]float64, s.groups)
	if len(whole) == 0 {
		t.mean = math.NaN()
		return
	}
	t.mean, t.size = mean(both), largest(both)
	for _, values := range whole {
		a, b := values[0]-t.mean, values[width-1]-t.mean
		t.sum = append(t.sum, a+b)
		t.squares = append(t.squares, float64(a*a)+float64(b*b))
		for group := range s.groups {
			by := values[1+group] - values[0]
			t.first[group] = append(t.first[group], float64(b*by))
			t.total[group] = append(t.total[group], float64(by*by))
		}
	}
}

func hasNaN(values []float64) bool {
	for _, v := range values {
		if math.IsNaN(v) {
			return true
		}
	}
	return false
}

// variance is that of A and B, each row as often as times says.
func (t *terms) variance(times []float64) float64 {
	n := 2 * float64(len(t.sum))
	mean := weighted(t.sum, times) / n
	return weighted(t.squares, times)/n - float64(mean*mean)
}

// estimate fills to with first and total shares by group, and the share of interactions.
func (t *terms) estimate(times, to []float64) {
	groups := len(t.first)
	scale := 1 / float64(float64(len(t.sum))*t.variance(times))
	alone := 0.0
	for group := range groups {
		to[group] = float64(weighted(t.first[group], times) * scale)
		to[groups+group] = float64(weighted(t.total[group], times)*scale) / 2
		alone += to[group]
	}
	to[2*groups] = 1 - alone
}

func weighted(values, times []float64) (sum float64) {
	times = times[:len(values)]
	for i, v := range values {
		sum += float64(v * times[i])
	}
	return sum
}
