package calibration

import (
	"context"
	"fmt"
	"math"
	"slices"

	"corridor/model/portable"
	"corridor/sim/random"
)

// Sampling says how a posterior is sampled.
type Sampling struct {
	Points      int     // of each generation
	Generations int     // at most
	Keep        int     // values in the sample that is kept
	Effective   float64 // part of the points that the weights of a generation must be worth
}

// UsualSampling is enough for a dozen parameters.
var UsualSampling = Sampling{Points: 4000, Generations: 16, Keep: 500, Effective: 0.25}

// Posterior is what is believed of the parameters once the targets are known.
type Posterior struct {
	Generations []Generation
	Points      []Point   // of the last generation
	Weights     []float64 // of these, with the sum 1
	Kept        []int     // of Points, Keep of them, each as likely as any other: the sample
}

// Last returns the last generation.
func (o *Posterior) Last() Generation { return o.Generations[len(o.Generations)-1] }

// Reached reports whether errors count as they are. Otherwise the sample is of a model that may be
// off by more than was said, and no posterior.
func (o *Posterior) Reached() bool { return o.Last().Tolerance == 1 }

// Generation says how far sampling has come.
type Generation struct {
	Tolerance float64 // ε: errors count as if they were ε times as large; 1 at last
	Effective float64 // number of points the weights are worth, 1/Σw²
	Points    int     // simulated
}

// Posterior samples the posterior by approximate Bayesian computation in sequence (ABC-SMC:
// Toni et al. 2009, Journal of the Royal Society Interface 6, 187–202; Beaumont et al. 2009,
// Biometrika 96, 983–990). The first generation are the points of the last wave. Each next
// one proposes points about those of the one before, from normal kernels.
//
// Toni et al. accept what comes nearer than a tolerance. Here a point is weighed by
// K_ε = exp(−½ Σ (I_j/ε)²) in place of being accepted or not, which is exact Bayesian inference at
// ε = 1, where observation and discrepancy have normal errors (Wilkinson 2013, Statistical
// Applications in Genetics and Molecular Biology 12, 129–141), and makes a generation a
// number of runs that is known beforehand. The tolerance is the least at which the weights
// are still worth a given part of the points (Del Moral, Doucet & Jasra 2012, Statistics and
// Computing 22, 1009–1020), and never more than before. Parameters are proposed by their
// normal scores z, in which the prior is standard normal and no bound is in the way: with q the density
// proposed from,
//
//	w_i ∝ K_ε(z_i) N(z_i; 0, 1) / q(z_i)
//
// Sampling ends with a generation proposed from one of ε = 1, or when there may be no more.
func (p *Problem) Posterior(ctx context.Context, last *Wave, s Sampling) (*Posterior, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if len(last.Points) == 0 || s.Points < 2 || s.Keep < 1 || !(s.Effective > 0 && s.Effective < 1) {
		return nil, fmt.Errorf("sampling needs a wave, points and a part of them that counts, from 0 to 1")
	}
	out := &Posterior{Points: last.Points}
	density := make([]float64, len(last.Points)) // ln q less that of the prior, but for a constant
	tolerance := math.Inf(1)
	for generation := range s.Generations {
		end := tolerance == 1
		if !slices.ContainsFunc(out.Points, hasValue) {
			return nil, fmt.Errorf("the model has no value at any point of generation %d", generation)
		}
		tolerance = p.weigh(out, density, tolerance, s.Effective)
		squares := 0.0
		for _, w := range out.Weights {
			squares += float64(w * w)
		}
		out.Generations = append(out.Generations, Generation{tolerance, 1 / squares, len(out.Points)})
		if end || generation == s.Generations-1 {
			break
		}
		k, err := newKernel(out)
		if err != nil {
			return nil, err
		}
		stream := random.NewStream(p.Seed, fmt.Sprintf("generation %d", generation+1))
		points := k.propose(s.Points, stream)
		if err := p.simulate(ctx, fmt.Sprintf("generation %d", generation+1), points); err != nil {
			return nil, err
		}
		density = make([]float64, len(points))
		p.inParallel(len(points), func(i int) {
			density[i] = k.logRatio(points[i].z)
		})
		out.Points = points
	}
	out.Kept = pick(out.Weights, s.Keep, random.NewStream(p.Seed, "kept").Float64(0))
	return out, nil
}

// hasValue reports whether the model says something of every target at a point.
func hasValue(at Point) bool {
	return !slices.ContainsFunc(at.Out, func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
}

// weigh gives the points their weights at the least tolerance, of at least 1 and at most the one
// before, at which they are worth a part of the points. It returns it.
func (p *Problem) weigh(o *Posterior, density []float64, before, part float64) float64 {
	squares := make([]float64, len(o.Points))
	miss := make(Implausibility, len(p.Targets))
	for i := range o.Points {
		p.implausibility(o.Points[i].Out, miss)
		squares[i] = miss.squares()
	}
	o.Weights = make([]float64, len(o.Points))
	enough := func(tolerance float64) bool {
		return weights(squares, density, tolerance, o.Weights) >= float64(part*float64(len(o.Points)))
	}
	low, high := 1.0, math.Min(before, 1e6)
	if enough(low) {
		return low
	}
	for range 60 {
		middle := math.Sqrt(low * high)
		if enough(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	weights(squares, density, high, o.Weights)
	return high
}

// weights fills into with weights of the sum 1, and returns what number of points they are worth.
func weights(squares, density []float64, tolerance float64, into []float64) float64 {
	most := math.Inf(-1)
	for i := range squares {
		into[i] = -squares[i]/float64(2*float64(tolerance*tolerance)) - density[i]
		most = math.Max(most, into[i])
	}
	sum := 0.0
	for i := range into {
		into[i] = portable.Exp(into[i] - most)
		sum += into[i]
	}
	worth := 0.0
	for i := range into {
		into[i] /= sum
		worth += float64(into[i] * into[i])
	}
	return 1 / worth
}

// pick returns n indices, each as often as its weight says: systematic resampling (Kitagawa
// 1996, Journal of Computational and Graphical Statistics 5, 1–25), with one uniform number.
func pick(weights []float64, n int, uniform float64) []int {
	out, i, sum := make([]int, n), 0, weights[0]
	for k := range out {
		at := (float64(k) + uniform) / float64(n)
		for sum < at && i < len(weights)-1 {
			i++
			sum += weights[i]
		}
		out[k] = i
	}
	return out
}
