package stats

import (
	"math"
	"math/big"
)

// exactSum adds doubles, or squares of doubles, without any rounding: a fixed-point
// number wide enough for both, of which only the digits in use are held (Kulisch,
// Computer Arithmetic and Validity, 2008, §8; the carries are left standing as in
// Neal 2015, arXiv:1505.05571, §3). The zero value is 0.
type exactSum struct {
	first   int     // digits[i] counts 2^(32·(first+i) − bias)
	digits  []int64 // |digit| ≤ pending·2^32
	pending int     // additions since the carries were taken
}

const (
	bias       = 68 * 32 // 2^-bias is below the square of the least double, 2^-2148
	termDigits = 5       // digits that a square may reach: 106 bits and a shift of 31
	maxPending = 1 << 29 // so that two sums of so many additions merge within an int64
	maxDigits  = 136     // bias and 2^32 squares of the largest double, 2^2048
)

// addValue adds a finite double.
func (e *exactSum) addValue(v float64) {
	if mantissa, exponent := parts(v); mantissa != 0 {
		e.add(0, mantissa, exponent, v < 0)
	}
}

// parts returns the mantissa of a finite double and the power of 2 it is multiplied by.
func parts(v float64) (mantissa uint64, exponent int) {
	pattern := math.Float64bits(v)
	exponent, mantissa = int(pattern>>52&0x7ff), pattern&(1<<52-1)
	if exponent > 0 {
		return mantissa | 1<<52, exponent - 1075
	}
	return mantissa, 1 - 1075
}

// add adds (hi·2^64 + lo)·2^exponent, or takes it away.
func (e *exactSum) add(hi, lo uint64, exponent int, negative bool) {
	place := uint(exponent + bias)
	first, shift := int(place/32), place%32
	if first < e.first || first+termDigits > e.first+len(e.digits) {
		e.widen(first, first+termDigits)
	}
	if e.pending >= maxPending {
		e.carry()
	}
	e.pending++
	a := lo << shift
	b := hi<<shift | lo>>(64-shift)
	c := hi >> (64 - shift)
	sign := int64(0) // (d ^ sign) − sign is d, or −d where sign is −1
	if negative {
		sign = -1
	}
	d := (*[termDigits]int64)(e.digits[first-e.first:])
	d[0] += (int64(a&0xffffffff) ^ sign) - sign
	d[1] += (int64(a>>32) ^ sign) - sign
	d[2] += (int64(b&0xffffffff) ^ sign) - sign
	d[3] += (int64(b>>32) ^ sign) - sign
	d[4] += (int64(c) ^ sign) - sign
}

// merge adds another sum.
func (e *exactSum) merge(o *exactSum) {
	if len(o.digits) == 0 {
		return
	}
	e.widen(o.first, o.first+len(o.digits))
	at := e.digits[o.first-e.first:]
	for i, d := range o.digits {
		at[i] += d
	}
	if e.pending += o.pending; e.pending >= maxPending {
		e.carry()
	}
}

// widen makes room for the digits from first to end.
func (e *exactSum) widen(first, end int) {
	if len(e.digits) > 0 {
		first, end = min(first, e.first), max(end, e.first+len(e.digits))
	}
	if first == e.first && end == e.first+len(e.digits) {
		return
	}
	digits := make([]int64, end-first)
	if len(e.digits) > 0 {
		copy(digits[e.first-first:], e.digits)
	}
	e.first, e.digits = first, digits
}

// carry makes every digit but the last one of 0 … 2^32 − 1; the last keeps the sign.
func (e *exactSum) carry() {
	for i := 0; i < len(e.digits); i++ {
		over := e.digits[i] >> 32
		if i == len(e.digits)-1 {
			if over == 0 || over == -1 {
				break
			}
			e.widen(e.first, e.first+len(e.digits)+1)
		}
		e.digits[i] -= over << 32
		e.digits[i+1] += over
	}
	e.pending = 1
}

// reset makes the sum 0 and keeps its room.
func (e *exactSum) reset() {
	clear(e.digits)
	e.pending = 0
}

// integer returns the sum as an integer; its unit is 2^exponent.
func (e *exactSum) integer() (m *big.Int, exponent int) {
	m = new(big.Int)
	digit := new(big.Int)
	for i := len(e.digits) - 1; i >= 0; i-- {
		m.Lsh(m, 32).Add(m, digit.SetInt64(e.digits[i]))
	}
	return m, 32*e.first - bias
}

// rational returns the sum as a fraction.
func (e *exactSum) rational() *big.Rat {
	m, exponent := e.integer()
	if exponent >= 0 {
		return new(big.Rat).SetInt(m.Lsh(m, uint(exponent)))
	}
	one := big.NewInt(1)
	return new(big.Rat).SetFrac(m, one.Lsh(one, uint(-exponent)))
}
