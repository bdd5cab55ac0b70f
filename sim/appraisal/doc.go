// Package appraisal says what each project and measure of a scenario brings: alone, to all the
// others, in the mean over the orders in which they may come, and what a year's delay of it
// takes away.
//
// The entry point is [Question.Answer]. Under it [Game] is a cooperative game, of players who
// bring something together, in one future after the other.
//
// It imports model, sim, sim/economics, sim/ensemble, sim/probe, sim/random, sim/sheet, sim/stats and
// sim/tables.
package appraisal
