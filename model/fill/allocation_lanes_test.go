//go:build goexperiment.simd && amd64

package fill

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"corridor/model/lanes"
)

// inLanes puts numbers side by side.
func inLanes(values [lanes.Width][]float64) []lanes.Vec {
	x := make([]lanes.Vec, len(values[0]))
	for l, of := range values {
		for i, v := range of {
			*lanes.Lane(&x[i], l) = v
		}
	}
	return x
}

func newAllocationLanes(users int) AllocationLanes {
	return AllocationLanes{
		Given: make([]lanes.Vec, users), Binding: make([]lanes.Ints, users),
		Reach: make([]lanes.Vec, users), Holder: make([]lanes.Ints, users),
	}
}

// TestAllocationLanes: each lane gets what it gets by itself, in every bit, in classes and
// without, whatever space was used for before.
func TestAllocationLanes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 8, 12, 1e-12)
		system := a.system
		if rapid.Bool().Draw(t, "classes") {
			system = NewInClasses(len(a.capacity), a.users, rapid.SliceOfN(rapid.IntRange(0, 2), len(a.users), len(a.users)).Draw(t, "class"))
		}
		numbers := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "numbers"), 0))
		vary := func(values []float64) []float64 {
			values = slices.Clone(values)
			for i := range values {
				switch numbers.IntN(5) {
				case 0:
					values[i] = 0
				case 1, 2:
					values[i] *= math.Exp(numbers.NormFloat64() * 3)
				}
			}
			return values
		}
		w, by, to := system.NewWorkspaceLanes(), system.NewWorkspace(), newAllocationLanes(len(a.users))
		for range 4 {
			var asked, capacity [lanes.Width][]float64
			for l := range lanes.Width {
				asked[l], capacity[l] = vary(a.asked), vary(a.capacity)
			}
			system.AllocateLanes(w, inLanes(asked), inLanes(capacity), to)
			for l := range lanes.Width {
				one := newAllocation(len(a.users))
				system.Allocate(by, asked[l], capacity[l], one)
				for u := range a.users {
					require.Equal(t, math.Float64bits(one.Given[u]), math.Float64bits(*lanes.Lane(&to.Given[u], l)), "given")
					require.Equal(t, math.Float64bits(one.Reach[u]), math.Float64bits(*lanes.Lane(&to.Reach[u], l)), "reach")
					require.Equal(t, int64(one.Binding[u]), *lanes.IntOf(&to.Binding[u], l))
					require.Equal(t, int64(one.Holder[u]), *lanes.IntOf(&to.Holder[u], l))
				}
			}
		}
	})
}

func BenchmarkAllocateLanes(b *testing.B) {
	paths, asked, capacity := branching()
	var a, c [lanes.Width][]float64
	for l := range lanes.Width {
		a[l], c[l] = slices.Clone(asked), slices.Clone(capacity)
		for i := range a[l] {
			a[l][i] *= 1 + 0.1*float64((l*7+i*3)%5)
		}
		for i := range c[l] {
			c[l][i] *= 1 + 0.1*float64((l*3+i*5)%7)
		}
	}
	s := New(len(capacity), usersOf(paths, nil))
	w, to, x, y := s.NewWorkspaceLanes(), newAllocationLanes(len(paths)), inLanes(a), inLanes(c)
	b.ReportAllocs()
	for b.Loop() {
		s.AllocateLanes(w, x, y, to)
	}
}
