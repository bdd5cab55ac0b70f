package fill

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// inClasses allocates the same with the users in classes.
func (a allocated) inClasses(class []int) allocated {
	a.system = NewInClasses(len(a.capacity), a.users, class)
	a.Allocation = newAllocation(len(a.users))
	a.system.Allocate(a.system.NewWorkspace(), a.asked, a.capacity, a.Allocation)
	return a
}

// TestClassesByHand holds the filling in classes to results found with a pencil.
func TestClassesByHand(t *testing.T) {
	const o = None
	for _, test := range []struct {
		name            string
		paths           [][]int
		class           []int
		asked           []float64
		capacity        []float64
		given, reach    []float64
		binding, holder []int
	}{
		// Trains are carried whole, trucks have the rest; nothing is left to press on.
		{"one resource too small", [][]int{{0}, {0}}, []int{0, 1}, []float64{6, 2}, []float64{7},
			[]float64{6, 1}, []float64{6, 1}, []int{o, 0}, []int{0, 0}},
		{"the other way round", [][]int{{0}, {0}}, []int{1, 0}, []float64{6, 2}, []float64{7},
			[]float64{5, 2}, []float64{5, 2}, []int{0, o}, []int{0, 0}},
		{"nothing for who comes last", [][]int{{0}, {0}}, []int{0, 1}, []float64{9, 2}, []float64{7},
			[]float64{7, 0}, []float64{7, 0}, []int{0, 0}, []int{0, 0}},
		// 8 of 12 are asked for. The 4 left are pressed as 6 to 2, not by the first class alone.
		{"room for all", [][]int{{0}, {0}}, []int{0, 1}, []float64{6, 2}, []float64{12},
			[]float64{6, 2}, []float64{9, 3}, []int{o, o}, []int{0, 0}},
		// The first class fills resource 1 and holds the long user of the second at 0; the
		// short one of resource 0 is given all and rises on to what there is.
		{"a long user of a later class", [][]int{{0, 1}, {1}, {0}}, []int{1, 0, 1}, []float64{4, 5, 4}, []float64{6, 5},
			[]float64{0, 5, 4}, []float64{0, 5, 6}, []int{1, o, o}, []int{1, 1, 0}},
		// Without classes λ = 1/2 on resource 0: 4, 4. With the long one first it has 6 of 8,
		// held by resource 1, and the short one 2.
		{"a long user first", [][]int{{0, 1}, {0}}, []int{0, 1}, []float64{8, 8}, []float64{8, 6},
			[]float64{6, 2}, []float64{6, 2}, []int{1, 0}, []int{1, 0}},
		// Three classes on 10: 4, then 8 shared in proportion by two who ask for 4 and 4 of
		// the 6 that are left, then nothing.
		{"fair within a class", [][]int{{0}, {0}, {0}, {0}}, []int{1, 5, 5, 9}, []float64{4, 4, 8, 1}, []float64{10},
			[]float64{4, 2, 4, 0}, []float64{4, 2, 4, 0}, []int{o, 0, 0, 0}, []int{0, 0, 0, 0}},
		{"one who uses nothing is given all", [][]int{{}, {0}, {0}}, []int{7, 0, 1}, []float64{7, 2, 7}, []float64{3},
			[]float64{7, 2, 1}, []float64{7, 2, 1}, []int{o, o, 0}, []int{o, 0, 0}},
		{"a resource without limit", [][]int{{0}, {0}}, []int{0, 1}, []float64{7, 3}, []float64{inf},
			[]float64{7, 3}, []float64{7, 3}, []int{o, o}, []int{o, o}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := allocated{users: usersOf(test.paths, nil), asked: test.asked, capacity: test.capacity}.inClasses(test.class)
			require.Equal(t, test.given, a.Given, "given")
			require.Equal(t, test.reach, a.Reach, "reach")
			require.Equal(t, test.binding, a.Binding, "binding")
			require.Equal(t, test.holder, a.Holder, "holder")
		})
	}
}

// TestOneClassIsNone: a system whose users are all in one class is that of New.
func TestOneClassIsNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := filled(t, 6, 8, 1e-9)
		one := a.inClasses(slices.Repeat([]int{3}, len(a.users)))
		require.False(t, one.system.InClasses())
		require.Equal(t, a.Allocation, one.Allocation)
	})
}

// classed draws an allocation in classes, and that without.
func classed(t *rapid.T) (plain, a allocated, class []int) {
	plain = filled(t, 6, 8, 1e-9)
	class = rapid.SliceOfN(rapid.IntRange(0, 3), len(plain.users), len(plain.users)).Draw(t, "classes")
	return plain, plain.inClasses(class), class
}

func TestClassesStayWithinWhatIsAskedAndThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, a, _ := classed(t)
		reached := a
		reached.Given = a.Reach
		for u := range a.asked {
			require.GreaterOrEqual(t, a.Given[u], 0.0)
			require.LessOrEqual(t, a.Given[u], a.asked[u])
			require.GreaterOrEqual(t, a.Reach[u], a.Given[u])
		}
		for r, capacity := range a.capacity {
			require.LessOrEqual(t, a.load(r), capacity*(1+1e-9))
			require.LessOrEqual(t, reached.load(r), capacity*(1+1e-9), "reach")
		}
	})
}

// TestWhoeverIsNotGivenAllHasABottleneckOfItsClass: a full resource on which nobody of its
// class has a larger part of what was asked for, and nobody of a later class has anything.
func TestWhoeverIsNotGivenAllHasABottleneckOfItsClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, a, class := classed(t)
		for u, amount := range a.asked {
			if a.Given[u] >= amount*(1-1e-12) {
				continue
			}
			r := a.Binding[u]
			require.NotEqual(t, None, r, "user %d", u)
			require.GreaterOrEqual(t, a.load(r), a.capacity[r]*(1-1e-9), "resource %d is full", r)
			for other, uses := range a.users {
				if a.asked[other] == 0 || !slices.ContainsFunc(uses, func(use Use) bool { return use.Resource == r }) {
					continue
				}
				switch {
				case class[other] > class[u]:
					require.LessOrEqual(t, a.Given[other], 1e-9*a.capacity[r], "user %d comes after %d", other, u)
				case class[other] == class[u]:
					require.LessOrEqual(t, a.ratio(other), a.ratio(u)*(1+1e-9)+1e-12, "user %d beside %d", other, u)
				}
			}
		}
	})
}

// TestClassesAgainstNaive: the plain filling as the definition reads, class by class on what
// is left.
func TestClassesAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain, a, class := classed(t)
		left := slices.Clone(a.capacity)
		want := make([]float64, len(a.users))
		for rank := range 4 {
			asked := make([]float64, len(a.users))
			for u := range asked {
				if class[u] == rank {
					asked[u] = a.asked[u]
				}
			}
			served := plain
			served.Allocation = naive(len(left), a.users, asked, left)
			for r := range left {
				left[r] = max(0, left[r]-served.load(r))
			}
			for u, x := range served.Given {
				want[u] += x
			}
		}
		require.InDeltaSlice(t, want, a.Given, 1e-8)
	})
}

// TestClassesMakeNoDifferenceWhereAllPass: what is pressed beyond what is asked for is nobody's
// by right.
func TestClassesMakeNoDifferenceWhereAllPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain, a, _ := classed(t)
		if slices.ContainsFunc(plain.Binding, func(r int) bool { return r != None }) {
			return
		}
		require.Equal(t, plain.Given, a.Given)
		for u := range a.Reach {
			require.InEpsilon(t, 1+plain.Reach[u], 1+a.Reach[u], 1e-8)
		}
	})
}

// TestTheFirstClassHasWhatItHasAlone whoever else is there.
func TestTheFirstClassHasWhatItHasAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plain, a, class := classed(t)
		first := slices.Min(class)
		alone := slices.Clone(a.asked)
		for u := range alone {
			if class[u] > first {
				alone[u] = 0
			}
		}
		want := allocate(len(plain.capacity), plain.users, alone, plain.capacity)
		for u := range class {
			if class[u] == first {
				require.InDelta(t, want.Given[u], a.Given[u], 1e-9)
			}
		}
	})
}

// TestClassesAllocateNothing once the space is there, and a space that was used before gives
// the same.
func TestClassesAllocateNothing(t *testing.T) {
	a := allocate(3, usersOf([][]int{{0, 1}, {1, 2}, {2}, {0, 2}}, nil), []float64{4, 5, 6, 7}, []float64{6, 7, 8})
	s := NewInClasses(3, a.users, []int{0, 1, 0, 2})
	w, first, again := s.NewWorkspace(), newAllocation(4), newAllocation(4)
	s.Allocate(w, a.asked, a.capacity, first)
	require.Zero(t, testing.AllocsPerRun(10, func() { s.Allocate(w, a.asked, []float64{1, 2, 3}[:3], again) }))
	s.Allocate(w, a.asked, a.capacity, again)
	require.Equal(t, first, again)
	w.Forget()
	s.Allocate(w, a.asked, a.capacity, again)
	require.Equal(t, first, again)
}
