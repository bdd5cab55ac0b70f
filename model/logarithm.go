package model

import (
	"math"

	"corridor/model/portable"
)

// logarithm follows ln x as x moves.
type logarithm struct{ x, ln float64 }

// forget has the next logarithm taken as such.
func (l *logarithm) forget() { l.x = math.NaN() }

// of returns ln x. Where x is near the last one it adds ln(x/last) = 2 (z + z³/3 + z⁵/5 + …),
// with z = (x − last)/(x + last), to what it was: what is left out is less than rounding.
func (l *logarithm) of(x float64) float64 {
	const near = 0.004 // 2 z⁷/7 is 5e-18
	if z := (x - l.x) / (x + l.x); z < near && z > -near {
		square := float64(z * z)
		l.ln += float64(2 * z * (1 + float64(square*(1./3+float64(square*(1./5))))))
	} else {
		l.ln = portable.Log(x)
	}
	l.x = x
	return l.ln
}
