package random

import (
	"fmt"
	"slices"
)

// The designs, by the names that scenarios and the command line give them.
const (
	// MonteCarlo takes every number at random from the [Stream] of its name: no
	// name changes the numbers of another.
	MonteCarlo = "monte-carlo"
	// LatinHypercube cuts the range of every name into as many strata as a
	// replicate has draws, and has one draw in each: M. D. McKay, R. J. Beckman
	// and W. J. Conover, Technometrics 21 (1979) 239–245. All draws must be run.
	// No name changes the numbers of another.
	LatinHypercube = "latin-hypercube"
	// Halton fills the cube evenly as draws go on, with a prime for every name:
	// A. B. Owen, "A randomized Halton algorithm in R" (2017),
	// arXiv:1706.02808. The place of a name in the list counts. Names beyond
	// the 128th are as in [MonteCarlo].
	Halton = "halton"
	// Sobol fills the cube more evenly still, best with a power of two as the
	// number of draws in a replicate: I. M. Sobol', USSR Computational Mathematics and
	// Mathematical Physics 7 (1967) 86–112. The place of a name in the list
	// counts: the first are spread best. Names beyond the 128th are as in
	// [MonteCarlo].
	Sobol = "sobol"
)

// Designs returns the names of all designs.
func Designs() []string { return []string{MonteCarlo, LatinHypercube, Halton, Sobol} }

// Replicates are how many replicates a design usually has: enough for their spread to
// tell the error of their mean to a fifth, and few, for a sequence spreads the better
// the longer it is (A. B. Owen, "Monte Carlo variance of scrambled net quadrature",
// SIAM Journal on Numerical Analysis 34 (1997) 1884–1910; P. L'Ecuyer and C. Lemieux,
// "Recent advances in randomized quasi-Monte Carlo methods", in M. Dror, P. L'Ecuyer and
// F. Szidarovszky (eds.), Modeling Uncertainty (2002) 419–474).
const Replicates = 16

// LeastReplicates and MostReplicates bound how many there may be.
const LeastReplicates, MostReplicates = 4, 64

// Design spreads the draws of an ensemble over the unit cube that has one
// dimension for every uncertain number. It can be used by many workers at once.
type Design interface {
	// Point fills u, one number in (0, 1) for each name, with the point of a
	// draw, which must be below the number of draws. It is a pure function of
	// the seed, the draw, the names, the number of replicates and, in a Latin
	// hypercube, the number of draws.
	//
	// Under another seed the point is independent, and on average over seeds it
	// is anywhere in the cube with equal probability, in every design.
	Point(draw uint64, u []float64)
}

// mostDraws is how many draws a design can tell apart: Sobol' points have 32
// binary digits.
const mostDraws = 1 << 32

// NewDesign returns the named design of 1 to 2^32 draws, with a dimension for
// every name. The draws belong to the replicates in turn: draw d is the point d/replicates
// of replicate d mod replicates. Each replicate is the design made at random anew, so
// that what one of them finds is independent of what the others do; within one, draws
// are not. The draws of [MonteCarlo] are independent each, and replicates are nothing
// to it.
func NewDesign(design string, seed, draws, replicates uint64, names []string) (Design, error) {
	if draws < 1 || draws > mostDraws {
		return nil, fmt.Errorf("design of %d draws, expected from 1 to %d", draws, uint64(mostDraws))
	}
	if replicates < 1 || replicates > MostReplicates {
		return nil, fmt.Errorf("design of %d replicates, expected from 1 to %d", replicates, MostReplicates)
	}
	met := make(map[string]bool, len(names))
	for _, name := range names {
		if met[name] {
			return nil, fmt.Errorf("design: %q is given twice, expected names that differ", name)
		}
		met[name] = true
	}
	switch design {
	case MonteCarlo:
		return newMonteCarlo(seed, names), nil
	case LatinHypercube:
		return newLatinHypercube(seed, draws, replicates, names), nil
	case Halton:
		return newHalton(seed, replicates, names), nil
	case Sobol:
		return newSobol(seed, replicates, names), nil
	}
	return nil, fmt.Errorf("there is no design %q, expected one of %q", design, Designs())
}

// split returns the names that fit into a design of limited dimension, and the
// streams of the others.
func split(seed uint64, names []string, dimensions int) ([]string, monteCarlo) {
	within := min(len(names), dimensions)
	return slices.Clone(names[:within]), newMonteCarlo(seed, names[within:])
}

// designNumbers returns the random numbers that a replicate of a design has for a
// name, which are not those of the name's own stream.
func designNumbers(design string, seed, replicate uint64, name string) Numbers {
	return NewStream(seed, design+" design of "+name).At(replicate)
}

// monteCarlo is the design of that name.
type monteCarlo []Stream

func newMonteCarlo(seed uint64, names []string) monteCarlo {
	d := make(monteCarlo, len(names))
	for i, name := range names {
		d[i] = NewStream(seed, name)
	}
	return d
}

// Point implements [Design].
func (d monteCarlo) Point(draw uint64, u []float64) {
	u = u[:len(d)]
	for i := range d {
		u[i] = d[i].Float64(draw)
	}
}
