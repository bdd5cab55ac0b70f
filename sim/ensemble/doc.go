// Package ensemble simulates many futures of a corridor, or of several alternatives that
// meet the same futures, and counts and summarises what comes of them.
//
// The entry point is [Ensemble.Run], which returns a [Tally]; [Ensemble.Tables] and
// [Ensemble.Differences] write it out, and [Ensemble.Draw] returns one future to be run
// alone. The work is cut into chunks, each a pure function of the ensemble and its
// number, which are merged in order: so the result depends neither on the number of
// workers nor on interruptions ([corridor/sim/journal]) and shards.
//
// It imports sim and its rooms random, stats, journal, sheet, tables and findings, and model.
package ensemble
