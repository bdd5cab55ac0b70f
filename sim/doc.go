// Package sim simulates one future of a corridor: it steps the model month by month and
// writes what happens into result tables.
//
// The entry point is [Run.Run], which returns a [Result]. [Accounts] gather the months of
// any future into the figures of its years. Many futures are in [corridor/sim/ensemble].
//
// It imports model and its rooms, sim/tables, sim/findings and, for sums, sim/stats.
package sim
