package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// benchmarkValues are lognormal about 10, as tonnages might be.
func benchmarkValues() []float64 {
	r := rand.New(rand.NewPCG(1, 9))
	values := make([]float64, 4096)
	for i := range values {
		values[i] = 10 * math.Exp(0.25*r.NormFloat64())
	}
	return values
}

func benchmarkSummary() *Summary {
	s := NewSummary(10)
	for _, v := range benchmarkValues() {
		s.Add(v)
	}
	return s
}

func BenchmarkAdd(b *testing.B) {
	values := benchmarkValues()
	s := NewSummary(10)
	for i := 0; b.Loop(); i++ {
		s.Add(values[i%len(values)])
	}
	b.ReportMetric(float64(s.Bytes()), "B/metric")
}

func BenchmarkMerge(b *testing.B) {
	s, o := NewSummary(10), benchmarkSummary()
	for b.Loop() {
		s.merge(o)
	}
}

func BenchmarkFigures(b *testing.B) {
	s := benchmarkSummary()
	for b.Loop() {
		figures(s)
	}
}

// A chunk of 256 draws of ten metrics in 25 years.
func benchmarkSet(b *testing.B) (s *Set, draws [][]float64) {
	var metrics []Metric
	for i := range 10 {
		metrics = append(metrics, Metric{Name: string(rune('a' + i))})
	}
	var periods []string
	for i := range 25 {
		periods = append(periods, string(rune('A'+i)))
	}
	s, err := NewSet(metrics, periods)
	if err != nil {
		b.Fatal(err)
	}
	values := benchmarkValues()
	for i := range 256 {
		draw := make([]float64, 250)
		for j := range draw {
			draw[j] = values[(251*i+17*j)%len(values)]
		}
		draws = append(draws, draw)
	}
	for _, d := range draws {
		s.Add(d)
	}
	return s, draws
}

func BenchmarkSetAdd(b *testing.B) {
	s, draws := benchmarkSet(b)
	for i := 0; b.Loop(); i++ {
		s.Add(draws[i%len(draws)])
	}
	b.ReportMetric(float64(s.Bytes())/250, "B/metric")
}

func BenchmarkSetEncode(b *testing.B) {
	s, _ := benchmarkSet(b)
	var data []byte
	for b.Loop() {
		data, _ = s.AppendBinary(data[:0])
	}
	b.ReportMetric(float64(len(data)), "B")
}

func BenchmarkSetDecode(b *testing.B) {
	s, _ := benchmarkSet(b)
	data, _ := s.MarshalBinary()
	for b.Loop() {
		var decoded Set
		if err := decoded.UnmarshalBinary(data); err != nil {
			b.Fatal(err)
		}
	}
}
