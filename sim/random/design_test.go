package random

import (
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"testing"
)

// dimensionNames are n names, those of one list being the first of a longer one.
func dimensionNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("uncertainty %d", i)
	}
	return names
}

// points returns the points of all draws, by dimension.
func points(d Design, draws, dimensions int) [][]float64 {
	byDimension := make([][]float64, dimensions)
	u := make([]float64, dimensions)
	for draw := range draws {
		d.Point(uint64(draw), u)
		for i, x := range u {
			byDimension[i] = append(byDimension[i], x)
		}
	}
	return byDimension
}

// A name added at the end changes no other, a point does not depend on which
// were made before, and every number is in (0, 1).
func TestPointsArePureFunctions(t *testing.T) {
	const draws, few, many = 300, 40, 150
	for _, design := range Designs() {
		short := points(must(NewDesign(design, 0, draws, 7, dimensionNames(few))), draws, few)
		long := must(NewDesign(design, 0, draws, 7, dimensionNames(many)))
		u := make([]float64, many)
		for draw := draws - 1; draw >= 0; draw-- {
			long.Point(uint64(draw), u)
			for i, x := range u {
				if i < few && x != short[i][draw] {
					t.Fatalf("%s: dimension %d of draw %d is %v among more, %v among fewer", design, i, draw, x, short[i][draw])
				}
				if !(x > 0 && x < 1) {
					t.Fatalf("%s: dimension %d of draw %d is %v", design, i, draw, x)
				}
			}
		}
	}
}

// Where no place in the list counts, a name added in front changes no other.
func TestNamesCountByThemselves(t *testing.T) {
	names := dimensionNames(5)
	for _, design := range []string{MonteCarlo, LatinHypercube} {
		alone := points(must(NewDesign(design, 3, 100, Replicates, names)), 100, 5)
		after := points(must(NewDesign(design, 3, 100, Replicates, append([]string{"new"}, names...))), 100, 6)
		if !slices.EqualFunc(alone, after[1:], slices.Equal) {
			t.Errorf("%s: other points after a name is added in front", design)
		}
	}
}

// Over seeds a given draw is anywhere with equal probability, and in one
// dimension independently of another.
func TestPointsAreUniformOverSeeds(t *testing.T) {
	const draws, cells = 37, 16
	seeds := uint64(many(1 << 14))
	names := dimensionNames(12)
	u := make([]float64, len(names))
	for _, design := range Designs() {
		of := []uint64{0, 1, 36}
		pairs := [3][cells * cells]float64{}
		for seed := range seeds {
			d := must(NewDesign(design, seed, draws, 1, names))
			for i, draw := range of {
				d.Point(draw, u)
				pairs[i][int(u[0]*cells)*cells+int(u[11]*cells)]++
			}
		}
		for i, draw := range of {
			if score := chiSquareScore(pairs[i][:]); math.Abs(score) > 3.5 {
				t.Errorf("%s: draw %d is uneven, %.1f standard deviations", design, draw, score)
			}
		}
	}
}

// Over seeds two draws of different replicates have nothing to do with each other.
func TestReplicatesAreIndependent(t *testing.T) {
	const replicates, draws, seeds, cells = 4, 32, 1 << 12, 16
	names := dimensionNames(3)
	for _, design := range Designs() {
		of := []uint64{0, 5, 30}
		pairs := [3][cells * cells]float64{}
		u := make([]float64, len(names))
		for seed := range uint64(seeds) {
			d := must(NewDesign(design, seed, draws, replicates, names))
			for i, draw := range of {
				d.Point(draw, u)
				here := int(u[2] * cells)
				d.Point(draw^1, u) // the same place in another replicate
				pairs[i][here*cells+int(u[2]*cells)]++
			}
		}
		for i, draw := range of {
			if score := chiSquareScore(pairs[i][:]); math.Abs(score) > 3.5 {
				t.Errorf("%s: draws %d and %d are uneven, %.1f standard deviations", design, draw, draw^1, score)
			}
		}
	}
}

// The first replicate of a design is the design alone, and a replicate more leaves the
// others' numbers as they were.
func TestReplicatesStandAlone(t *testing.T) {
	const each, dimensions = 64, 6
	names := dimensionNames(dimensions)
	for _, design := range []string{LatinHypercube, Halton, Sobol} {
		alone := points(must(NewDesign(design, 3, each, 1, names)), each, dimensions)
		four := points(must(NewDesign(design, 3, 4*each, 4, names)), 4*each, dimensions)
		five := points(must(NewDesign(design, 3, 5*each, 5, names)), 5*each, dimensions)
		for i := range dimensions {
			for place := range each {
				if alone[i][place] != four[i][4*place] {
					t.Fatalf("%s: place %d of the first replicate differs", design, place)
				}
				for replicate := range 4 {
					if four[i][4*place+replicate] != five[i][5*place+replicate] {
						t.Fatalf("%s: place %d of replicate %d differs", design, place, replicate)
					}
				}
			}
		}
	}
}

// In one ensemble every dimension is uniform, and no two are correlated by more
// than chance.
func TestDimensionsAreUniformAndUncorrelated(t *testing.T) {
	const draws, dimensions = 4096, 60
	for _, design := range Designs() {
		u := points(must(NewDesign(design, 1, draws, 1, dimensionNames(dimensions))), draws, dimensions)
		for i := range u {
			counts := make([]float64, 64)
			for _, x := range u[i] {
				counts[int(x*64)]++
			}
			if score := chiSquareScore(counts); score > 4 {
				t.Errorf("%s: dimension %d is uneven, %.1f standard deviations", design, i, score)
			}
			for j := range i {
				var product float64
				for draw := range draws {
					product += (u[i][draw] - 0.5) * (u[j][draw] - 0.5)
				}
				if score := product * 12 / math.Sqrt(draws); math.Abs(score) > 4.5 {
					t.Errorf("%s: dimensions %d and %d are correlated, %.1f standard deviations", design, i, j, score)
				}
			}
		}
	}
}

// Errors of means of smooth functions over 20 seeds, against Monte Carlo at the
// same number of draws. The function of Ishigami and Homma (1990) has mean 3.5.
func TestDesignsConvergeFasterThanMonteCarlo(t *testing.T) {
	const draws, seeds = 1024, 20
	for _, c := range []struct {
		name       string
		dimensions int
		f          func(u []float64) float64
		mean       float64
		atMost     []float64 // error as a share of that of Monte Carlo, by design
	}{
		{"Ishigami", 3, func(u []float64) float64 {
			x, y, z := math.Pi*(2*u[0]-1), math.Pi*(2*u[1]-1), math.Pi*(2*u[2]-1)
			return math.Sin(x) + 7*math.Sin(y)*math.Sin(y) + 0.1*math.Pow(z, 4)*math.Sin(x)
		}, 3.5, []float64{1, 0.6, 0.1, 0.05}},
		{"product of twelve", 12, func(u []float64) float64 {
			product := 1.0
			for i, x := range u {
				product *= 1 + (x-0.5)/float64(1+i)
			}
			return product
		}, 1, []float64{1, 0.4, 0.1, 0.05}},
		{"sum of forty", 40, func(u []float64) float64 {
			var sum float64
			for _, x := range u {
				sum += x * x
			}
			return sum
		}, 40. / 3, []float64{1, 0.01, 0.5, 0.01}},
	} {
		var monteCarlo float64
		for k, design := range Designs() {
			var squares float64
			u := make([]float64, c.dimensions)
			for seed := range uint64(seeds) {
				d := must(NewDesign(design, seed, draws, 1, dimensionNames(c.dimensions)))
				var sum float64
				for draw := range uint64(draws) {
					d.Point(draw, u)
					sum += c.f(u)
				}
				squares += math.Pow(sum/draws-c.mean, 2) / seeds
			}
			size := math.Sqrt(squares)
			if k == 0 {
				monteCarlo = size
			}
			t.Logf("%s, %s: error %.2g", c.name, design, size)
			if size > monteCarlo*c.atMost[k] {
				t.Errorf("%s, %s: error %.2g, want at most %v of %.2g", c.name, design, size, c.atMost[k], monteCarlo)
			}
		}
	}
}

func TestGoldenDesigns(t *testing.T) {
	for design, want := range map[string][2]uint64{
		MonteCarlo:     {0xa46a8226c2f1f1cb, 0xa46a8226c2f1f1cb},
		LatinHypercube: {0xc17b1b1a187cd1fb, 0x1aa5c61216f05a74},
		Halton:         {0xfffe474f719e9afe, 0xc98c44704e86a71a},
		Sobol:          {0x79a9459e1fcf56f5, 0x7c67224e7fccd89c},
	} {
		for i, replicates := range []uint64{1, Replicates} {
			h := fnv.New64a()
			for _, numbers := range points(must(NewDesign(design, 2026, 1000, replicates, dimensionNames(140))), 1000, 140) {
				hashBits(h, numbers...)
			}
			if got := h.Sum64(); got != want[i] {
				t.Errorf("%s, %d replicates: hash %#016x, want %#016x", design, replicates, got, want[i])
			}
		}
	}
}

func TestMistakenDesigns(t *testing.T) {
	for _, c := range []struct {
		design            string
		draws, replicates uint64
		names             []string
		want              string
	}{
		{Sobol, 8, 0, nil, "design of 0 replicates, expected from 1 to 64"},
		{Sobol, 8, 65, nil, "design of 65 replicates, expected from 1 to 64"},
		{Sobol, 0, 1, nil, "design of 0 draws, expected from 1 to 4294967296"},
		{Sobol, 1<<32 + 1, 1, nil, "design of 4294967297 draws, expected from 1 to 4294967296"},
		{Halton, 1, 1, []string{"a", "b", "a"}, `design: "a" is given twice, expected names that differ`},
		{"sobel", 1, 1, nil, `there is no design "sobel", expected one of ["monte-carlo" "latin-hypercube" "halton" "sobol"]`},
	} {
		if _, err := NewDesign(c.design, 1, c.draws, c.replicates, c.names); err == nil || err.Error() != c.want {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

func ExampleNewDesign() {
	// Two uncertain numbers in eight draws that leave no part of either range out.
	growth, _ := NewTriangular(0.02, 0.05, 0.09)
	delay, _ := NewLognormal(1.9, 0.40)
	design, err := NewDesign(Sobol, 2026, 8, 1, []string{"growth", "delay"})
	if err != nil {
		fmt.Println(err)
		return
	}
	u := make([]float64, 2)
	for draw := range uint64(8) {
		design.Point(draw, u)
		fmt.Printf("%d: growth %.3f, delay %.2f\n", draw, growth.Quantile(u[0]), delay.Quantile(u[1]))
	}
	// Output:
	// 0: growth 0.063, delay 2.30
	// 1: growth 0.050, delay 1.24
	// 2: growth 0.065, delay 1.56
	// 3: growth 0.037, delay 3.40
	// 4: growth 0.057, delay 0.92
	// 5: growth 0.047, delay 2.00
	// 6: growth 0.075, delay 2.51
	// 7: growth 0.034, delay 1.84
}

func BenchmarkPoint(b *testing.B) {
	const dimensions = 32
	for _, design := range Designs() {
		b.Run(design, func(b *testing.B) {
			d := must(NewDesign(design, 1, 100_000, 1, dimensionNames(dimensions)))
			u := make([]float64, dimensions)
			b.ReportAllocs()
			draw := uint64(0)
			for b.Loop() {
				d.Point(draw, u)
				draw = (draw + 1) % 100_000
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/dimensions, "ns/number")
		})
	}
}
