// Package hindcast asks what the model would have said, and sets it beside what
// happened and beside the forecasts anyone can make.
//
// Parameters are fitted on some years and judged on others. A run for an origin
// year is given the potentials up to that year and nothing after it; what rivals
// charged and how the sea stood is taken as it was, so a forecast is conditional on
// them.
package hindcast
