package random

import (
	"fmt"
	"slices"
)

// Description is a distribution as data: what it is, its numbers, and the distributions it is
// made of. It is for files: [Describe] and [Description.Make] give the same quantiles, bit for bit.
type Description struct {
	Kind    string
	Numbers []float64
	Of      []Description
}

// Describe describes a distribution of this package; false for one of another.
func Describe(d Distribution) (Description, bool) {
	plain := func(kind string, numbers ...float64) (Description, bool) {
		return Description{Kind: kind, Numbers: numbers}, true
	}
	of := func(kind string, inner []Distribution, numbers ...float64) (out Description, known bool) {
		out = Description{Kind: kind, Numbers: numbers}
		for _, d := range inner {
			described, known := Describe(d)
			if !known {
				return Description{}, false
			}
			out.Of = append(out.Of, described)
		}
		return out, true
	}
	switch d := d.(type) {
	case Uniform:
		return plain("uniform", d.low, d.high)
	case Triangular:
		return plain("triangular", d.low, d.mode, d.high)
	case Beta:
		return plain("beta", d.alpha, d.beta, d.low, d.high)
	case Normal:
		return plain("normal", d.mean, d.sd)
	case Lognormal:
		return plain("lognormal", d.median, d.sigma)
	case Exponential:
		return plain("exponential", d.mean)
	case Discrete:
		return plain("discrete", slices.Concat(d.values, d.upTo, []float64{d.mean})...)
	case Scaled:
		return of("scaled", []Distribution{d.of}, d.by)
	case Shifted:
		return of("shifted", []Distribution{d.of}, d.by)
	case Floored:
		return of("floored", []Distribution{d.of}, d.floor)
	case Truncated:
		return of("truncated", []Distribution{d.of}, d.low, d.high)
	case Mixture:
		return of("mixture", d.parts, d.weights...)
	}
	return Description{}, false
}

// Make returns the distribution that was described.
func (d Description) Make() (Distribution, error) {
	of := make([]Distribution, len(d.Of))
	for i := range d.Of {
		var err error
		if of[i], err = d.Of[i].Make(); err != nil {
			return nil, err
		}
	}
	wanted := map[string][2]int{ // numbers and parts; −1 for any
		"uniform": {2, 0}, "triangular": {3, 0}, "beta": {4, 0}, "normal": {2, 0}, "lognormal": {2, 0}, "exponential": {1, 0}, "discrete": {-1, 0},
		"scaled": {1, 1}, "shifted": {1, 1}, "floored": {1, 1}, "truncated": {2, 1}, "mixture": {len(of), -1},
	}
	n := d.Numbers
	want, known := wanted[d.Kind]
	if !known || want[0] >= 0 && want[0] != len(n) || want[1] >= 0 && want[1] != len(of) {
		return nil, fmt.Errorf("a distribution %q of %d numbers and %d parts", d.Kind, len(n), len(of))
	}
	switch d.Kind {
	case "uniform":
		return NewUniform(n[0], n[1])
	case "triangular":
		return NewTriangular(n[0], n[1], n[2])
	case "beta":
		return NewBeta(n[0], n[1], n[2], n[3])
	case "normal":
		return NewNormal(n[0], n[1])
	case "lognormal":
		return NewLognormal(n[0], n[1])
	case "exponential":
		return NewExponential(n[0])
	case "scaled":
		return NewScaled(of[0], n[0])
	case "shifted":
		return NewShifted(of[0], n[0])
	case "floored":
		return NewFloored(of[0], n[0])
	case "truncated":
		return NewTruncated(of[0], n[0], n[1])
	case "mixture":
		return mixtureOf(n, of), nil
	}
	if len(n)%2 == 0 || len(n) < 3 {
		return nil, fmt.Errorf("a discrete distribution of %d numbers", len(n))
	}
	k := len(n) / 2
	return Discrete{values: slices.Clone(n[:k]), upTo: slices.Clone(n[k : 2*k]), mean: n[2*k]}, nil
}
