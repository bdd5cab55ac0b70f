package calibration_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/calibration"
	"corridor/sim/random"
	"corridor/sim/sheet"
)

// formula is a simulator that is a function.
type formula func(x, out []float64)

func (f formula) Simulate(x, out []float64) error { f(x, out); return nil }

func problem(t *testing.T, f formula, targets []calibration.Target, priors ...random.Distribution) *calibration.Problem {
	p := &calibration.Problem{Targets: targets, Workers: 2, Seed: 7, New: func() (calibration.Simulator, error) { return f, nil }}
	for i, prior := range priors {
		p.Parameters = append(p.Parameters, calibration.Parameter{Name: fmt.Sprintf("p%d", i), Prior: prior})
	}
	return p
}

func normal(t *testing.T, mean, sd float64) random.Distribution {
	d, err := random.NewNormal(mean, sd)
	require.NoError(t, err)
	return d
}

func uniform(t *testing.T, low, high float64) random.Distribution {
	d, err := random.NewUniform(low, high)
	require.NoError(t, err)
	return d
}

var (
	matching = calibration.Matching{Waves: 2, Points: 2048, Cutoff: 3, Rank: 1}
	sampling = calibration.Sampling{Points: 2048, Generations: 12, Keep: 500, Effective: 0.25}
)

func posterior(t *testing.T, p *calibration.Problem) *calibration.Posterior {
	waves, err := p.Match(context.Background(), matching)
	require.NoError(t, err)
	o, err := p.Posterior(context.Background(), &waves[len(waves)-1], sampling)
	require.NoError(t, err)
	return o
}

// moments returns mean and standard deviation of a function of the parameters.
func moments(p *calibration.Problem, o *calibration.Posterior, of func(x []float64) float64) (mean, sd float64) {
	square := 0.0
	x := make([]float64, len(p.Parameters))
	for i, w := range o.Weights {
		if w == 0 {
			continue
		}
		for d := range x {
			x[d] = p.Parameters[d].Prior.Quantile(o.Points[i].U[d])
		}
		v := of(x)
		mean += w * v
		square += w * v * v
	}
	return mean, math.Sqrt(square - mean*mean)
}

// TestPosteriorOfALine holds the posterior against the closed form of a linear model with normal
// priors and errors: two numbers of which the sum was observed precisely, and the first roughly.
//
// With prior N(0, 1) each, y₁ = a + b + N(0, 0.1²) = 1.5 and y₂ = a + N(0, 0.5²) = 0.2, the precision
// matrix is [[1 + 100 + 4, 100], [100, 1 + 100]], and the mean solves it for [150 + 0.8, 150].
func TestPosteriorOfALine(t *testing.T) {
	p := problem(t, func(x, out []float64) { out[0], out[1] = x[0]+x[1], x[0] }, []calibration.Target{
		{Name: "sum", Observed: 1.5, Error: 0.06, Discrepancy: 0.08}, {Name: "first", Observed: 0.2, Error: 0.5},
	}, normal(t, 0, 1), normal(t, 0, 1))
	det := 105.0*101 - 100*100
	a, b := (101*150.8-100*150)/det, (105*150-100*150.8)/det
	o := posterior(t, p)
	require.Equal(t, 1.0, o.Generations[len(o.Generations)-1].Tolerance)
	for _, c := range []struct {
		of       func(x []float64) float64
		mean, sd float64
	}{
		{func(x []float64) float64 { return x[0] }, a, math.Sqrt(101 / det)},
		{func(x []float64) float64 { return x[1] }, b, math.Sqrt(105 / det)},
		{func(x []float64) float64 { return x[0] + x[1] }, a + b, math.Sqrt((101 + 105 - 200) / det)},
	} {
		mean, sd := moments(p, o, c.of)
		require.InDelta(t, c.mean, mean, 0.06*c.sd)
		require.InEpsilon(t, c.sd, sd, 0.06)
	}
	require.Len(t, o.Kept, 500)
}

// TestSameBits: neither the number of workers nor an interruption changes a bit.
func TestSameBits(t *testing.T) {
	make := func(workers int, journal sheet.Journal) *calibration.Problem {
		p := problem(t, func(x, out []float64) { out[0] = math.Sin(x[0]) + x[1]*x[1] }, []calibration.Target{{Name: "y", Observed: 0.7, Error: 0.05}}, uniform(t, 0, 3), uniform(t, -1, 1))
		p.Workers, p.Journal = workers, journal
		return p
	}
	want := posterior(t, make(1, nil))
	require.Equal(t, want, posterior(t, make(5, nil)))
	kept := &memory{chunks: map[uint64][]byte{}, stopAfter: 70}
	_, err := make(3, kept).Match(context.Background(), matching)
	if err == nil { // the waves were done before the journal failed
		p := make(3, kept)
		waves, err2 := p.Match(context.Background(), matching)
		require.NoError(t, err2)
		_, err = p.Posterior(context.Background(), &waves[len(waves)-1], sampling)
	}
	require.ErrorIs(t, err, errFull)
	kept.stopAfter, kept.reread = math.MaxInt, 0
	before := len(kept.chunks)
	require.NotZero(t, before)
	require.Equal(t, want, posterior(t, make(2, kept)))
	require.Equal(t, before, kept.reread, "what the journal held was not simulated again")
}

var errFull = errors.New("full")

// memory is a journal that fails after some chunks.
type memory struct {
	mutex     sync.Mutex
	chunks    map[uint64][]byte
	stopAfter int
	reread    int
}

func (m *memory) Done(chunk uint64) bool { _, ok := m.chunks[chunk]; return ok }

func (m *memory) Read(chunk uint64) ([]byte, error) { m.reread++; return m.chunks[chunk], nil }

func (m *memory) Append(chunk uint64, payload []byte) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if len(m.chunks) >= m.stopAfter {
		return errFull
	}
	m.chunks[chunk] = payload
	return nil
}

// TestCancelled: a context that ends is the error.
func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	p := problem(t, func(x, out []float64) { stop(); out[0] = x[0] }, []calibration.Target{{Name: "y", Error: 1}}, uniform(t, 0, 1))
	_, err := p.Match(ctx, matching)
	require.ErrorIs(t, err, context.Canceled)
}

// TestMatchRulesOut: what is left is what lies within three standard deviations, by the area
// of a band, and a model that cannot be right keeps nothing.
func TestMatchRulesOut(t *testing.T) {
	p := problem(t, func(x, out []float64) { out[0] = x[0] }, []calibration.Target{{Name: "y", Observed: 0.5, Error: 0.02}}, uniform(t, 0, 1), uniform(t, 0, 1))
	waves, err := p.Match(context.Background(), matching)
	require.NoError(t, err)
	require.InDelta(t, 0.12, waves[0].Left(), 0.002)
	require.InDelta(t, 0.12, waves[1].Left(), 0.002)
	require.InDelta(t, 0.44-0.006, waves[1].Low[0], 0.001)
	require.Equal(t, []float64{0, 1}, []float64{waves[1].Low[1], waves[1].High[1]})
	p.Targets[0].Observed = 2
	waves, err = p.Match(context.Background(), matching)
	require.NoError(t, err)
	require.Len(t, waves, 1)
	require.Empty(t, waves[0].Kept)
}

// TestNoValue: where the model has no value it is ruled out, and nothing else is.
func TestNoValue(t *testing.T) {
	p := problem(t, func(x, out []float64) {
		out[0] = x[0]
		if x[0] < 0.5 {
			out[0] = math.NaN()
		}
	}, []calibration.Target{{Name: "y", Observed: 0.5, Error: 10}}, uniform(t, 0, 1))
	o := posterior(t, p)
	mean, _ := moments(p, o, func(x []float64) float64 { return x[0] })
	require.InDelta(t, 0.75, mean, 0.01)
}

// TestLearnt: of three numbers one is found, one is not seen at all, and one lies beyond its prior.
func TestLearnt(t *testing.T) {
	p := problem(t, func(x, out []float64) { out[0], out[1] = x[0], x[2] }, []calibration.Target{
		{Name: "first", Observed: 0.7, Error: 0.02}, {Name: "third", Observed: 1.2, Error: 0.05},
	}, uniform(t, 0, 1), uniform(t, 0, 1), uniform(t, 0, 1))
	matching := matching
	matching.Cutoff = 5
	waves, err := p.Match(context.Background(), matching)
	require.NoError(t, err)
	o, err := p.Posterior(context.Background(), &waves[len(waves)-1], sampling)
	require.NoError(t, err)
	l, err := p.Learnt(o)
	require.NoError(t, err)
	require.True(t, l[0].Identified())
	require.InDelta(t, 0.7, l[0].Middle, 0.01)
	require.InDelta(t, 0.7-1.645*0.02, l[0].Low, 0.005)
	require.False(t, l[0].AtBound)
	require.False(t, l[1].Identified(), "%+v", l[1])
	require.InDelta(t, 0.05, l[1].Low, 0.02)
	require.True(t, l[2].AtBound)
}

func TestProblemRefused(t *testing.T) {
	f := func(x, out []float64) { out[0] = x[0] }
	for _, p := range []*calibration.Problem{
		problem(t, f, nil, uniform(t, 0, 1)),
		problem(t, f, []calibration.Target{{Name: "y"}}, uniform(t, 0, 1)),
		problem(t, f, []calibration.Target{{Name: "y", Observed: math.NaN(), Error: 1}}, uniform(t, 0, 1)),
		problem(t, f, []calibration.Target{{Name: "y", Error: 1}}),
		problem(t, f, []calibration.Target{{Name: "y", Error: 1}}, nil),
	} {
		_, err := p.Match(context.Background(), matching)
		require.Error(t, err)
		_, err = p.Posterior(context.Background(), &calibration.Wave{}, sampling)
		require.Error(t, err)
	}
}

// TestSimulationBased: parameters are drawn from their priors and data made of them; the rank of the true
// parameter among the sample is uniform, and intervals cover as often as they say (Talts et
// al. 2018, arXiv:1804.06788). The model is not linear, and its parameters are not told apart well.
func TestSimulationBased(t *testing.T) {
	const bins = 6
	runs := 48
	if os.Getenv("CORRIDOR_TESTS") == "long" {
		runs = 240
	}
	f := formula(func(x, out []float64) { out[0], out[1], out[2] = x[0]*x[1], math.Exp(x[0]/2), x[0]+x[1]*x[1] })
	a, b := uniform(t, 0, 2), normal(t, 0.5, 1)
	count := [2][bins]int{}
	covered := [2]int{}
	for run := range runs {
		numbers := random.NewStream(11, "truth").At(uint64(run))
		truth := []float64{numbers.Float64(), numbers.Float64()}
		y := make([]float64, 3)
		f([]float64{a.Quantile(truth[0]), b.Quantile(truth[1])}, y)
		noise := normal(t, 0, 0.3)
		var targets []calibration.Target
		for j := range y {
			targets = append(targets, calibration.Target{Name: fmt.Sprint(j), Observed: y[j] + noise.Quantile(numbers.Float64()), Error: 0.3})
		}
		p := problem(t, f, targets, a, b)
		p.Seed = uint64(run)
		waves, err := p.Match(context.Background(), calibration.Matching{Waves: 1, Points: 512, Cutoff: 4, Rank: 1})
		require.NoError(t, err)
		o, err := p.Posterior(context.Background(), &waves[0], calibration.Sampling{Points: 768, Generations: 8, Keep: 200, Effective: 0.25})
		require.NoError(t, err)
		for d := range truth {
			below := 0
			for _, i := range o.Kept {
				if o.Points[i].U[d] < truth[d] {
					below++
				}
			}
			count[d][min(bins-1, below*bins/len(o.Kept))]++
			if rank := float64(below) / float64(len(o.Kept)); rank > 0.05 && rank < 0.95 {
				covered[d]++
			}
		}
	}
	for d := range count {
		chi := 0.0
		for _, n := range count[d] {
			expected := float64(runs) / bins
			chi += (float64(n) - expected) * (float64(n) - expected) / expected
		}
		require.Less(t, chi, 15.1, "χ² with 5 degrees of freedom, 1 %%: %v", count[d])
		require.InDelta(t, 0.9, float64(covered[d])/float64(runs), 0.08)
	}
}
