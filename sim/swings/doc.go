// Package swings says what a result hangs on: each uncertain figure of a scenario is put
// to either end of its range, alone, and what the targets ask for is looked at again. A
// verdict that one figure turns within its own range is a verdict on that figure.
//
// The entry point is [Of], whose figures that decide package findings names; [All] does the same
// for any metric that a probe is asked for.
//
// It imports model, sim, sim/ensemble for what an uncertain figure is, sim/findings for what it is
// called, sim/probe, sim/random and sim/tables.
package swings
