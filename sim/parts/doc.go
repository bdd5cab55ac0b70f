// Package parts says what each part of a corridor carries, holds back, turns away and costs
// by year, part being a segment, market, cargo class, country, place or project, and where a
// difference between two corridors comes from.
//
// The entry point is [New], whose [Tally] is told each month of a future, as sim.Run.Watch is;
// [Tally.Contributions] sets two of them side by side, and [Pairs] those of many pairs of futures.
//
// It imports model, model/calendar, sim/stats and sim/tables.
package parts
