// Package evidence says what each headline figure of a scenario rests on and how it could be
// otherwise: which figures move it, and whether these are published, derived, calibrated or
// assumed; what, once observed, would make it surer; and what would have to be true for the
// opposite of a verdict.
//
// The entry point is [Question.Answer]. It asks the expected future with one figure otherwise,
// as package swings does, and draws of an ensemble.
//
// It imports model, sim, sim/ensemble, sim/findings for what figures are called, sim/hindcast for the
// series that are observed, sim/probe, sim/random, sim/sheet, sim/stats, sim/swings and sim/tables.
package evidence
