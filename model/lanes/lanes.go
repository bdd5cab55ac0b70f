//go:build goexperiment.simd && amd64

package lanes

import (
	"math"
	"math/bits"
	"simd/archsimd"
	"unsafe"
)

// Width is the number of lanes.
const Width = 4

// Vec is a number for each lane, Ints a whole one, and Mask a yes or no.
type (
	Vec  = archsimd.Float64x4
	Ints = archsimd.Int64x4
	Mask = archsimd.Mask64x4
)

// Available reports whether the processor can.
func Available() bool { return archsimd.X86.AVX2() }

// Splat has the same number in each lane.
func Splat(x float64) Vec { return archsimd.BroadcastFloat64x4(x) }

// SplatInt has the same whole number in each lane.
func SplatInt(i int) Ints { return archsimd.BroadcastInt64x4(int64(i)) }

var (
	ones  = [Width]float64{1, 1, 1, 1}
	all   = archsimd.LoadFloat64x4(&ones).Equal(archsimd.LoadFloat64x4(&ones))
	signs = archsimd.BroadcastFloat64x4(math.Copysign(0, -1)).AsInt64x4()
)

// Infinite, NegInfinite and NaN are those in each lane. They are read from memory, and 0 is Vec{}:
// by Splat the compiler would make them without the lanes in mind.
var (
	Infinite    = Splat(math.Inf(1))
	NegInfinite = Splat(math.Inf(-1))
	NaN         = Splat(math.NaN())
)

// All is every lane.
func All() Mask { return all }

// None is no lane.
func None() (none Mask) { return none }

// If is every lane where something holds, and none where it does not.
func If(holds bool) Mask {
	if holds {
		return all
	}
	return Mask{}
}

// Any reports whether there is a lane in a mask.
func Any(m Mask) bool { return m.ToBits() != 0 }

// Every reports whether all lanes are.
func Every(m Mask) bool { return m.ToBits() == 1<<Width-1 }

// Not is the lanes that are not.
func Not(m Mask) Mask { return m.ToInt64x4().Equal(Ints{}) }

// AndNot is the lanes of a that are not of b.
func AndNot(a, b Mask) Mask { return a.And(Not(b)) }

// Xor is the lanes of one of the two.
func Xor(a, b Mask) Mask { return AndNot(a, b).Or(AndNot(b, a)) }

// Choose is a in the lanes of m, and b in the others.
func Choose(m, a, b Mask) Mask { return a.And(m).Or(AndNot(b, m)) }

// Keep is x in the lanes of m, and 0 in the others.
func Keep(x Vec, m Mask) Vec { return x.AsInt64x4().And(m.ToInt64x4()).AsFloat64x4() }

// Neg is the number with the other sign.
func Neg(x Vec) Vec { return x.AsInt64x4().Xor(signs).AsFloat64x4() }

// Min is the less of two, and NaN where one is. The instruction of that name will not do: the
// compiler takes its operands in either order, which matters for NaN.
func Min(x, y Vec) Vec {
	least := x.Merge(y, x.Less(y).Or(x.IsNaN()))
	return x.AsInt64x4().Or(y.AsInt64x4()).AsFloat64x4().Merge(least, x.Equal(y)) // −0 is less than 0
}

// Max is the greater of two, and NaN where one is.
func Max(x, y Vec) Vec {
	most := x.Merge(y, x.Greater(y).Or(x.IsNaN()))
	return x.AsInt64x4().And(y.AsInt64x4()).AsFloat64x4().Merge(most, x.Equal(y))
}

// AtMost is x and no more than a bound, which is neither 0 nor NaN.
func AtMost(bound, x Vec) Vec { return bound.Merge(x, x.Greater(bound)) }

// Clear writes 0 over the lanes of a mask.
func Clear(x []Vec, m Mask) {
	for i := range x {
		x[i] = Keep(x[i], Not(m))
	}
}

// Copy copies the lanes of a mask.
func Copy(to, from []Vec, m Mask) {
	for i := range from {
		to[i] = from[i].Merge(to[i], m)
	}
}

// Lane is a lane of a vector in memory, to read and write.
func Lane(x *Vec, lane int) *float64 {
	return &(*[Width]float64)(unsafe.Pointer(x))[lane]
}

// IntOf is a lane of a vector of whole numbers in memory.
func IntOf(x *Ints, lane int) *int64 {
	return &(*[Width]int64)(unsafe.Pointer(x))[lane]
}

// Has reports whether a lane is in a mask.
func Has(m Mask, lane int) bool { return m.ToBits()>>lane&1 != 0 }

// One is a lane by itself.
func One(lane int) Mask {
	var x [Width]float64
	x[lane] = 1
	return archsimd.LoadFloat64x4(&x).Equal(Splat(1))
}

// Load reads a vector.
func Load(x *[Width]float64) Vec { return archsimd.LoadFloat64x4(x) }

// Scalar is to be called between what is done in lanes and what is done with numbers by
// themselves: a processor may be slow at it while the upper halves of its registers are in use.
func Scalar() { archsimd.ClearAVXUpperBits() }

// Pairs reads two numbers of a table for each lane.
func Pairs(table func(i int64) *[2]float64, at Ints) (first, second Vec) {
	low, high := at.GetLo(), at.GetHi()
	a := archsimd.LoadFloat64x2(table(low.GetElem(0))).AsInt64x2()
	b := archsimd.LoadFloat64x2(table(low.GetElem(1))).AsInt64x2()
	c := archsimd.LoadFloat64x2(table(high.GetElem(0))).AsInt64x2()
	d := archsimd.LoadFloat64x2(table(high.GetElem(1))).AsInt64x2()
	first = at.SetLo(a.InterleaveLo(b)).SetHi(c.InterleaveLo(d)).AsFloat64x4()
	second = at.SetLo(a.InterleaveHi(b)).SetHi(c.InterleaveHi(d)).AsFloat64x4()
	return first, second
}

// wholes added to a number below 2^51 leaves it, rounded to a whole one, in the last bits.
const wholes = 0x1.8p52

// Ints returns whole numbers below 2^51 as such.
func ToInts(x Vec) Ints {
	return x.Add(Splat(wholes)).AsInt64x4().Sub(Splat(wholes).AsInt64x4())
}

// Floats returns whole numbers below 2^51 as numbers.
func Floats(n Ints) Vec {
	return n.Add(Splat(wholes).AsInt64x4()).AsFloat64x4().Sub(Splat(wholes))
}

// ShiftRight shifts the bits of whole numbers, with 0 behind them. The instruction for the same
// shift in all lanes is not used: the compiler makes its count without the lanes in mind.
func ShiftRight(n Ints, by int) Ints {
	return n.AsUint64x4().ShiftRight(SplatInt(by).AsUint64x4()).AsInt64x4()
}

// First is the whole number of the first lane of a mask.
func First(x Ints, m Mask) int {
	return int(*IntOf(&x, bits.TrailingZeros8(m.ToBits())))
}

// Set copies, and Zero clears, vectors one by one: those built in would make the processor wait.
func Set[T any](to, from []T) {
	for i := range from {
		to[i] = from[i]
	}
}

// nothing is 0 in every lane, which the compiler does not know.
var nothing Vec

// Zero clears vectors.
func Zero(x []Vec) {
	zero := nothing
	for i := range x {
		x[i] = zero
	}
}
