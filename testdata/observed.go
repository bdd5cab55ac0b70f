// Package testdata holds the observed history of the corridor, with sources.
package testdata

import _ "embed"

// Observed is observed.csv: what happened and what was planned, by year, each with
// its source.
//
//go:embed observed.csv
var Observed []byte
