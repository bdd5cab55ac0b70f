// Package swings says what a result hangs on: each uncertain figure of a scenario is put
// to either end of its range, alone, and what the targets ask for is looked at again. A
// verdict that one figure turns within its own range is a verdict on that figure.
//
// The entry points are [Of], whose figures that decide package findings names, and [Future],
// which answers the same of any metric in any year or month, with any figure otherwise.
//
// It imports model and its calendar, sim, sim/ensemble for what an uncertain figure is,
// sim/random and sim/tables.
package swings
