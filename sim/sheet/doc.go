// Package sheet computes tables of numbers, row by row on several workers, and keeps what is
// done in a journal, so that an interrupted analysis goes on from there.
//
// The entry point is [Sheet.Fill]. A row is a pure function of its number, so what comes out
// depends neither on how many work nor on interruptions. What a row is, the values of a future
// or of a point of a design, is the caller's.
//
// It imports nothing of ours; [corridor/sim/journal.Journal] is a [Journal].
package sheet
