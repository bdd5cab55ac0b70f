// Package random draws the uncertain numbers of an ensemble.
//
// A draw, one possible future, is a number from 0 up. Everything here is a pure
// function of (seed, draw, name): no generator has a state that one draw leaves
// to the next, so that draws can be computed in any order, by any number of
// workers, and again after an interruption, with the same bits.
//
//   - A [Stream] holds the uniform numbers of one named thing.
//   - A [Distribution] turns a uniform number into a value, by its quantile.
//   - A [Design] spreads the draws over the unit cube of all uncertainties at
//     once: at random, or more evenly than chance would, in replicates that are
//     independent of each other.
//   - A [Copula] makes the uniform numbers of a draw depend on each other.
//
// Products that meet + or − are rounded on their own, and exp, log and the
// normal distribution come from package portable, so that the bits are the same
// on every processor. That is why the incomplete beta function and its inverse, the
// Cholesky factors and the points of the designs are our own and not gonum's, whose last
// bits depend on the processor; the tests hold them against gonum's.
//
// [NewDesign] is where to begin. It imports model/portable.
package random
