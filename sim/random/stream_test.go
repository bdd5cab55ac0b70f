package random

import (
	"fmt"
	"math"
	"testing"
)

func TestHashName(t *testing.T) {
	// Vectors of the draft that describes the hash.
	for name, want := range map[string]uint64{
		"": 0xcbf29ce484222325, "a": 0xaf63dc4c8601ec8c, "foobar": 0x85944171f73967e8,
	} {
		if got := hashName(name); got != want {
			t.Errorf("hashName(%q) = %#x, want %#x", name, got, want)
		}
	}
}

// A stream is read the same alone, among others, in any order of draws, and
// from any place on.
func TestStreamIsAPureFunction(t *testing.T) {
	alone := make([]uint64, 0, 60)
	for draw := range uint64(6) {
		numbers := NewStream(7, "delay of Baku port").At(draw)
		for range 10 {
			alone = append(alone, numbers.Uint64())
		}
	}
	for draw := uint64(6); draw > 0; draw-- {
		other := NewStream(7, "a name added later").At(draw - 1)
		numbers := NewStream(7, "delay of Baku port").At(draw - 1)
		for k := range 10 {
			other.Uint64()
			copied := numbers
			if got, want := numbers.Uint64(), alone[int(draw-1)*10+k]; got != want || copied.Uint64() != want {
				t.Fatalf("draw %d, number %d: %#x, want %#x", draw-1, k, got, want)
			}
		}
	}
	first := NewStream(7, "x").At(3)
	if got, want := NewStream(7, "x").Float64(3), first.Float64(); got != want {
		t.Errorf("Float64 = %v, want the first number %v", got, want)
	}
}

func TestStreamsDiffer(t *testing.T) {
	seen := map[uint64]string{}
	for _, seed := range []uint64{0, 1, 2, math.MaxUint64} {
		for _, name := range []string{"", "a", "b", "ab", "ba"} {
			for draw := range uint64(50) {
				numbers := NewStream(seed, name).At(draw)
				for k := range 9 {
					at := fmt.Sprintf("seed %d, name %q, draw %d, number %d", seed, name, draw, k)
					word := numbers.Uint64()
					if other, met := seen[word]; met {
						t.Fatalf("%s is that of %s", at, other)
					}
					seen[word] = at
				}
			}
		}
	}
}

func TestUnitIsOpen(t *testing.T) {
	if low, high := unit(0), unit(math.MaxUint64); low != 0x1p-53 || high != 1-0x1p-53 {
		t.Errorf("from %v to %v, want 2^-53 to 1−2^-53", low, high)
	}
}

// Mean, correlation of neighbours and evenness of pairs, read along each of the
// three ways in which streams are read. The scores are standard normal for a
// perfect generator; the seeds are fixed, so the test does not flicker.
func TestStreamStatistics(t *testing.T) {
	const n = 1 << 18
	along := NewStream(0, "along one draw").At(0)
	names := make([]Stream, 1<<10)
	for i := range names {
		names[i] = NewStream(5, fmt.Sprintf("project %d", i))
	}
	for _, c := range []struct {
		name string
		at   func(i int) float64
	}{
		{"along a draw", func(int) float64 { return along.Float64() }},
		{"along the draws", func(i int) float64 { return NewStream(0, "one name").Float64(uint64(i)) }},
		{"along the seeds", func(i int) float64 { return NewStream(uint64(i), "one name").Float64(0) }},
		{"along the names", func(i int) float64 { return names[i%len(names)].Float64(uint64(i / len(names))) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			numbers := make([]float64, n)
			for i := range numbers {
				numbers[i] = c.at(i)
			}
			for what, score := range uniformScores(numbers) {
				if math.Abs(score) > 3.5 {
					t.Errorf("%s: %.2f standard deviations off", what, score)
				}
			}
		})
	}
}

// uniformScores returns how many standard deviations the statistics of numbers
// are from those of independent uniform ones.
func uniformScores(numbers []float64) map[string]float64 {
	const cells = 64
	n := float64(len(numbers))
	var total, products float64
	singles, pairs := make([]float64, cells), make([]float64, cells*cells)
	for i, u := range numbers {
		next := numbers[(i+1)%len(numbers)]
		total += u - 0.5
		products += (u - 0.5) * (next - 0.5)
		singles[int(u*cells)]++
		if i%2 == 0 {
			pairs[int(u*cells)*cells+int(next*cells)]++
		}
	}
	return map[string]float64{
		"mean":              total / math.Sqrt(n/12),
		"lag-1 correlation": products * 12 / math.Sqrt(n),
		"chi-square":        chiSquareScore(singles),
		"chi-square, pairs": chiSquareScore(pairs),
	}
}

// chiSquareScore returns the chi-square of counts against equal ones, as
// standard deviations from its mean.
func chiSquareScore(counts []float64) float64 {
	var total, chi float64
	for _, count := range counts {
		total += count
	}
	want := total / float64(len(counts))
	for _, count := range counts {
		chi += (count - want) * (count - want) / want
	}
	freedom := float64(len(counts) - 1)
	return (chi - freedom) / math.Sqrt(2*freedom)
}

var sink float64

func BenchmarkNumbers(b *testing.B) {
	numbers := NewStream(1, "x").At(0)
	b.ReportAllocs()
	for b.Loop() {
		sink = numbers.Float64()
	}
}

func BenchmarkStreamFirstOfDraw(b *testing.B) {
	stream, draw := NewStream(1, "x"), uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		sink = stream.Float64(draw)
		draw++
	}
}
