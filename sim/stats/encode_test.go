package stats

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is decoded encodes to the same bytes and gives the same figures.
func TestBinaryRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := NewSet([]Metric{{"a", []float64{0, 1}}, {"b", nil}}, []string{"2030"})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range metricValues(t) {
			s.Add([]float64{v, -v})
		}
		encoded, _ := s.MarshalBinary()
		var decoded Set
		if err := decoded.UnmarshalBinary(encoded); err != nil {
			t.Fatal(err)
		}
		if again, _ := decoded.MarshalBinary(); !bytes.Equal(encoded, again) {
			t.Fatalf("encodes to\n%x, again\n%x", encoded, again)
		}
		for m := range 2 {
			for i, f := range figures(s.At(m, 0)) {
				if g := figures(decoded.At(m, 0))[i]; math.Float64bits(f) != math.Float64bits(g) {
					t.Fatalf("metric %d, figure %d: %v became %v", m, i, f, g)
				}
			}
		}
	})
}

// Cut anywhere, or with a byte too many, an encoding is refused and the set stays.
func TestUnmarshalRefuses(t *testing.T) {
	s := exampleSet(t)
	for i := range 30 {
		s.Add(draw(i))
	}
	encoded, _ := s.MarshalBinary()
	for n := range encoded {
		if err := s.UnmarshalBinary(encoded[:n:n]); err == nil {
			t.Fatalf("%d of %d bytes are taken", n, len(encoded))
		}
	}
	if err := s.UnmarshalBinary(append(bytes.Clone(encoded), 0)); err == nil {
		t.Error("a byte too many is taken")
	}
	newer := append([]byte{encoding + 1}, encoded[1:]...)
	if err := s.UnmarshalBinary(newer); err == nil || !strings.Contains(err.Error(), "format 3, this program reads 2") {
		t.Errorf("a newer format: %v", err)
	}
	if again, _ := s.MarshalBinary(); !bytes.Equal(encoded, again) {
		t.Error("a refused encoding changed the set")
	}
}

// What no draws can give is refused, however well it is encoded.
func TestUnmarshalRefusesTheImpossible(t *testing.T) {
	for name, change := range map[string]func(s *Summary){
		"a value too many in the bins":   func(s *Summary) { s.sketch.pages[0][5]++ },
		"a value too few in the bins":    func(s *Summary) { s.sketch.small-- },
		"a draw too few":                 func(s *Summary) { s.nonFinite-- },
		"minimum above maximum":          func(s *Summary) { s.min, s.max = s.max, s.min },
		"an infinite maximum":            func(s *Summary) { s.max = math.Inf(1) },
		"more above than at a threshold": func(s *Summary) { s.exceedances[0].Above = s.exceedances[0].Reached + 1 },
		"more at a threshold than all":   func(s *Summary) { s.exceedances[0].Reached = s.count + 1 },
		"a level too high":               func(s *Summary) { s.sketch.level = maxLevel + 1 },
		"a page twice":                   func(s *Summary) { s.sketch.keys[1] = s.sketch.keys[0] },
		"an empty page":                  func(s *Summary) { s.sketch.small++; s.sketch.pages[0] = page{} },
		"a page near 0":                  func(s *Summary) { s.sketch.keys[0] = 1 << 14 },
		"a page beyond all doubles":      func(s *Summary) { s.sketch.keys[1] = 1<<15 - 1 },
		"a sum beyond all doubles":       func(s *Summary) { s.sum = exactSum{first: maxDigits, digits: []int64{1}} },
	} {
		s, err := NewSet([]Metric{{"a", []float64{0}}}, []string{"2030"})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range []float64{0, 1, 100, math.NaN()} {
			s.Add([]float64{v})
		}
		change(&s.cells[0])
		encoded, _ := s.MarshalBinary()
		if err := new(Set).UnmarshalBinary(encoded); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Any bytes are an error or a set whose every figure can be asked for.
func FuzzUnmarshal(f *testing.F) {
	s := exampleSet(f)
	add := func() {
		encoded, _ := s.MarshalBinary()
		f.Add(encoded)
	}
	add()
	for i := range 20 {
		s.Add(draw(i))
	}
	add()
	s.Add([]float64{math.MaxFloat64, -math.MaxFloat64, 5e-324, math.NaN()})
	add()
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Set
		if s.UnmarshalBinary(data) != nil {
			return
		}
		s.Quantiles("any")
		s.Probabilities("any", 0.9)
		for i := range s.cells {
			s.cells[i].QuantileInterval(0.5, 0.9)
			s.cells[i].Enough(0.01, 0.9)
		}
		encoded, _ := s.MarshalBinary()
		var again Set
		if err := again.UnmarshalBinary(encoded); err != nil {
			t.Fatalf("encoded again: %v", err)
		}
		if twice, _ := again.MarshalBinary(); !bytes.Equal(encoded, twice) {
			t.Fatal("encodes otherwise the second time")
		}
		if err := s.Merge(&again); err != nil && s.Draws() <= MaxDraws/2 {
			t.Fatal(err)
		}
	})
}
