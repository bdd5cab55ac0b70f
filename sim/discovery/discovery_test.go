package discovery

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/random"
)

// planted is draws of five even numbers and one of three categories; those with a > 0.6, b < 0.5
// and c other than 1 are cases in nine of ten, the others in one of ten.
func planted(t testing.TB, draws int) *Sample {
	inputs := []Input{{Name: "a"}, {Name: "b"}, {Name: "d"}, {Name: "e"}, {Name: "f"}, {Name: "c", Categories: true}}
	cases := make([]bool, draws)
	for draw := range draws {
		n := random.NewStream(7, "discovery/test").At(uint64(draw))
		var x [6]float64
		for i := range x {
			x[i] = n.Float64()
		}
		x[5] = float64(int(x[5] * 3))
		p := 0.1
		if x[0] > 0.6 && x[1] < 0.5 && x[5] != 1 {
			p = 0.9
		}
		cases[draw] = n.Float64() < p
		for i := range inputs {
			inputs[i].Values = append(inputs[i].Values, x[i])
		}
	}
	return sampleOf(t, inputs, cases)
}

func sampleOf(t testing.TB, inputs []Input, cases []bool) *Sample {
	s, err := NewSample(inputs, cases)
	require.NoError(t, err)
	return s
}

// TestAgainstWorkbench: the trajectory is that of the EMA Workbench 3.0 on the same 1,000 draws
// (Prim(x, y, obj_function=LENIENT2, peel_alpha=0.05, mass_min=0.05), with pandas 1.5.3 and SciPy 1.10.1): of
// two peels that are worth the same it takes the other first, so limits lie between other neighbours.
func TestAgainstWorkbench(t *testing.T) {
	s := planted(t, 1000)
	steps := s.Peel(Peeling{Alpha: 0.05, Least: 50}, nil)
	want := map[int]struct {
		n, k, limits int
		low, high    float64 // of a
		upper        float64 // of b
	}{
		0:  {1000, 206, 0, 0, 1, 1},
		1:  {950, 202, 1, 0.0615292935446657, 1, 1},
		8:  {450, 157, 2, 0.31969638595672345, 1, 1},
		15: {310, 136, 2, 0.5206523986157902, 0.9808889566206598, 1},
		20: {238, 126, 3, 0.5968005691634257, 0.9808889566206598, 0.9502693551218022},
		25: {182, 121, 3, 0.5968005691634257, 0.9808889566206598, 0.7063730739430851},
		27: {163, 119, 3, 0.5968005691634257, 0.9808889566206598, 0.6152863085848099},
		31: {131, 112, 3, 0.5968005691634257, 0.9808889566206598, 0.48878478332423647},
	}
	for i, w := range want {
		st := &steps[i]
		require.Equal(t, Tally{w.n, w.k}, st.Tally, i)
		require.Len(t, st.Box.Restricted(), w.limits, i)
		require.Equal(t, i > 1, slices.Equal(st.Box[5].Without, []float64{1}), i)
		for limit, w := range map[*float64]float64{&st.Box[0].Low: w.low, &st.Box[0].High: w.high, &st.Box[1].High: w.upper} {
			if w == 0 || w == 1 {
				require.True(t, math.IsInf(*limit, 0), i)
			} else {
				require.InDelta(t, w, *limit, 0.005, i)
			}
		}
	}
	rated := s.Rate(steps[27].Box, nil)
	sides := []Side{{0, Low}, {0, High}, {1, High}, {5, Categories}}
	for i, p := range []float64{3.1096365910130592e-22, 0.4000751753137434, 1.42042048754037e-08, 2.6623334218976245e-08} {
		require.Equal(t, sides[i], rated[i].Side)
		require.InEpsilon(t, p, rated[i].QuasiP, 1e-9)
	}
}

// TestPlantedBox: what was planted is found, nothing else is, and draws that were held out say
// of it what it is: a mass of 0.4 · 0.5 · 2/3 with a density of 0.9, which is 0.58 of all cases.
func TestPlantedBox(t *testing.T) {
	s := planted(t, 8000)
	train, test := s.Halves(0, "test", 0, nil)
	for name, rule := range map[string]Rule{"knee": {}, "density": {Density: 0.85}} {
		f, err := s.Find(Search{Peeling: Peeling{Alpha: 0.05, Least: 200}, Rule: rule, Resamples: 4}, train, test)
		require.NoError(t, err)
		require.Equal(t, []int{0, 1, 5}, f.Box.Restricted(), name)
		require.InDelta(t, 0.6, f.Box[0].Low, 0.02, name)
		require.InDelta(t, 0.5, f.Box[1].High, 0.02, name)
		require.False(t, f.Box[0].HasHigh() || f.Box[1].HasLow(), name)
		require.Equal(t, []float64{1}, f.Box[5].Without, name)
		all := s.All(test)
		require.InDelta(t, 0.9, f.Judged.Density(), 0.04, name)
		require.InDelta(t, 0.12/(0.12+0.1*(1-0.4/3)), float64(f.Judged.Cases)/float64(all.Cases), 0.04, name)
		for i, r := range f.Reproduced {
			if slices.Contains([]int{0, 1, 5}, i) {
				require.Equal(t, Reproduced{1, 1}, r, name)
			}
		}
	}
	// Of a wish for coverage the densest box that still has it.
	f, err := s.Find(Search{Peeling: Peeling{Alpha: 0.05, Least: 200}, Rule: Rule{Coverage: 0.75}}, train, test)
	require.NoError(t, err)
	require.GreaterOrEqual(t, float64(f.In.Cases)/float64(s.All(train).Cases), 0.75)
	_, err = s.Find(Search{Peeling: Peeling{Alpha: 0.05, Least: 200}, Rule: Rule{Density: 0.99}}, train, test)
	require.ErrorContains(t, err, "no box has a density of 0.99: the densest that limits come to which chance does not explain has 0.909")
}

// TestClosedForm: on a grid of two numbers, cases where x ≥ 0.8 or y ≥ 0.9, peeling finds x first, whose
// box alone is worth more, covering finds y in what is left, and nothing remains.
func TestClosedForm(t *testing.T) {
	const n = 60
	x, y := Input{Name: "x"}, Input{Name: "y"}
	var cases []bool
	for i := range n {
		for j := range n {
			u, v := (float64(i)+0.5)/n, (float64(j)+0.5)/n
			x.Values, y.Values = append(x.Values, u), append(y.Values, v)
			cases = append(cases, u >= 0.8 || v >= 0.9)
		}
	}
	s := sampleOf(t, []Input{x, y}, cases)
	all := s.All(nil)
	require.Equal(t, Tally{n * n, 12*n + 48*6}, all)
	found, err := s.Cover(Search{Peeling: Peeling{Alpha: 0.05, Least: 36}, Rule: Rule{Density: 1}}, 5, nil, nil)
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, Tally{12 * n, 12 * n}, found[0].In)
	require.Equal(t, []Side{{0, Low}}, found[0].Box.Sides())
	require.InDelta(t, 0.8, found[0].Box[0].Low, 1e-12)
	require.Equal(t, Tally{48 * 6, 48 * 6}, found[1].In)
	require.Equal(t, []Side{{1, Low}}, found[1].Box.Sides())
	require.InDelta(t, 0.9, found[1].Box[1].Low, 1e-12)
}

// TestNothingToFind: of cases that hang on nothing no limit is left, whatever peeling comes to.
func TestNothingToFind(t *testing.T) {
	const draws, inputs = 1000, 40
	s := noise(t, draws, inputs)
	steps := s.Peel(Peeling{Alpha: 0.05, Least: 50}, nil)
	require.Greater(t, steps[len(steps)-1].Density(), 0.4, "of 40 inputs some are dense by chance")
	train, test := s.Halves(0, "test", 0, nil)
	f, err := s.Find(Search{Peeling: Peeling{Alpha: 0.05, Least: 50}}, train, test)
	require.NoError(t, err)
	if f != nil {
		require.InDelta(t, s.All(test).Density(), f.Judged.Density(), 0.1, "and held-out draws tell")
	}
	_, err = sampleOf(t, s.Inputs, make([]bool, draws)).Find(Search{Peeling: Peeling{Alpha: 0.05, Least: 50}}, nil, nil)
	require.EqualError(t, err, "0 of 1000 draws are cases")
}

func noise(t testing.TB, draws, inputs int) *Sample {
	in := make([]Input, inputs)
	cases := make([]bool, draws)
	for draw := range draws {
		n := random.NewStream(3, "discovery/noise").At(uint64(draw))
		cases[draw] = n.Float64() < 0.25
		for i := range in {
			in[i].Name = fmt.Sprint("x", i)
			in[i].Values = append(in[i].Values, n.Float64())
		}
	}
	return sampleOf(t, in, cases)
}

// TestTies: equal values are taken together, no more than a peel may take where some fit, and
// what has two values is judged by what each draw taken off is worth.
func TestTies(t *testing.T) {
	few := Input{Name: "few", Values: []float64{1, 1, 2, 2, 2, 2, 2, 2, 2, 3}}
	s := sampleOf(t, []Input{few}, []bool{false, false, true, true, true, true, false, true, true, true})
	q := newPeeler(s, Peeling{Alpha: 0.05}, nil)
	require.Equal(t, []peel{{0, Low, 0, 2, Tally{2, 0}}, {0, High, 9, 10, Tally{1, 1}}}, q.peels(0), "the first value is more than a twentieth, and taken all the same")
	q.Alpha = 0.5
	require.Equal(t, []peel{{0, Low, 0, 2, Tally{2, 0}}, {0, High, 9, 10, Tally{1, 1}}}, q.peels(0), "the second value would be too many")
	q.Alpha = 0.25
	require.Equal(t, 2, q.peels(0)[0].to)
	steps := s.Peel(Peeling{Alpha: 0.05, Least: 1}, nil)
	require.Equal(t, 1.5, steps[1].Box[0].Low)
	require.Equal(t, 2.5, steps[2].Box[0].Low, "7 of 8, and then 1 of 1")
	require.Len(t, steps, 3)

	constant := sampleOf(t, []Input{{Name: "one", Values: make([]float64, 10)}}, s.Cases)
	require.Len(t, constant.Peel(Peeling{Alpha: 0.05, Least: 1}, nil), 1)
}

// TestOrderDecidesNothing: inputs in another order give the same box, and the same draws in
// another order do too.
func TestOrderDecidesNothing(t *testing.T) {
	s := planted(t, 2000)
	last := func(s *Sample) Step {
		steps := s.Peel(Peeling{Alpha: 0.05, Least: 100}, nil)
		return steps[len(steps)-1]
	}
	back := sampleOf(t, slices.Collect(func(yield func(Input) bool) {
		for _, in := range slices.Backward(s.Inputs) {
			yield(in)
		}
	}), s.Cases)
	one, other := last(s), last(back)
	slices.Reverse(other.Box)
	require.Equal(t, one.Box, other.Box)

	turned := make([]Input, len(s.Inputs))
	for i, in := range s.Inputs {
		in.Values = slices.Clone(in.Values)
		slices.Reverse(in.Values)
		turned[i] = in
	}
	cases := slices.Clone(s.Cases)
	slices.Reverse(cases)
	require.Equal(t, one, last(sampleOf(t, turned, cases)))
}

// TestTwins: of two inputs that are the same the first is taken, every time.
func TestTwins(t *testing.T) {
	s := planted(t, 1000)
	twins := append(slices.Clone(s.Inputs), s.Inputs[0], s.Inputs[1])
	steps := sampleOf(t, twins, s.Cases).Peel(Peeling{Alpha: 0.05, Least: 50}, nil)
	same := s.Peel(Peeling{Alpha: 0.05, Least: 50}, nil)
	require.Len(t, steps, len(same))
	for i := range steps {
		require.Equal(t, same[i].Box, steps[i].Box[:6])
		require.True(t, steps[i].Box[6].IsNone() && steps[i].Box[7].IsNone())
	}
}

// TestPaste: a box that is too narrow is widened to where the cases end, and limits beyond which
// nothing lies are opened.
func TestPaste(t *testing.T) {
	x, y := Input{Name: "x"}, Input{Name: "y"}
	var cases []bool
	for i := range 40 {
		for j := range 40 {
			x.Values, y.Values = append(x.Values, float64(i)), append(y.Values, float64(j))
			cases = append(cases, i >= 10 && j < 30)
		}
	}
	s := sampleOf(t, []Input{x, y}, cases)
	narrow := NewBox(2)
	narrow[0].Low, narrow[0].High, narrow[1].Low, narrow[1].High = 20, 50, 5, 20
	b, in := s.Paste(Peeling{Alpha: 0.05, Least: 1}, narrow, nil)
	require.Equal(t, Box{{Low: 9.5, High: math.Inf(1)}, {Low: math.Inf(-1), High: 29.5}}, b)
	require.Equal(t, Tally{900, 900}, in)
}

func TestBadSamples(t *testing.T) {
	_, err := NewSample([]Input{{Name: "a", Values: []float64{1}}}, make([]bool, 2))
	require.EqualError(t, err, "a has 1 values in 2 draws")
	_, err = NewSample([]Input{{Name: "a", Values: []float64{1, math.NaN()}}}, make([]bool, 2))
	require.EqualError(t, err, "a has no value in draw 1")
}

// Twenty thousand draws of eighty inputs, as of a scenario.
func BenchmarkFind(b *testing.B) {
	s := large(b)
	train, test := s.Halves(0, "test", 0, nil)
	for b.Loop() {
		if _, err := s.Find(Search{Peeling: Peeling{Alpha: 0.05, Least: 500}, Resamples: 10}, train, test); err != nil {
			b.Fatal(err)
		}
	}
}

func large(b *testing.B) *Sample {
	s := planted(b, 20_000)
	more := noise(b, 20_000, 74)
	return sampleOf(b, append(slices.Clone(s.Inputs), more.Inputs...), s.Cases)
}

func BenchmarkGrow(b *testing.B) {
	s := large(b)
	for b.Loop() {
		s.Grow(Growing{Least: 500, Folds: UsualFolds}, nil)
	}
}
