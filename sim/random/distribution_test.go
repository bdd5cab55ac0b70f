package random

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"testing"
)

// must is for parameters that a test knows to be good.
func must[D any](d D, err error) D {
	if err != nil {
		panic(err)
	}
	return d
}

// portCost is a cost relative to its estimate: mostly near it, at times far beyond.
func portCost() Distribution {
	beyond := must(NewShifted(must(NewExponential(1.33)), 1.5))
	return must(NewMixture([]float64{0.83, 0.17}, []Distribution{must(NewLognormal(1, 0.15)), beyond}))
}

// all is one or more of every distribution.
func all() []named {
	normal, lognormal := must(NewNormal(-2, 3)), must(NewLognormal(1.9, 0.4))
	return []named{
		{"uniform", must(NewUniform(-1, 4))},
		{"triangular", must(NewTriangular(0.95, 1.05, 1.3))},
		{"triangular with its mode at the low end", must(NewTriangular(0, 0, 2))},
		{"triangular with its mode at the high end", must(NewTriangular(0, 2, 2))},
		{"pert", must(NewPERT(10, 14, 30))},
		{"pert with its mode at the low end", must(NewPERT(1, 1, 2.2))},
		{"beta", must(NewBeta(8, 2, 0, 1))},
		{"beta that is uniform", must(NewBeta(1, 1, 0, 1))},
		{"beta with high shapes", must(NewBeta(1000, 700, 0, 1))},
		{"normal", normal},
		{"lognormal", lognormal},
		{"exponential", must(NewExponential(2.5))},
		{"discrete", must(NewDiscrete([]float64{3, -1, 2, 7}, []float64{1, 0.5, 0, 2.5}))},
		{"discrete with one value", must(NewDiscrete([]float64{3}, nil))},
		{"discrete with a value twice", must(NewDiscrete([]float64{3.34, 0.92, 2.29, 2.14, 1.11, 1.82, 1, 1.11}, nil))},
		{"mixture", portCost()},
		{"truncated", must(NewTruncated(normal, -4, 1))},
		{"truncated on one side", must(NewTruncated(lognormal, 1.5, math.Inf(1)))},
		{"truncated discrete", must(NewTruncated(must(NewDiscrete([]float64{1, 2, 3, 4}, nil)), 2, 3))},
		{"shifted", must(NewShifted(lognormal, -0.5))},
		{"floored", must(NewFloored(lognormal, 0.95))},
		{"floored beyond all", must(NewFloored(must(NewUniform(0, 1)), 2))},
	}
}

type named struct {
	name string
	Distribution
}

// probabilities are n numbers across (0, 1), with both tails.
func probabilities(n int) []float64 {
	us := []float64{0x1p-53, 1e-12, 1e-6, 0.5, 1 - 1e-6, 1 - 1e-12, 1 - 0x1p-53}
	numbers := NewStream(11, "probabilities").At(0)
	for range n {
		us = append(us, numbers.Float64())
	}
	slices.Sort(us)
	return us
}

func TestQuantilesRise(t *testing.T) {
	for _, d := range all() {
		last := d.Quantile(0)
		for _, u := range append(probabilities(20_000), 1) {
			x := d.Quantile(u)
			if !(x >= last) {
				t.Errorf("%s: quantile at %v is %v, below the %v of a lower u", d.name, u, x, last)
				break
			}
			last = x
		}
	}
}

// Quantile(u) is the smallest value with CDF of at least u: CDF comes back to u
// from there, and is below u just before.
func TestQuantilesInvertTheCDF(t *testing.T) {
	for _, d := range all() {
		for _, u := range probabilities(500) {
			x := d.Quantile(u)
			step := 1e-9 * math.Max(1, math.Abs(x))
			if before, at := d.CDF(x-step), d.CDF(x+step); before > u+1e-14 || at < u-1e-14 {
				t.Errorf("%s: about the quantile %v at %v the CDF goes from %v to %v", d.name, x, u, before, at)
				break
			}
		}
	}
}

func TestQuantilesAtTheEnds(t *testing.T) {
	infinity := math.Inf(1)
	for _, d := range all() {
		for _, u := range []float64{-0.1, 1.1, math.NaN(), infinity} {
			if x := d.Quantile(u); !math.IsNaN(x) {
				t.Errorf("%s: quantile at %v is %v, want NaN", d.name, u, x)
			}
		}
		low, high := d.Quantile(0), d.Quantile(1)
		if first, last := d.Quantile(0x1p-53), d.Quantile(1-0x1p-53); low > first || high < last || math.IsInf(first, 0) || math.IsInf(last, 0) {
			t.Errorf("%s: from %v, %v to %v, %v", d.name, low, first, last, high)
		}
		if got := d.CDF(high); got != 1 {
			t.Errorf("%s: CDF at %v is %v, want 1", d.name, high, got)
		}
		if got := d.CDF(math.Nextafter(low, -infinity)); got != 0 {
			t.Errorf("%s: CDF below %v is %v, want 0", d.name, low, got)
		}
	}
}

// The mean is that of many draws, within what chance allows.
func TestMeansAreThoseOfDraws(t *testing.T) {
	n := many(50_000)
	for _, d := range all() {
		numbers := NewStream(3, d.name).At(0)
		var total, squares float64
		for range n {
			x := d.Quantile(numbers.Float64()) - d.Mean()
			total += x
			squares += x * x
		}
		if score := total / math.Sqrt(squares+1e-18); math.Abs(score) > 3.5 {
			t.Errorf("%s: mean %v, draws are off by %.1f standard errors", d.name, d.Mean(), score)
		}
	}
}

// Kolmogorov and Smirnov's largest distance between draws and the CDF; above
// 1.95/√n once in a thousand times for a continuous distribution.
func TestDrawsFollowTheCDF(t *testing.T) {
	n := many(40_000)
	share := func(values int) float64 { return float64(values) / float64(n) }
	for _, d := range all() {
		values := make([]float64, n)
		for draw := range values {
			values[draw] = d.Quantile(NewStream(4, d.name).Float64(uint64(draw)))
		}
		slices.Sort(values)
		var distance float64
		for i, x := range values {
			// With equal values only the first and the last count.
			if i == 0 || values[i-1] < x {
				distance = math.Max(distance, d.CDF(math.Nextafter(x, math.Inf(-1)))-share(i))
			}
			if i == n-1 || values[i+1] > x {
				distance = math.Max(distance, share(i+1)-d.CDF(x))
			}
		}
		if scaled := distance * math.Sqrt(float64(n)); scaled > 1.95 {
			t.Errorf("%s: distance %.2f/√n", d.name, scaled)
		}
	}
}

// TestGoldenQuantiles holds the bits of 10 000 quantiles and CDFs of every
// distribution, the same on every processor. Code that changes the hash changes
// every published ensemble.
func TestGoldenQuantiles(t *testing.T) {
	h := fnv.New64a()
	for _, d := range all() {
		numbers := NewStream(2026, d.name).At(0)
		for range 10_000 {
			x := d.Quantile(numbers.Float64())
			hashBits(h, x, d.CDF(x))
		}
		hashBits(h, d.Mean())
	}
	if got, want := h.Sum64(), uint64(0x75b9a807e9ce0ab4); got != want {
		t.Errorf("hash %#016x, want %#016x", got, want)
	}
}

func hashBits(h hash.Hash64, numbers ...float64) {
	for _, x := range numbers {
		h.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(x)))
	}
}

func TestMistakenDistributions(t *testing.T) {
	nan, infinity := math.NaN(), math.Inf(1)
	second := func(_ any, err error) error { return err }
	normal := must(NewNormal(0, 1))
	for _, c := range []struct {
		err  error
		want string
	}{
		{second(NewUniform(3, 3)), "uniform from 3 to 3, expected low below high"},
		{second(NewUniform(nan, 3)), "uniform: low is NaN, expected a finite number"},
		{second(NewUniform(1, infinity)), "uniform: high is +Inf, expected a finite number"},
		{second(NewTriangular(1, 0, 2)), "triangular from 1 to 2 with mode 0, expected the mode between them"},
		{second(NewPERT(1, 3, 2)), "pert from 1 to 2 with mode 3, expected the mode between them"},
		{second(NewPERT(1, nan, 2)), "pert from 1 to 2 with mode NaN, expected the mode between them"},
		{second(NewBeta(0.5, 1, 0, 1)), "beta: a shape is 0.5, expected a number from 1 to 1000"},
		{second(NewBeta(1, nan, 0, 1)), "beta: a shape is NaN, expected a number from 1 to 1000"},
		{second(NewBeta(1, 1, 1, 0)), "beta from 1 to 0, expected low below high"},
		{second(NewNormal(infinity, 1)), "normal: mean is +Inf, expected a finite number"},
		{second(NewNormal(1, 0)), "normal: sd is 0, expected a finite number above 0"},
		{second(NewLognormal(-1, 1)), "lognormal: median is -1, expected a finite number above 0"},
		{second(NewLognormal(1, nan)), "lognormal: sigma is NaN, expected a finite number above 0"},
		{second(NewExponential(0)), "exponential: mean is 0, expected a finite number above 0"},
		{second(NewDiscrete(nil, nil)), "discrete: expected at least one of the values to have a weight above 0"},
		{second(NewDiscrete([]float64{1, 2}, []float64{1})), "discrete: 2 values with 1 weights, expected as many"},
		{second(NewDiscrete([]float64{1, 2}, []float64{0, 0})), "discrete: expected at least one of the values to have a weight above 0"},
		{second(NewDiscrete([]float64{1, 2}, []float64{3, -1})), "discrete: weight 2 is -1, expected a finite number of at least 0"},
		{second(NewDiscrete([]float64{1, nan}, nil)), "discrete: a value is NaN, expected a finite number"},
		{second(NewMixture([]float64{1}, nil)), "mixture: 0 parts with 1 weights, expected as many"},
		{second(NewMixture([]float64{1}, []Distribution{nil})), "mixture: part 1 is missing, expected a distribution"},
		{second(NewTruncated(normal, 1, 1)), "truncated from 1 to 1, expected low below high"},
		{second(NewTruncated(normal, 7, 8)), "truncated from 7 to 8: the distribution has a probability of 1.2"},
		{second(NewTruncated(nil, 7, 8)), "truncated: no distribution, expected one"},
		{second(NewShifted(normal, nan)), "shifted: by is NaN, expected a finite number"},
		{second(NewShifted(nil, 1)), "shifted: no distribution, expected one"},
		{second(NewFloored(normal, infinity)), "floored: floor is +Inf, expected a finite number"},
		{second(NewFloored(nil, 1)), "floored: no distribution, expected one"},
	} {
		if c.err == nil || !strings.HasPrefix(c.err.Error(), c.want) {
			t.Errorf("error %q, want %q", c.err, c.want)
		}
	}
}

func BenchmarkQuantile(b *testing.B) {
	for _, d := range all() {
		if strings.Contains(d.name, " ") {
			continue
		}
		b.Run(d.name, func(b *testing.B) {
			numbers := NewStream(1, d.name).At(0)
			us := make([]float64, 1024)
			for i := range us {
				us[i] = numbers.Float64()
			}
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				sink = d.Quantile(us[i&1023])
				i++
			}
		})
	}
}
