package stats

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// anyFinite returns a finite double of any exponent and sign.
func anyFinite(r *rand.Rand) float64 {
	for {
		if v := math.Float64frombits(r.Uint64()); !math.IsNaN(v) && !math.IsInf(v, 0) {
			return v
		}
	}
}

// sums adds the values and their squares, exactly and as fractions.
func sums(values []float64) (s Summary, sum, squares *big.Rat) {
	sum, squares = new(big.Rat), new(big.Rat)
	for _, v := range values {
		s.Add(v)
		x := new(big.Rat).SetFloat64(v)
		sum.Add(sum, x)
		squares.Add(squares, x.Mul(x, x))
	}
	return s, sum, squares
}

func TestExactSumAgainstFractions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	tests := map[string]func() float64{
		"any":      func() float64 { return anyFinite(r) },
		"tonnages": func() float64 { return 10 * r.NormFloat64() },
		"largest":  func() float64 { return math.MaxFloat64 },
		"lowest":   func() float64 { return -math.MaxFloat64 },
		"least":    func() float64 { return -math.SmallestNonzeroFloat64 },
		"zero":     func() float64 { return math.Copysign(0, -1) },
	}
	for name, draw := range tests {
		values := make([]float64, 200)
		for i := range values {
			values[i] = draw()
		}
		s, sum, squares := sums(values)
		if got := s.sum.rational(); got.Cmp(sum) != 0 {
			t.Errorf("%s: sum is %v, want %v", name, got, sum)
		}
		if got := s.squares.rational(); got.Cmp(squares) != 0 {
			t.Errorf("%s: sum of squares is %v, want %v", name, got, squares)
		}
	}
}

// Carries taken or left standing, a sum is the same number.
func TestExactSumCarry(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var often, never exactSum
	for i := range 20000 {
		hi, lo := r.Uint64N(1<<42), r.Uint64()
		exponent := int(r.Uint64N(300)) - 200
		negative := r.Uint64N(3) > 0
		often.add(hi, lo, exponent, negative)
		never.add(hi, lo, exponent, negative)
		if i%10 == 0 {
			often.carry()
		}
	}
	if often.rational().Cmp(never.rational()) != 0 {
		t.Errorf("with carries %v, without %v", often.rational(), never.rational())
	}
	for i, d := range often.digits[:len(often.digits)-1] {
		often.carry()
		if d = often.digits[i]; d < 0 || d >= 1<<32 {
			t.Errorf("digit %d is %d after the carries", i, d)
		}
	}
}

// A sum that is as full as it may be still merges with another such.
func TestExactSumFull(t *testing.T) {
	full := func() *exactSum {
		e := &exactSum{pending: maxPending - 1}
		e.digits = []int64{(maxPending - 1) << 32, -(maxPending - 1) << 32, (maxPending - 1) << 32}
		return e
	}
	a, b := full(), full()
	want := new(big.Rat).Add(a.rational(), b.rational())
	a.merge(b)
	if got := a.rational(); got.Cmp(want) != 0 {
		t.Errorf("merged to %v, want %v", got, want)
	}
	if a.pending != 1 {
		t.Errorf("%d additions pending, the carries should have been taken", a.pending)
	}
}
