//go:build goexperiment.simd && amd64

package portable

import (
	"math"
	"unsafe"

	"corridor/model/lanes"
)

// LogLanes is Log in lanes, bit for bit: what logSum does, for numbers that are neither
// subnormal nor special.
func LogLanes(x lanes.Vec) lanes.Vec {
	if !lanes.Every(x.GreaterEqual(lanes.Splat(0x1p-1022)).And(x.LessEqual(lanes.Splat(math.MaxFloat64)))) {
		return each(Log, x)
	}
	const lowest, half64 = 0x3fe6800000000000, 1 << 62
	offset := x.AsInt64x4().Sub(lanes.SplatInt(lowest))
	k := lanes.ShiftRight(offset.Add(lanes.SplatInt(half64)), 52).Sub(lanes.SplatInt(half64 >> 52))
	z := x.AsInt64x4().Sub(offset.And(lanes.SplatInt(-1 << 52))).AsFloat64x4()
	at := lanes.ShiftRight(offset, 45)
	inv, tableHi := lanes.Pairs(logCell, at)
	_, tableLo := lanes.Pairs(logRest, at)

	zHead := headLanes(z)
	r := zHead.Mul(inv).Sub(lanes.Splat(1)).Add(z.Sub(zHead).Mul(inv))

	exponent := lanes.Floats(k)
	rHead := headLanes(r)
	half := lanes.Splat(-0.5).Mul(rHead.Mul(rHead))
	base := exponent.Mul(lanes.Splat(log2Hi)).Add(tableHi)
	line := base.Add(r)
	lost := exponent.Mul(lanes.Splat(log2Lo)).Add(tableLo).Add(base.Sub(line).Add(r))
	curve := line.Add(half)
	lost = lost.Add(line.Sub(curve).Add(half))

	lost = lost.Sub(lanes.Splat(0.5).Mul(r.Sub(rHead)).Mul(r.Add(rHead)))
	r2 := r.Mul(r)
	r4 := r2.Mul(r2)
	series := lanes.Splat(1. / 3).Sub(r.Mul(lanes.Splat(1. / 4))).
		Add(r2.Mul(lanes.Splat(1. / 5).Sub(r.Mul(lanes.Splat(1. / 6))))).
		Add(r4.Mul(lanes.Splat(1. / 7).Sub(r.Mul(lanes.Splat(1. / 8))).Add(r2.Mul(lanes.Splat(1. / 9).Sub(r.Mul(lanes.Splat(1. / 10)))))))
	lost = lost.Add(r2.Mul(r).Mul(series))
	return curve.Add(lost)
}

func headLanes(x lanes.Vec) lanes.Vec {
	return x.AsInt64x4().And(lanes.SplatInt(-1 << 27)).AsFloat64x4()
}

// logCell and logRest are the first and the last two numbers of a cell.
func logCell(offset int64) *[2]float64 {
	return (*[2]float64)(unsafe.Pointer(&logTable[offset&127].inv))
}
func logRest(offset int64) *[2]float64 {
	return (*[2]float64)(unsafe.Pointer(&logTable[offset&127].hi))
}
