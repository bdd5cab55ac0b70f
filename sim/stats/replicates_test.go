package stats

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
)

func replicatedSet(t testing.TB, replicates int) *Set {
	s := exampleSet(t)
	s.Replicated(replicates, func(metric, period int) bool { return metric == 0 && period == 1 })
	return s
}

// Chunks of any size, merged in any order, give the bits of one pass, and the figures
// that need no precision are those of a set that keeps no replicates apart.
func TestReplicatesMerge(t *testing.T) {
	const draws, replicates = 700, 5
	whole, plain := replicatedSet(t, replicates), exampleSet(t)
	for i := range draws {
		whole.AddTo(i%replicates, draw(i))
		plain.Add(draw(i))
	}
	want, _ := whole.MarshalBinary()
	r := rand.New(rand.NewPCG(5, 6))
	for _, size := range []int{1, 64, 256, 699} {
		var chunks []*Set
		for start := 0; start < draws; start += size {
			chunk := replicatedSet(t, replicates)
			for i := start; i < min(start+size, draws); i++ {
				chunk.AddTo(i%replicates, draw(i))
			}
			encoded, _ := chunk.MarshalBinary()
			if err := chunk.UnmarshalBinary(encoded); err != nil {
				t.Fatal(err)
			}
			chunks = append(chunks, chunk)
		}
		merged := replicatedSet(t, replicates)
		for _, i := range r.Perm(len(chunks)) {
			if err := merged.Merge(chunks[i]); err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := merged.MarshalBinary(); !bytes.Equal(got, want) {
			t.Errorf("chunks of %d draws give other bits", size)
		}
	}
	for m := range 2 {
		for p := range 2 {
			a, b := whole.At(m, p), plain.At(m, p)
			if a.Mean() != b.Mean() && !math.IsNaN(b.Mean()) || a.Quantile(0.3) != b.Quantile(0.3) {
				t.Errorf("metric %d, period %d: %v and %v", m, p, a.Mean(), b.Mean())
			}
		}
	}
	if err := whole.Merge(plain); err == nil {
		t.Error("a set without replicates is merged")
	}
	whole.Reset()
	encoded, _ := whole.MarshalBinary()
	if fresh, _ := replicatedSet(t, replicates).MarshalBinary(); !bytes.Equal(encoded, fresh) {
		t.Error("a set that was reset keeps something")
	}
}

// Four replicates of two values each, by hand: their means are 1, 2, 3 and 6, that of
// all 3, the squares about it 4 + 1 + 0 + 9, and the error √(14/4/3).
func TestReplicatesByHand(t *testing.T) {
	s := NewSummary(2.5)
	s.replicated(4, true)
	for i, v := range []float64{0, 1, 3, 5, 2, 3, 3, 7} {
		s.Add(v)
		s.addTo(i%4, v)
	}
	if got, want := s.MeanError(), math.Sqrt(14./12); math.Abs(got-want) > 1e-15 {
		t.Errorf("error %v, want %v", got, want)
	}
	low, high := s.MeanInterval(0.95)
	if half := (high - low) / 2; math.Abs(half/math.Sqrt(14./12)-3.182) > 0.005 { // t of 3 degrees
		t.Errorf("half the interval is %v standard errors", half/math.Sqrt(14./12))
	}
	// Above 2.5 are 0, 1, 2 and 2 of the two: shares 0, ½, 1 and 1, error √(0.6875/12),
	// as sure as 0.234375/(0.6875/12)·(1.96/3.18)² = 1.56 independent draws.
	if got, want := s.Above(0), []uint64{0, 1, 2, 2}; !equal(got, want) {
		t.Errorf("above: %v, want %v", got, want)
	}
	low, high = ShareInterval(s.Above(0), s.Counts(), 0.95)
	wantLow, wantHigh := score(0.625, 0.234375*12/0.6875*math.Pow(1.959964/3.1786, 2), 1.959964)
	if math.Abs(low-wantLow) > 1e-4 || math.Abs(high-wantHigh) > 1e-4 {
		t.Errorf("share from %v to %v, want %v to %v", low, high, wantLow, wantHigh)
	}
	for _, few := range []*Summary{NewSummary(), NewSummary(0)} {
		few.replicated(4, true)
		few.Add(1)
		few.addTo(0, 1)
		if !math.IsNaN(few.MeanError()) {
			t.Errorf("one value has the error %v", few.MeanError())
		}
		if low, high := few.QuantileInterval(0.5, 0.9); !math.IsInf(low, -1) || !math.IsInf(high, 1) {
			t.Errorf("one value bounds the median by %v and %v", low, high)
		}
	}
}

func equal(a, b []uint64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// Quantiles of Student's distribution at 0.975 and 0.95, from the tables of the NIST/
// SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
func TestStudent(t *testing.T) {
	for freedom, want := range map[int][2]float64{3: {3.182, 2.353}, 7: {2.365, 1.895}, 15: {2.131, 1.753}, 31: {2.040, 1.696}, 63: {1.998, 1.669}} {
		for i, z := range []float64{1.959963984540054, 1.6448536269514722} {
			if got := student(z, freedom); math.Abs(got-want[i]) > 0.0005+0.002*toOneFloat(freedom == 3)*want[i] {
				t.Errorf("%d degrees of freedom: %v, want %v", freedom, got, want[i])
			}
		}
	}
	if got := student(1.96, 2); !math.IsNaN(got) {
		t.Errorf("of two degrees of freedom: %v", got)
	}
}

func toOneFloat(is bool) float64 { return float64(toOne(is)) }

// Where replicates agree to the last draw, a share is still not certain, nor a quantile.
func TestReplicatesThatAgree(t *testing.T) {
	s := NewSummary(0.5)
	s.replicated(4, true)
	for i := range 400 {
		v := float64(i/4%2) + 1
		s.Add(v)
		s.addTo(i%4, v)
	}
	low, high := ShareInterval([]uint64{50, 50, 50, 50}, s.Counts(), 0.95)
	if !(low < 0.499 && high > 0.501 && low > 0.48 && high < 0.52) {
		t.Errorf("a share of one half is known from %v to %v", low, high)
	}
	if low, high := ShareInterval([]uint64{0, 0, 0, 0}, s.Counts(), 0.95); low != 0 || high < 0.005 {
		t.Errorf("what never happened in 400 has a probability from %v to %v", low, high)
	}
	if low, high := s.QuantileInterval(0.25, 0.95); low > 1 || high < 1 {
		t.Errorf("the quartile of half ones is from %v to %v", low, high)
	}
}
