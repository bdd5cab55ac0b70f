package stats

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Every finite double from smallest on lies in the span of its bin, whose middle is
// as near as stated; neighbouring bins touch.
func TestBins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for level := range uint(maxLevel + 1) {
		s := &sketch{level: level}
		check := func(v float64) {
			number := placeOf(v) >> (finest + level)
			of := bin{number: number, level: level}.span()
			if !(of.low <= v && v <= of.high && of.low <= of.middle && of.middle <= of.high && of.low < of.high) {
				t.Fatalf("level %d: %v is outside its bin %v", level, v, of)
			}
			if math.Abs(of.middle-v) > s.resolution()*math.Abs(v) {
				t.Fatalf("level %d: the middle of %v is too far from %v", level, of, v)
			}
			if of.high < math.MaxFloat64 {
				if next := (bin{number: number + 1, level: level}).span(); next.low != math.Nextafter(of.high, math.Inf(1)) {
					t.Fatalf("level %d: %v follows %v", level, next, of)
				}
			}
		}
		for range 2000 {
			if v := anyFinite(r); math.Abs(v) >= smallest {
				check(v)
			}
		}
		for _, v := range []float64{smallest, 1, math.Nextafter(1, 0), math.Nextafter(2, 0), math.MaxFloat64} {
			check(v)
			check(-v)
		}
	}
}

// Round numbers are the middles of their bins.
func TestRoundNumbersAreExact(t *testing.T) {
	for _, v := range []float64{1, 0.5, 0.75, 6.5, 10, 100, 365, 1023, 4096, -2, -6.25} {
		if got := (bin{number: placeOf(v) >> finest}).span().middle; got != v {
			t.Errorf("%v is counted as %v", v, got)
		}
	}
}

// Values of every size and sign fit, at worst at the last level.
func TestSketchIsBounded(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	var s Summary
	for range 200_000 {
		s.Add(anyFinite(r))
	}
	if len(s.sketch.keys) > maxPages || s.sketch.level > maxLevel {
		t.Errorf("%d pages at level %d", len(s.sketch.keys), s.sketch.level)
	}
	if s.Resolution() > 0.25 {
		t.Errorf("resolution %v", s.Resolution())
	}
	if s.Bytes() > 36_000 {
		t.Errorf("%d bytes", s.Bytes())
	}
}

// Sixteen octaves are counted at full resolution, one page more is not.
func TestSketchJoins(t *testing.T) {
	var s Summary
	for i := range 16 * 8 {
		s.Add(math.Ldexp(1+float64(i%8)/8, i/8))
	}
	if s.Resolution() != 0x1p-10 {
		t.Errorf("resolution %v within sixteen octaves", s.Resolution())
	}
	s.Add(1 << 16)
	if s.Resolution() != 0x1p-9 {
		t.Errorf("resolution %v after one page more", s.Resolution())
	}
	if s.sketch.count != 129 || len(s.sketch.keys) != 65 {
		t.Errorf("%d values in %d pages", s.sketch.count, len(s.sketch.keys))
	}
}

// The state depends on the values alone, not on their order, also where bins join.
func TestSketchForgetsOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	values := make([]float64, 3000)
	for i := range values {
		values[i] = math.Exp(8 * r.NormFloat64())
		if i%3 == 0 {
			values[i] *= -1
		}
	}
	state := func() []byte {
		var s Summary
		for _, v := range values {
			s.Add(v)
		}
		return s.append(nil)
	}
	want := state()
	for _, arrange := range []func(){
		func() { slices.Sort(values) },
		func() { slices.Reverse(values) },
		func() { r.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] }) },
	} {
		arrange()
		if !slices.Equal(state(), want) {
			t.Error("another order gives another state")
		}
	}
}

// Chunks whose bins were joined, or not, merge in any order to the state of all.
func TestMergeAcrossLevels(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	var chunks []*Summary
	var whole Summary
	for _, spread := range []float64{0.3, 8, 1, 30, 80, 0.1} {
		chunk := new(Summary)
		for range 2000 {
			v := math.Exp(spread * r.NormFloat64())
			chunk.Add(v)
			whole.Add(v)
		}
		chunks = append(chunks, chunk)
	}
	if chunks[0].sketch.level == whole.sketch.level || whole.sketch.level < 2 {
		t.Fatalf("levels %d and %d try nothing", chunks[0].sketch.level, whole.sketch.level)
	}
	want := whole.append(nil)
	for range 10 {
		var merged Summary
		for _, i := range r.Perm(len(chunks)) {
			merged.merge(chunks[i])
		}
		if !slices.Equal(merged.append(nil), want) {
			t.Fatalf("merged to level %d, all at once to %d", merged.sketch.level, whole.sketch.level)
		}
	}
}
