// Package hindcast asks what the model would have said, and sets it beside what
// happened and beside the forecasts anyone can make.
//
// The entry point is [Hindcast.Run]. Parameters are fitted on some years and judged on
// others. A run for an origin year is given the potentials up to that year and nothing
// after it; what rivals charged and how the sea stood is taken as it was, so a forecast is
// conditional on them. [Experiments] and [Studies] compare the model with what a change
// did and with what others found, [Reasons] says what held the corridor back.
//
// [Setup], [Parameter], [Experiment] and [StudyFigure] hold no runs: a scenario has them
// as they are, and the runs are handed in beside them.
//
// It imports sim, sim/tables and model. The search is our own because what it finds goes
// into files, and must be the same bits everywhere.
package hindcast
