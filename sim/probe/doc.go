// Package probe asks futures of a corridor for metrics, and asks them again with something
// otherwise: without a project, with another figure, at another point of a design.
//
// The entry point is [Probe]: the expected future, or a draw of an ensemble with the same bits
// that the ensemble has. All analyses that simulate futures one by one stand on it.
//
// It imports model and its calendar, sim, sim/economics, sim/ensemble and sim/tables.
package probe
