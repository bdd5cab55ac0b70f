// Package hindcast asks what the model would have said, and sets it beside what
// happened and beside the forecasts anyone can make.
//
// The entry point is [Hindcast.Run]. Parameters are fitted on some years and judged on
// others, and origins roll, in two kinds apart: a [Forecast] sees what had become known by the
// end of the origin year, a [Conditional] hindcast is given the rates, water, closures and
// shocks of the years after it too. Neither knows what the corridor carried then. A [Series]
// is measured in its own scope, by years and parts of years. [Experiments] and [Studies] compare the model with what a change
// did and with what others found, [Reasons] says what held the corridor back.
//
// A [Calibrator] asks which parameters the model could have, given what was observed: its [View]s
// measure observations from the months themselves, without tables, as often as it takes.
//
// [Setup], [Parameter], [Experiment] and [StudyFigure] hold no runs: a scenario has them
// as they are, and the runs are handed in beside them.
//
// It imports sim, sim/tables, sim/calibration, sim/score, sim/random, sim/sheet and model. The search is our own because what it finds goes
// into files, and must be the same bits everywhere.
package hindcast
