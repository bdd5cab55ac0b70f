// Package calibration finds which parameters a model could have, given what was observed
// and how far observations and model may be off.
//
// A [Problem] has parameters with priors, targets with the error of the observation and the
// discrepancy of the model, and a simulator. [Problem.Match] rules out what cannot be, in waves
// of history matching; [Problem.Posterior] weighs what is left. [Problem.Learnt] says
// which parameters the targets tell anything about.
//
// Everything is a pure function of the problem and its seed: points are simulated in
// chunks by any number of workers, and a journal keeps the chunks of a run that is
// interrupted. It imports sim/random, sim/score, sim/sheet and model/portable.
package calibration
