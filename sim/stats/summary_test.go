package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// metricValues draws what a metric may be: near one size mostly, at times nothing,
// dust left by rounding, any double, or no number.
func metricValues(t *rapid.T) []float64 {
	size := rapid.SampledFrom([]float64{1e-3, 1, 12, 4e5}).Draw(t, "size")
	value := rapid.OneOf(
		rapid.Custom(func(t *rapid.T) float64 { return size * rapid.Float64Range(0.5, 2).Draw(t, "factor") }),
		rapid.Float64Range(-20, 20),
		rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1, 1e-17, -1e-17, math.NaN(), math.Inf(1), math.Inf(-1)}),
		rapid.Float64(),
	)
	return rapid.SliceOfN(value, 0, 150).Draw(t, "values")
}

func summaryOf(values []float64) *Summary {
	s := NewSummary(1, 0)
	for _, v := range values {
		s.Add(v)
	}
	return s
}

// However the values are cut into chunks and the chunks into shards, the merged
// summary has the bits of the one that saw them all.
func TestMergeIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := metricValues(t)
		want := summaryOf(values).append(nil)

		var chunks []*Summary
		for rest := values; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "chunk")
			chunks = append(chunks, summaryOf(rest[:n]))
			rest = rest[n:]
		}
		for len(chunks) > 1 { // any neighbours first, as shards would
			i := rapid.IntRange(0, len(chunks)-2).Draw(t, "shard")
			if err := chunks[i].Merge(chunks[i+1]); err != nil {
				t.Fatal(err)
			}
			chunks = slices.Delete(chunks, i+1, i+2)
		}
		whole := NewSummary(1, 0)
		for _, c := range chunks {
			if err := whole.Merge(c); err != nil {
				t.Fatal(err)
			}
		}
		if got := whole.append(nil); !slices.Equal(got, want) {
			t.Fatalf("merged state differs:\n%x\n%x", got, want)
		}
		direct := summaryOf(values)
		for i, f := range figures(whole) {
			if g := figures(direct)[i]; math.Float64bits(f) != math.Float64bits(g) {
				t.Fatalf("figure %d is %v, merged %v", i, g, f)
			}
		}
	})
}

func figures(s *Summary) []float64 {
	low, high := s.QuantileInterval(0.5, 0.9)
	return []float64{s.Mean(), s.Variance(), s.Min(), s.Max(), s.Quantile(0.05), s.Quantile(0.5), s.Quantile(0.95), low, high}
}

func TestSummaryCounts(t *testing.T) {
	s := summaryOf([]float64{0, math.Copysign(0, -1), 1, 2, -3, math.NaN(), math.Inf(-1)})
	if s.Count() != 5 || s.nonFinite != 2 || s.Min() != -3 || s.Max() != 2 {
		t.Errorf("count %d, not finite %d, from %v to %v", s.Count(), s.nonFinite, s.Min(), s.Max())
	}
	want := []Exceedance{{Threshold: 1, Above: 1, Reached: 2}, {Threshold: 0, Above: 2, Reached: 4}}
	if got := s.Exceedances(); !slices.Equal(got, want) {
		t.Errorf("exceedances %v, want %v", got, want)
	}
	if zero := summaryOf([]float64{math.Copysign(0, -1)}); math.Signbit(zero.Min()) || math.Signbit(zero.Max()) {
		t.Error("the sign of a zero was kept")
	}
	if none := new(Summary); !math.IsNaN(none.Min()) || !math.IsNaN(none.Max()) || !math.IsNaN(none.Quantile(0.5)) {
		t.Error("no values have a minimum, maximum or median")
	}
}

func TestResetForgets(t *testing.T) {
	s := summaryOf([]float64{5, 1e9, -2, 1e-9, math.NaN()})
	s.Reset()
	for _, v := range []float64{3, 4} {
		s.Add(v)
	}
	if got, want := s.append(nil), summaryOf([]float64{3, 4}).append(nil); !slices.Equal(got, want) {
		t.Errorf("after Reset %x, want %x", got, want)
	}
}

func TestMergeRefuses(t *testing.T) {
	if err := NewSummary(1).Merge(NewSummary(2)); err == nil {
		t.Error("other thresholds merge")
	}
	if err := (&Summary{count: 1 << 31}).Merge(&Summary{count: 1 << 31}); err == nil {
		t.Error("too many values merge")
	}
}

func TestAddAllocatesNothing(t *testing.T) {
	s := NewSummary(10)
	values := benchmarkValues()
	for _, v := range values {
		s.Add(v)
	}
	s.Reset()
	if n := testing.AllocsPerRun(10, func() {
		for _, v := range values {
			s.Add(v)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
