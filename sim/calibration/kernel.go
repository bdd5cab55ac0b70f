package calibration

import (
	"fmt"
	"math"
	"sync"

	"corridor/model/portable"
	"corridor/sim/random"
)

// kernel is a mixture of normal distributions about the points of a generation.
type kernel struct {
	centres [][]float64 // those with a weight, by point, whitened: sd⁻¹ and L⁻¹ applied
	at      []int       // which points they are
	points  []Point
	logs    []float64 // ln of their weights
	weights []float64 // of all points
	sd      []float64
	factor  []float64 // L of the correlations, row by row
}

// least of a spread: below it a parameter is as good as known, and still moves a little.
const leastSpread = 1e-6

// newKernel lays normal kernels with h² times the weighted covariance Σ of the points on them (West
// 1993, Journal of the Royal Statistical Society B 55, 409–422), where
//
//	h = (4 / (d + 2) / n)^(1/(d + 4))
//
// for d parameters and weights worth n points (Silverman 1986, Density Estimation for
// Statistics and Data Analysis, eq. 4.14). Twice the covariance, as is usual in ABC-SMC, makes the
// density proposed from three times as wide as it should be, at which with a dozen
// parameters the weights are worth (√5/3)^12 = 3 % of the points.
func newKernel(o *Posterior) (*kernel, error) {
	n := len(o.Points[0].U)
	mean, covariance := make([]float64, n), make([]float64, n*n)
	for i := range o.Points {
		for d := range n {
			mean[d] += float64(o.Weights[i] * o.Points[i].U[d])
		}
	}
	for i := range o.Points {
		u := o.Points[i].U
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
	h := portable.Pow(4*squares/float64(n+2), 1/float64(n+4))
	k := &kernel{points: o.Points, weights: o.Weights, sd: make([]float64, n), factor: make([]float64, n*n)}
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
			k.at = append(k.at, i)
			k.logs = append(k.logs, portable.Log(w))
			k.centres = append(k.centres, k.whiten(o.Points[i].U))
		}
	}
	if len(k.at) == 0 {
		return nil, fmt.Errorf("no point of a generation has a weight")
	}
	return k, nil
}

// whiten returns L⁻¹ sd⁻¹ u, in which the kernels are round.
func (k *kernel) whiten(u []float64) []float64 {
	n := len(u)
	out := make([]float64, n)
	for d := range n {
		sum := u[d] / k.sd[d]
		for e := range d {
			sum -= float64(k.factor[d*n+e] * out[e])
		}
		out[d] = sum / k.factor[d*n+d]
	}
	return out
}

// propose draws points: about which centre by systematic resampling, how far by the numbers of
// the draw of each.
func (k *kernel) propose(n int, stream random.Stream) []Point {
	dims := len(k.sd)
	out := make([]Point, n)
	step := make([]float64, dims)
	for i, centre := range pick(k.weights, n, stream.Float64(uint64(n))) {
		numbers := stream.At(uint64(i))
		for d := range step {
			step[d] = portable.NormQuantile(numbers.Float64())
		}
		u := make([]float64, dims)
		for d := range u {
			sum := 0.0
			for e := range d + 1 {
				sum += float64(k.factor[d*dims+e] * step[e])
			}
			u[d] = k.points[centre].U[d] + float64(k.sd[d]*sum)
		}
		out[i].U = u
	}
	return out
}

// logDensity returns ln q at a point, but for a constant.
func (k *kernel) logDensity(u []float64) float64 {
	white := k.whiten(u)
	terms := make([]float64, len(k.at))
	most := math.Inf(-1)
	for j, centre := range k.centres {
		squares := 0.0
		for d := range white {
			away := white[d] - centre[d]
			squares += float64(away * away)
		}
		terms[j] = k.logs[j] - squares/2
		most = math.Max(most, terms[j])
	}
	sum := 0.0
	for _, t := range terms {
		if t > most-40 { // the rest changes no digit
			sum += portable.Exp(t - most)
		}
	}
	return most + portable.Log(sum)
}

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
