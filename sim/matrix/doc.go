// Package matrix compares runs of one scenario under pairs of overlays: what grows, and
// what is invested.
//
// The entry point is [New]; [Matrix.Add] adds the row of one run. It is an analysis of
// finished runs, which reads their results alone: so it stands beside sim and not in it,
// and not in sim/ensemble, as nothing is drawn.
//
// It imports sim, sim/tables, sim/stats, sim/findings and model/calendar.
package matrix
