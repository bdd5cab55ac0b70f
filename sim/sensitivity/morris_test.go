package sensitivity

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func effectsOf(t testing.TB, trajectories, levels int, names []string, groups [][]int, f func([]float64) float64) []Effects {
	t.Helper()
	m, err := NewMorris(5, trajectories, levels, names, groups)
	require.NoError(t, err)
	return m.Effects(outputs(m.Runs(), len(names), m.Point, f), 1)
}

// TestMorrisFunction: the function is linear in each w, so that the mean effect of an input is
// that of its own step, times what the mean of the others leaves of its coefficients.
func TestMorrisFunction(t *testing.T) {
	names, groups := columns(20)
	got := effectsOf(t, 4000, 4, names, groups, morrisFunction)
	const step = 2.0 / 3
	bent := func(x float64) float64 { return 2 * (1.1*x/(x+0.1) - 0.5) }
	slope := (bent(2.0/3) - bent(0) + bent(1) - bent(1.0/3)) / 2 / step // of w with the bend
	centre := (bent(0) + bent(1.0/3) + bent(2.0/3) + bent(1)) / 4       // its mean on the grid; 0 of the others
	mean := make([]float64, 20)
	for i := range mean {
		mean[i] = 2 * meanSlope(i, centre)
		if i == 2 || i == 4 || i == 6 {
			mean[i] = slope * meanSlope(i, centre)
		}
	}
	for i, e := range got {
		require.InDelta(t, mean[i], e.Mu, 4*e.Sigma/math.Sqrt(4000), names[i])
	}
	// What Morris (1991) reads from his figure: 1 to 7 act together or not in a straight line, 8 to
	// 10 alone and strongly, the others next to nothing.
	for i, e := range got {
		switch {
		case i < 7:
			require.Greater(t, e.Size.Value, 25.0, names[i])
			require.Greater(t, e.Sigma, 20.0, names[i])
		case i < 10:
			require.InDelta(t, 40, e.Size.Value, 3, names[i])
			require.Less(t, e.Sigma, 10.0, names[i])
		default:
			require.Less(t, e.Size.Value, 10.0, names[i])
		}
		require.True(t, e.Size.Low < e.Size.Value && e.Size.Value < e.Size.High)
	}
}

// meanSlope is the coefficient of w of an input (morrisFunction), with the others at their means.
func meanSlope(i int, centre float64) float64 {
	at := func(w float64) float64 {
		x := make([]float64, 20)
		for j := range x {
			x[j] = 0.5
			if j == 2 || j == 4 || j == 6 {
				x[j] = unbent(centre)
			}
		}
		x[i] = (w + 1) / 2
		if i == 2 || i == 4 || i == 6 {
			x[i] = unbent(w)
		}
		return morrisFunction(x)
	}
	return at(1) - at(0)
}

// unbent is the input for which 2 (1.1 x / (x + 0.1) − 1/2) is w.
func unbent(w float64) float64 {
	r := (w/2 + 0.5) / 1.1
	return 0.1 * r / (1 - r)
}

// TestEffectsByHand: of 3a − b, and of both together.
func TestEffectsByHand(t *testing.T) {
	f := func(x []float64) float64 { return 3*x[0] - x[1] }
	names, groups := columns(3)
	got := effectsOf(t, 20, 8, names, groups, f)
	for i, want := range []float64{3, -1, 0} {
		require.InDelta(t, want, got[i].Mu, 1e-9)
		require.InDelta(t, math.Abs(want), got[i].Size.Value, 1e-9)
		require.InDelta(t, math.Abs(want), got[i].Size.High, 1e-9)
		require.InDelta(t, 0, got[i].Sigma, 1e-9)
		require.Equal(t, 20, got[i].Steps)
	}
	got = effectsOf(t, 400, 8, names, [][]int{{0, 1}, {2}}, f)
	require.InDelta(t, 3, got[0].Size.Value, 0.1, "2 where both go the same way, 4 where they do not")
	require.True(t, math.IsNaN(got[0].Mu) && math.IsNaN(got[0].Sigma))
}

// TestTrajectories: one group moves at each step, by Δ, once; every level is begun at as often.
func TestTrajectories(t *testing.T) {
	names, _ := columns(5)
	groups := [][]int{{0}, {1, 2}, {}, {3}}
	m, err := NewMorris(9, 40, 8, names, groups)
	require.NoError(t, err)
	require.Equal(t, 200, m.Runs())
	begun := map[float64]int{}
	for t1 := range 40 {
		moved := map[int]bool{}
		before := make([]float64, 5)
		m.Point(5*t1, before)
		begun[before[0]]++
		require.False(t, func() bool { _, is := m.Moved(5*t1, 2); return is }())
		for run := 5*t1 + 1; run < 5*t1+5; run++ {
			x := make([]float64, 5)
			m.Point(run, x)
			for c := range x {
				if by := math.Abs(x[c] - before[c]); by != 0 {
					require.InDelta(t, 4.0/7, by, 1e-12)
					require.False(t, moved[c])
					moved[c] = true
				}
				require.True(t, x[c] >= 0 && x[c] <= 1)
			}
			require.Equal(t, moved[1], moved[2], "a group moves at once")
			before = x
		}
		trajectory, is := m.Moved(5*t1+4, 2)
		require.True(t, is)
		require.Equal(t, t1, trajectory)
		require.Equal(t, map[int]bool{0: true, 1: true, 2: true, 3: true}, moved, "what is in no group stays")
	}
	require.Len(t, begun, 8)
	for level, n := range begun {
		require.InDelta(t, 5, n, 4, level)
	}
}

func TestMorrisRefuses(t *testing.T) {
	names, groups := columns(2)
	_, err := NewMorris(0, 9, 4, names, groups)
	require.EqualError(t, err, "9 trajectories are too few for elementary effects, expected at least 10")
	_, err = NewMorris(0, 10, 5, names, groups)
	require.EqualError(t, err, "a grid of 5 levels, expected an even number")
}

// TestEffectsAgainstSALib: 50 trajectories of the plan in SALib 1.5.2 (morris.analyze).
func TestEffectsAgainstSALib(t *testing.T) {
	names, groups := columns(20)
	got := effectsOf(t, 50, 4, names, groups, morrisFunction)
	var mu, size, sigma []float64
	for _, e := range got {
		mu, size, sigma = append(mu, e.Mu), append(size, e.Size.Value), append(sigma, e.Sigma)
	}
	require.InDeltaSlice(t, []float64{
		5.3768414721, 3.8050366327, 32.9258855419, 11.8776140958, 15.4225949747, 9.5837681159, 35.6755812575, 37.4546265329, 42.2831661093, 36.3440802676,
		0.8791081382, -1.9828762542, 0.2651505017, -0.4333556299, 0.6304570792, 0.1256633222, 0.7399777035, -2.1466220736, 0.5592865106, -1.3055964326,
	}, mu, 1e-9)
	require.InDeltaSlice(t, []float64{
		66.1234781117, 72.6511300768, 43.2422726567, 59.650609327, 49.5917211963, 37.8845930881, 35.6755812575, 37.4546265329, 42.2831661093, 36.3440802676,
		4.9338684504, 5.1174136009, 5.7126421405, 5.0344704571, 4.4513712375, 5.9823411371, 4.5107692308, 4.6550724638, 5.3815830546, 4.343277592,
	}, size, 1e-9)
	require.InDeltaSlice(t, []float64{
		80.4489784787, 86.2951030915, 50.4463081589, 72.6327963201, 78.8981309751, 49.4093090377, 26.8590389632, 6.590764593, 6.0518235548, 6.2133907385,
		5.9340773215, 6.1097403359, 6.7301147307, 6.3098288449, 5.6724872649, 7.4257688668, 5.6260859978, 5.4270083104, 6.7846721241, 5.3564965866,
	}, sigma, 1e-9)
	for i, half := range []float64{12.0058, 12.9970, 10.8775, 11.3023, 17.7205, 9.3039, 7.1417, 1.7804} { // 1.96 standard deviations of its bootstrap
		require.InEpsilon(t, half, (got[i].Size.High-got[i].Size.Low)/2, 0.2)
	}
}
