package seek_test

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/seek"
)

// asked answers a question, and counts the numbers that were asked for.
func asked(t *testing.T, q seek.Question, f func(x float64) float64) (*seek.Answer, int) {
	t.Helper()
	n := 0
	seen := map[float64]bool{}
	q.Value = func(x float64) (float64, error) {
		require.False(t, seen[x], "%v is asked twice", x)
		require.True(t, q.From <= x && x <= q.To)
		require.False(t, q.Whole && x != math.Round(x))
		seen[x] = true
		n++
		return f(x), nil
	}
	a, err := q.Answer()
	require.NoError(t, err)
	for i, turn := range a.Turns {
		require.True(t, q.Met(turn.Met.Y))
		require.False(t, q.Met(turn.Not.Y))
		if !q.Whole {
			require.LessOrEqual(t, math.Abs(turn.Met.X-turn.Not.X), 2.001e-9*(q.To-q.From))
		}
		if i > 0 {
			require.NotEqual(t, a.Turns[i-1].Upward(), turn.Upward(), "what begins to be met ceases to be before it begins again")
		}
	}
	return a, n
}

func TestClosedForms(t *testing.T) {
	for name, c := range map[string]struct {
		f        func(x float64) float64
		from, to float64
		want     float64
		turns    []float64
	}{
		"line":          {func(x float64) float64 { return 3*x + 1 }, 0, 10, 7, []float64{2}},
		"falling":       {func(x float64) float64 { return math.Exp(-x) }, 0, 10, 0.25, []float64{math.Log(4)}},
		"square":        {func(x float64) float64 { return x * x }, 0, 2, 2, []float64{math.Sqrt2}},
		"cubic":         {func(x float64) float64 { return x*x*x - 2*x - 5 }, 2, 3, 0, []float64{2.0945514815423265}}, // Wallis 1685
		"three":         {func(x float64) float64 { return (x - 1) * (x - 2) * (x - 3) }, 0, 4.1, 0, []float64{1, 2, 3}},
		"sine":          {math.Sin, 1, 13, 0, []float64{math.Pi, 2 * math.Pi, 3 * math.Pi, 4 * math.Pi}},
		"within a cell": {func(x float64) float64 { return 1 - (x-0.505)*(x-0.505) }, 0, 1, 1 - 1e-6, []float64{0.504, 0.506}},
		"steep":         {func(x float64) float64 { return math.Atan(1e4 * (x - 0.3)) }, 0, 1, 0, []float64{0.3}},
		"flat root":     {func(x float64) float64 { return math.Pow(x-0.31, 9) }, 0, 1, 1e-30, []float64{0.31 + math.Pow(1e-30, 1.0/9)}},
		"none":          {func(x float64) float64 { return x * (1 - x) }, 0, 1, 0.26, nil},
		"always":        {func(x float64) float64 { return 2 + math.Sin(9*x) }, 0, 1, 0.5, nil},
	} {
		a, n := asked(t, seek.Question{From: c.from, To: c.to, Want: c.want}, c.f)
		require.Len(t, a.Turns, len(c.turns), name)
		for i, x := range c.turns {
			require.InDelta(t, x, a.Turns[i].Met.X, 3e-9*(c.to-c.from), name)
			require.False(t, a.Turns[i].Jump, name)
		}
		require.LessOrEqual(t, n, 49+30*(len(c.turns)+4), name)
		// The other way round the same numbers part what meets from what does not.
		b, _ := asked(t, seek.Question{From: c.from, To: c.to, Want: -c.want, AtMost: true}, func(x float64) float64 { return -c.f(x) })
		require.Len(t, b.Turns, len(a.Turns), name)
		for i := range a.Turns {
			require.Equal(t, a.Turns[i].Met.X, b.Turns[i].Met.X, name)
			require.Equal(t, a.Turns[i].Upward(), b.Turns[i].Upward(), name)
		}
	}
}

// TestSmoothIsQuick: what is smooth takes about as few steps within its cell as Brent's method would.
func TestSmoothIsQuick(t *testing.T) {
	_, n := asked(t, seek.Question{From: 0, To: 1, Want: 0.7, Cells: 1}, func(x float64) float64 { return math.Sqrt(x) })
	require.LessOrEqual(t, n, 16)
}

// TestBestBetween: x(1−x) comes to 1/4 at most, at 1/2, which no end of a cell is.
func TestBestBetween(t *testing.T) {
	a, _ := asked(t, seek.Question{From: 0, To: 1, Want: 0.3, Cells: 7}, func(x float64) float64 { return x * (1 - x) })
	require.Empty(t, a.Turns)
	require.InDelta(t, 0.25, a.Most.Y, 1e-12)
	require.InDelta(t, 0.5, a.Most.X, 1e-5)
	require.Equal(t, 0.0, a.Least.Y)
}

// TestTangent: a parabola that touches what is wanted from below meets it there or just misses.
func TestTangent(t *testing.T) {
	f := func(x float64) float64 { return 1 - (x-0.4321)*(x-0.4321) }
	a, _ := asked(t, seek.Question{From: 0, To: 1, Want: 1}, f)
	require.InDelta(t, 1, a.Most.Y, 1e-9)
	require.InDelta(t, 0.4321, a.Most.X, 1e-4)
	require.Contains(t, []int{0, 2}, len(a.Turns))
}

// TestJumps: a step that leaps over what is wanted is a jump, and the least number beyond it is
// the one; nothing changes on either side of it.
func TestJumps(t *testing.T) {
	a, _ := asked(t, seek.Question{From: 0, To: 10, Want: 5}, func(x float64) float64 {
		if x < math.Pi {
			return 2
		}
		return 8
	})
	require.Len(t, a.Turns, 1)
	turn := a.Turns[0]
	require.True(t, turn.Jump && turn.Upward())
	require.InDelta(t, math.Pi, turn.Met.X, 3e-8)
	require.GreaterOrEqual(t, turn.Met.X, math.Pi)
	require.Equal(t, []float64{2, 8}, []float64{turn.Not.Y, turn.Met.Y})
	require.Len(t, a.Flats, 2)
	require.Equal(t, seek.Stretch{From: 0, To: a.Flats[0].To, Y: 2}, a.Flats[0])
	require.Equal(t, 10.0, a.Flats[1].To)
}

// TestNoValue: where there is no value the target is not met.
func TestNoValue(t *testing.T) {
	a, _ := asked(t, seek.Question{From: -1, To: 1, Want: 0}, math.Sqrt)
	require.Len(t, a.Turns, 1)
	require.True(t, a.Turns[0].Jump)
	require.InDelta(t, 0, a.Turns[0].Met.X, 3e-9)
	none, _ := asked(t, seek.Question{From: 0, To: 1, Want: 0}, func(float64) float64 { return math.NaN() })
	require.Empty(t, none.Turns)
	require.True(t, math.IsNaN(none.Most.Y) && math.IsNaN(none.Least.Y))
}

// TestWhole: of ships that carry 0.3 Mt each it takes 24 for 7 Mt, in a range of any size.
func TestWhole(t *testing.T) {
	for _, to := range []float64{30, 1e6} {
		carried := func(x float64) float64 { return 0.3 * x }
		a, n := asked(t, seek.Question{From: 0, To: to, Want: 7, Whole: true}, carried)
		require.Len(t, a.Turns, 1)
		require.Equal(t, seek.Turn{Met: seek.Point{X: 24, Y: carried(24)}, Not: seek.Point{X: 23, Y: carried(23)}}, a.Turns[0])
		require.LessOrEqual(t, n, 80)
	}
}

func TestErrorOfAValue(t *testing.T) {
	failed := errors.New("failed")
	q := seek.Question{From: 0, To: 1, Value: func(x float64) (float64, error) {
		if x > 0.5 {
			return 0, failed
		}
		return 0, nil
	}}
	_, err := q.Answer()
	require.ErrorIs(t, err, failed)
}

func BenchmarkAnswer(b *testing.B) {
	q := seek.Question{From: 0, To: 1, Want: 0.7, Value: func(x float64) (float64, error) { return math.Sqrt(x), nil }}
	for b.Loop() {
		if _, err := q.Answer(); err != nil {
			b.Fatal(err)
		}
	}
}
