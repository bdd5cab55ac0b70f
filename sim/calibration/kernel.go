package calibration

import (
	"fmt"
	"math"
	"sync"

	"corridor/model/portable"
	"corridor/sim/random"
)

// kernel is a mixture of normal distributions about the points of a generation, in normal scores.
type kernel struct {
	places  [][]float64 // of the kernels, by point; nil of one without a weight
	weights []float64   // of the points
	centres [][]float64 // of those with a weight, whitened: sd⁻¹ and L⁻¹ applied
	logs    []float64   // ln of their weights
	scale   float64     // ln of the part of the kernels, less that of the determinant of sd L
	sd      []float64
	factor  []float64 // L of the correlations, row by row
}

// least of a spread: below it a parameter is as good as known, and still moves a little.
const leastSpread = 1e-6

// defensive is the part of the points that are proposed from the prior, so that no weight is large
// where the kernels are thin (defensive importance sampling: Hesterberg 1995, Technometrics 37,
// 185–194).
const defensive = 0.1

// newKernel lays normal kernels with h² times the weighted covariance Σ of the points on the points,
// drawn towards their mean by √(1 − h²), so that the mixture has their mean and covariance (West
// 1993, Journal of the Royal Statistical Society B 55, 409–422), where
//
//	h = (4 / (d + 2) / n)^(1/(d + 4))
//
// for d parameters and weights worth n points (Silverman 1986, Density Estimation for
// Statistics and Data Analysis, eq. 4.14). Twice the covariance on the points themselves, as is usual in
// ABC-SMC, makes the density proposed from three times as wide as it should be, at which
// with a dozen parameters the weights are worth (√5/3)^12 = 3 % of the points.
func newKernel(o *Posterior) (*kernel, error) {
	n := len(o.Points[0].z)
	mean, covariance := make([]float64, n), make([]float64, n*n)
	for i := range o.Points {
		for d := range n {
			mean[d] += float64(o.Weights[i] * o.Points[i].z[d])
		}
	}
	for i := range o.Points {
		u := o.Points[i].z
		for d := range n {
			for e := range d + 1 {
				covariance[d*n+e] += float64(o.Weights[i] * float64((u[d]-mean[d])*(u[e]-mean[e])))
			}
		}
	}
	squares := 0.0
	for _, w := range o.Weights {
		squares += float64(w * w)
	}
	h := math.Min(1, portable.Pow(4*squares/float64(n+2), 1/float64(n+4)))
	drawn := math.Sqrt(1 - float64(h*h))
	k := &kernel{weights: o.Weights, places: make([][]float64, len(o.Points)), sd: make([]float64, n), factor: make([]float64, n*n)}
	for d := range n {
		k.sd[d] = math.Max(leastSpread, float64(h*math.Sqrt(covariance[d*n+d])))
		for e := range d {
			k.factor[d*n+e] = float64(float64(h*h)*covariance[d*n+e]) / float64(k.sd[d]*k.sd[e])
		}
		k.factor[d*n+d] = 1
	}
	if random.Cholesky(k.factor, n) >= 0 { // points on a line: each parameter for itself
		for d := range n {
			clear(k.factor[d*n : d*n+d])
			k.factor[d*n+d] = 1
		}
	}
	for i, w := range o.Weights {
		if w > 0 {
			place := make([]float64, n)
			for d := range n {
				place[d] = mean[d] + float64(drawn*(o.Points[i].z[d]-mean[d]))
			}
			k.places[i] = place
			k.logs = append(k.logs, portable.Log(w))
			k.centres = append(k.centres, k.whiten(place))
		}
	}
	k.scale = portable.Log(1 - defensive)
	for d := range n {
		k.scale -= portable.Log(k.sd[d]) + portable.Log(k.factor[d*n+d])
	}
	if len(k.centres) == 0 {
		return nil, fmt.Errorf("no point of a generation has a weight")
	}
	return k, nil
}

// whiten returns L⁻¹ sd⁻¹ z, in which the kernels are round.
func (k *kernel) whiten(z []float64) []float64 {
	out := make([]float64, len(z))
	for d := range z {
		out[d] = z[d] / k.sd[d]
	}
	random.Forward(k.factor, len(z), out)
	return out
}

// propose draws points: the first of them from the prior, the others about a place chosen by
// systematic resampling, how far by the numbers of the draw of each.
func (k *kernel) propose(n int, stream random.Stream) []Point {
	dims := len(k.sd)
	out := make([]Point, n)
	step := make([]float64, dims)
	fromPrior := int(defensive * float64(n))
	places := pick(k.weights, n-fromPrior, stream.Float64(uint64(n)))
	for i := range out {
		numbers := stream.At(uint64(i))
		for d := range step {
			step[d] = portable.NormQuantile(numbers.Float64())
		}
		z := make([]float64, dims)
		if copy(z, step); i >= fromPrior {
			for d := range z {
				sum := 0.0
				for e := range d + 1 {
					sum += float64(k.factor[d*dims+e] * step[e])
				}
				z[d] = k.places[places[i-fromPrior]][d] + float64(k.sd[d]*sum)
			}
		}
		out[i] = pointAt(z)
	}
	return out
}

// logRatio returns ln q/p at a point, where q is the density proposed from and p the prior:
//
//	q/p = (1 − δ) Σ_j w_j N(z; z_j, h²Σ) / N(z; 0, 1) + δ
func (k *kernel) logRatio(z []float64) float64 {
	white := k.whiten(z)
	terms := make([]float64, len(k.centres))
	most := math.Inf(-1)
	for j, centre := range k.centres {
		squares := 0.0
		for d := range white {
			away := white[d] - centre[d]
			squares += float64(away * away)
		}
		terms[j] = k.logs[j] - float64(squares/2)
		most = math.Max(most, terms[j])
	}
	sum := 0.0
	for _, t := range terms {
		if t > most-40 { // the rest changes no digit
			sum += portable.Exp(t - most)
		}
	}
	ratio := most + portable.Log(sum) + k.scale
	for _, v := range z {
		ratio += float64(float64(v*v) / 2)
	}
	high, low := math.Max(ratio, logDefensive), math.Min(ratio, logDefensive)
	return high + portable.Log(1+portable.Exp(low-high))
}

var logDefensive = portable.Log(defensive)

// inParallel calls do for 0 to n−1, each of which writes to its own place.
func (p *Problem) inParallel(n int, do func(i int)) {
	var working sync.WaitGroup
	workers := max(1, p.Workers)
	for w := range workers {
		working.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	working.Wait()
}
