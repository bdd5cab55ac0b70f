package portable

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// logPoints are the arguments of log that matter: every exponent, subnormals,
// 1 and its neighbourhood at every distance, and the ends of the table's cells.
func logPoints(seed uint64, n int) []float64 {
	at := newPoints(seed)
	var xs []float64
	for range n {
		near := math.Ldexp(at.between(1, 2), -1-at.IntN(53))
		xs = append(xs,
			at.positive(),
			at.between(0.5, 2),
			1+near, 1-near/2,
			math.Float64frombits(1+at.Uint64N(1<<52)),
			steps(math.Float64frombits(firstCell+at.Uint64N(128)<<45), at.IntN(9)-4))
	}
	return append(xs, 5e-324, 0x1p-1022, math.MaxFloat64, math.Nextafter(1, 0), math.Nextafter(1, 2))
}

// firstCell is the bits of 45/64, where logTable begins; a cell is 2^45 doubles long.
const firstCell = 0x3fe6800000000000

func TestLogErrorBound(t *testing.T) {
	var rounded, pair worst
	for _, x := range logPoints(3, 1500) {
		if x == 1 {
			continue
		}
		want := bigLog(bigFloat(x))
		rounded.meet(ulps(Log(x), want), x, 0)
		hi, lo := logSum(x)
		pair.meet(bigRelative(bigSum(bigFloat(hi), bigFloat(lo)), want), x, 0)
	}
	rounded.mustStayBelow(t, 0.501, "ulp")
	pair.mustStayBelow(t, 0x1p-66, "relative, as a sum")
}

func TestLogSpecialValues(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{0, math.Inf(-1)},
		{math.Copysign(0, -1), math.Inf(-1)},
		{1, 0},
		{math.E, 1},
		{2, math.Ln2},
		{10, math.Ln10},
		{5e-324, -744.4400719213812},
		{math.MaxFloat64, 709.782712893384},
		{-5e-324, math.NaN()},
		{-1, math.NaN()},
		{math.Inf(1), math.Inf(1)},
		{math.Inf(-1), math.NaN()},
		{math.NaN(), math.NaN()},
		{math.Copysign(math.NaN(), -1), math.NaN()},
	} {
		sameBits(t, c.want, Log(c.x), "Log(%v)", c.x)
	}
}

func TestLogNeverFallsWhereTheTableSwitches(t *testing.T) {
	for cell := range uint64(129) {
		for _, exponent := range []int{-1000, -1, 0, 1, 1000} {
			end := math.Float64frombits(firstCell + cell<<45)
			x := steps(math.Ldexp(end, exponent), -8)
			for range 16 {
				next := math.Nextafter(x, math.Inf(1))
				if Log(x) > Log(next) {
					t.Fatalf("Log falls from %v to the next double", x)
				}
				x = next
			}
		}
	}
}

func TestLogUndoesExp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-700, 700).Draw(t, "x")
		if back := Log(Exp(x)); math.Abs(back-x) > 0x1p-52*max(1, math.Abs(x)) {
			t.Fatalf("Log(Exp(%v)) = %v", x, back)
		}
	})
}

func TestLogAgreesWithMath(t *testing.T) {
	for _, x := range logPoints(4, 1500) {
		if x < 0x1p-1022 {
			continue // on amd64 math.Log is wrong for subnormals
		}
		if got, want := Log(x), math.Log(x); distance(got, want) > 2 {
			t.Fatalf("Log(%v) = %v, math.Log gives %v", x, got, want)
		}
	}
}

func TestLogTable(t *testing.T) {
	for i, cell := range logTable {
		first := math.Float64frombits(firstCell + uint64(i)<<45)
		last := math.Float64frombits(firstCell + uint64(i+1)<<45 - 1)
		for _, z := range []float64{first, last} {
			exact := bigDifference(bigProduct(bigFloat(z), bigFloat(cell.inv)), bigFloat(1))
			r, accuracy := exact.Float64()
			if accuracy != big.Exact || math.Abs(r) >= 0x1p-7 {
				t.Errorf("cell %d: z·inv − 1 = %v at %v", i, exact, z)
			}
		}
		if cell.hi != math.Trunc(cell.hi*0x1p42)*0x1p-42 {
			t.Errorf("cell %d: hi = %x is not a multiple of 2^-42", i, cell.hi)
		}
		sum := bigSum(bigFloat(cell.hi), bigFloat(cell.lo))
		off, _ := bigSum(sum, bigLog(bigFloat(cell.inv))).Float64()
		if math.Abs(off) > 0x1p-96 {
			t.Errorf("cell %d: hi + lo is off by %g", i, off)
		}
	}
	if off := bigRelative(bigSum(bigFloat(log2Hi), bigFloat(log2Lo)), bigLn2); off > 0x1p-95 {
		t.Errorf("ln2 is off by %g of itself", off)
	}
}

func BenchmarkLog(b *testing.B) {
	xs := benchmarkPoints(0.01, 100)
	for i := 0; b.Loop(); i++ {
		sink = Log(xs[i%len(xs)])
	}
}
