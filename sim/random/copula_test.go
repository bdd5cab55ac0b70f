package random

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"testing"
)

// dependent returns draws of three delays in one country and one elsewhere, by
// name.
func dependent(design string, draws int) [][]float64 {
	names := dimensionNames(5)
	correlation := must(NewCorrelation(names))
	group(correlation, 0.3, names[0], names[2], names[4])
	check(correlation.Set(names[2], names[3], FromRank(-0.5)))
	copula := must(correlation.Copula())
	d := must(NewDesign(design, 1, uint64(draws), 1, names))
	byName := make([][]float64, len(names))
	u := make([]float64, len(names))
	for draw := range draws {
		d.Point(uint64(draw), u)
		copula.Apply(u)
		for i, x := range u {
			byName[i] = append(byName[i], x)
		}
	}
	return byName
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// group makes the correlation of every pair of members rho.
func group(c *Correlation, rho float64, members ...string) {
	for i, a := range members {
		for _, b := range members[:i] {
			check(c.Set(a, b, rho))
		}
	}
}

// Each number stays uniform, by the distance of Kolmogorov and Smirnov, and the
// rank correlations are those asked for; 6/π asin(r/2) for a correlation r of
// scores.
func TestCopula(t *testing.T) {
	draws := many(50_000)
	root := math.Sqrt(float64(draws))
	for _, design := range Designs() {
		u := dependent(design, draws)
		var ranks [][]float64
		for i := range u {
			ranks = append(ranks, ranksOf(u[i]))
			ascending := slices.Sorted(slices.Values(u[i]))
			var distance float64
			for k, x := range ascending {
				distance = max(distance, x-float64(k)/float64(draws), float64(k+1)/float64(draws)-x)
			}
			if scaled := distance * root; scaled > 1.95 {
				t.Errorf("%s: number %d is not uniform, distance %.2f/√n", design, i, scaled)
			}
			for j := range i {
				want := 0.0
				switch {
				case i%2 == 0 && j%2 == 0:
					want = 6 / math.Pi * math.Asin(0.3/2)
				case i == 3 && j == 2:
					want = -0.5
				}
				if got := correlationOf(ranks[i], ranks[j]); math.Abs(got-want) > 4/root {
					t.Errorf("%s: rank correlation of %d and %d is %.4f, want %.4f", design, i, j, got, want)
				}
			}
		}
		plain := points(must(NewDesign(design, 1, uint64(draws), 1, dimensionNames(5))), draws, 5)
		if !slices.Equal(plain[1], u[1]) {
			t.Errorf("%s: a number without correlation has changed", design)
		}
		for draw := range draws {
			if math.Abs(plain[0][draw]-u[0][draw]) > 1e-15 {
				t.Fatalf("%s: the first number has changed from %v to %v", design, plain[0][draw], u[0][draw])
			}
		}
	}
}

// ranksOf returns the ranks of values, about their middle.
func ranksOf(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	ranks := make([]float64, len(values))
	for rank, i := range order {
		ranks[i] = float64(rank) - float64(len(values)-1)/2
	}
	return ranks
}

func correlationOf(a, b []float64) float64 {
	var product, square float64
	for i := range a {
		product += a[i] * b[i]
		square += a[i] * a[i]
	}
	return product / square
}

// At the corners of the cube the numbers stay within (0, 1).
func TestCopulaAtTheCorners(t *testing.T) {
	names := dimensionNames(6)
	correlation := must(NewCorrelation(names))
	group(correlation, 0.9, names...)
	copula := must(correlation.Copula())
	for _, corner := range []float64{0x1p-53, 1 - 0x1p-53} {
		u := slices.Repeat([]float64{corner}, len(names))
		copula.Apply(u)
		for _, x := range u {
			if !(x > 0 && x < 1) {
				t.Errorf("%v becomes %v", corner, x)
			}
		}
	}
}

func TestFromRank(t *testing.T) {
	for rho := -1.0; rho <= 1; rho += 0.125 {
		if got, want := FromRank(rho), 2*math.Sin(math.Pi*rho/6); math.Abs(got-want) > 2e-16 {
			t.Errorf("FromRank(%v) = %v, want %v", rho, got, want)
		}
	}
}

// L·Lᵀ is the matrix.
func TestCholesky(t *testing.T) {
	const n = 12
	matrix := make([]float64, n*n)
	for i := range n {
		for j := range n {
			matrix[i*n+j] = math.Pow(-0.8, math.Abs(float64(i-j)))
		}
	}
	factor := slices.Clone(matrix)
	if row := Cholesky(factor, n); row >= 0 {
		t.Fatalf("not positive definite in row %d", row)
	}
	for i := range n {
		for j := range i + 1 {
			var sum float64
			for k := range j + 1 {
				sum += factor[i*n+k] * factor[j*n+k]
			}
			if math.Abs(sum-matrix[i*n+j]) > 1e-15 {
				t.Errorf("row %d, column %d: %v, want %v", i, j, sum, matrix[i*n+j])
			}
		}
	}
}

func TestMistakenCorrelations(t *testing.T) {
	_, twice := NewCorrelation([]string{"a", "a"})
	c := must(NewCorrelation([]string{"a", "b", "c", "d"}))
	impossible := func() error {
		c := must(NewCorrelation([]string{"a", "b", "c", "d"}))
		group(c, 0.9, "b", "c", "d")
		check(c.Set("b", "d", -0.9))
		_, err := c.Copula()
		return err
	}
	for _, e := range []struct {
		err  error
		want string
	}{
		{twice, `correlation: "a" is given twice, expected names that differ`},
		{c.Set("a", "e", 0.1), `correlation of "a" with "e": there is no "e"`},
		{c.Set("a", "a", 0.1), `correlation of "a" with itself, expected two names`},
		{c.Set("a", "b", 1), `correlation of "a" with "b" is 1, expected a number between -1 and 1`},
		{c.Set("a", "b", math.NaN()), `correlation of "a" with "b" is NaN, expected a number between -1 and 1`},
		{impossible(), `correlation of "d" with "b" is -0.9, which the others do not allow (the matrix is not positive definite): expected one between 0.62 and 1`},
	} {
		if e.err == nil || e.err.Error() != e.want {
			t.Errorf("error %v, want %s", e.err, e.want)
		}
	}
}

func TestGoldenCopula(t *testing.T) {
	h := fnv.New64a()
	for _, numbers := range dependent(MonteCarlo, 5000) {
		hashBits(h, numbers...)
	}
	if got, want := h.Sum64(), uint64(0x1fafb5d09837b4a6); got != want {
		t.Errorf("hash %#016x, want %#016x", got, want)
	}
}

func BenchmarkCopula(b *testing.B) {
	names := dimensionNames(32)
	correlation := must(NewCorrelation(names))
	group(correlation, 0.3, names...)
	copula := must(correlation.Copula())
	u := make([]float64, len(names))
	d := newMonteCarlo(1, names)
	b.ReportAllocs()
	draw := uint64(0)
	for b.Loop() {
		d.Point(draw, u)
		copula.Apply(u)
		draw++
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(names)), "ns/number")
}

// Numbers are in one set when a chain of correlations joins them, however they are ordered.
func TestCopulaSets(t *testing.T) {
	names := dimensionNames(9)
	correlation := must(NewCorrelation(names))
	for _, pair := range [][2]int{{0, 8}, {8, 3}, {1, 4}, {6, 4}, {7, 3}} {
		check(correlation.Set(names[pair[0]], names[pair[1]], 0.3))
	}
	got := must(correlation.Copula()).Sets()
	if want := [][]int{{0, 3, 7, 8}, {1, 4, 6}}; !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("the sets are %v, want %v", got, want)
	}
	if got := must(must(NewCorrelation(names)).Copula()).Sets(); len(got) > 0 {
		t.Errorf("the sets of independent numbers are %v", got)
	}
}
