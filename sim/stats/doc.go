// Package stats summarises a metric over many draws in bounded memory, so that
// summaries of parts merge into the summary of the whole.
//
// Every part of a [Summary] is exact integer arithmetic on the bits of the
// values: counts, minimum and maximum, the sums of values and of squares, and
// the counts of a quantile sketch. Merging is therefore associative and
// commutative to the last bit: however a number of draws is cut into chunks and
// shards, the merged summary, its encoding and every figure taken from it are
// the same. Only the figures themselves are rounded:
//
//   - mean and variance are the exact rational numbers, rounded once;
//   - minimum and maximum are exact;
//   - a quantile is within one part in 1024 (0.098 %) of the exact type-7
//     quantile, and within 2^-40 where it is smaller than that, as long as the
//     values meet at most 128 pages of an eighth of an octave: always when they
//     lie within a factor of 50 000 of each other. Beyond that the resolution
//     halves until they fit; [Summary.Resolution] tells it, and it is never
//     worse than a quarter.
//
// Where draws are not independent but those of independent replicates of a design are,
// a set keeps counts and sums of each replicate apart, and the quantile sketch where it
// is asked to, which merge as exactly; precision then follows from their spread.
//
// Values that are NaN or infinite are counted apart and enter nothing else.
//
// Quantiles of the normal distribution and of Student's are our own, as their last bits
// reach files and must be the same everywhere; the tests hold what is computed here
// against gonum/stat.
//
// [NewSet] is where to begin: a summary of each metric in each period, to which [Set.Add] adds
// a draw. It imports model/portable and sim/tables.
//
// A summary takes about 0.4 kB and 0.26 kB for every page met: 2 kB for a metric
// that stays within a factor of 1.5, 5 to 7 kB for one that spreads over three
// octaves, at most 36 kB, however many the draws, and some 0.2 kB for every replicate.
package stats
