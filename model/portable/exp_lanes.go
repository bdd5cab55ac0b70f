//go:build goexperiment.simd && amd64

package portable

import (
	"math"
	"unsafe"

	"corridor/model/lanes"
)

// ExpLanes is Exp in lanes, bit for bit.
func ExpLanes(x lanes.Vec) lanes.Vec {
	const beyond = 690 // no result is so near to the ends that scale would have two steps
	if !lanes.Every(x.GreaterEqual(lanes.Splat(-beyond)).And(x.LessEqual(lanes.Splat(beyond)))) {
		return each(Exp, x)
	}
	whole := x.Mul(lanes.Splat(128 / math.Ln2)).Add(lanes.Splat(0.5)).Floor()
	r := x.Sub(whole.Mul(lanes.Splat(log2Over128Hi))).Sub(whole.Mul(lanes.Splat(log2Over128Lo)))
	square := r.Mul(r)
	high := lanes.Splat(1. / 6).Add(r.Mul(lanes.Splat(1. / 24))).Add(square.Mul(lanes.Splat(1. / 120)))
	growth := r.Add(square.Mul(lanes.Splat(0.5).Add(r.Mul(high))))

	n := lanes.ToInts(whole)
	hi, lo := lanes.Pairs(expStep, n)
	y := hi.Add(lo.Add(hi.Mul(growth)))
	// (n>>7 + 1023)<<52, of a sum that is never negative.
	power := n.Add(lanes.SplatInt(1023 << 7)).ShiftAllLeft(52 - 7).And(lanes.SplatInt(-1 << 52)).AsFloat64x4()
	return y.Mul(power)
}

func expStep(n int64) *[2]float64 { return (*[2]float64)(unsafe.Pointer(&expTable[n&127])) }

// each takes a function lane by lane.
func each(f func(float64) float64, x lanes.Vec) lanes.Vec {
	lanes.Scalar()
	for i := range lanes.Width {
		at := lanes.Lane(&x, i)
		*at = f(*at)
	}
	return x
}

// PowLanes is Pow in lanes.
func PowLanes(x, y lanes.Vec) lanes.Vec {
	lanes.Scalar()
	for i := range lanes.Width {
		at := lanes.Lane(&x, i)
		*at = Pow(*at, *lanes.Lane(&y, i))
	}
	return x
}
