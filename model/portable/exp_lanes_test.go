//go:build goexperiment.simd && amd64

package portable

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/lanes"
)

// TestLanes: in lanes the functions have the bits they have by themselves.
func TestLanes(t *testing.T) {
	points := []float64{0, math.Copysign(0, -1), 1, -1, math.Inf(1), math.Inf(-1), math.NaN(), 710, 709.7, 690, -690, -700, -745, -746, 1e-300, -1e-300, 1e300, -1e300, 1e-310, math.Ln2, 5e-324}
	numbers := rand.New(rand.NewPCG(1, 2))
	for range 400000 {
		points = append(points, numbers.NormFloat64()*20, -numbers.ExpFloat64(), numbers.Float64()*1500-750, math.Ldexp(numbers.Float64(), numbers.IntN(2000)-1000))
	}
	for i := 0; i+lanes.Width <= len(points); i++ {
		x := lanes.Load((*[lanes.Width]float64)(points[i:]))
		e, l := ExpLanes(x), LogLanes(x)
		low, high := lanes.Min(x, lanes.Splat(points[0])), lanes.Max(x, lanes.Splat(points[i/3]))
		for j := range lanes.Width {
			p := points[i+j]
			same(t, Exp(p), *lanes.Lane(&e, j), p)
			same(t, Log(p), *lanes.Lane(&l, j), p)
			same(t, min(p, points[0]), *lanes.Lane(&low, j), p)
			same(t, max(p, points[i/3]), *lanes.Lane(&high, j), p)
		}
	}
}

func same(t *testing.T, want, got, x float64) {
	if math.Float64bits(want) != math.Float64bits(got) && !(math.IsNaN(want) && math.IsNaN(got)) {
		require.Equal(t, math.Float64bits(want), math.Float64bits(got), "at %v: %v and %v", x, want, got)
	}
}

func BenchmarkExpLanes(b *testing.B) {
	x := lanes.Splat(-1.3)
	for b.Loop() {
		x = ExpLanes(x).Sub(lanes.Splat(1.7))
	}
}

func BenchmarkLogLanes(b *testing.B) {
	x := lanes.Splat(1.3)
	for b.Loop() {
		x = LogLanes(x).Add(lanes.Splat(1.7))
	}
}
