// Package jsonschema writes the JSON Schema (draft 2020-12) of what programs read, from the Go
// types that are written as JSON: names, types and what may be missing follow from the types
// and their json tags, what a field means and its unit from tags beside these,
//
//	PaidMUSD float64 `json:"paid_musd" doc:"paid by the end of the year" unit:"USD million"`
//
// It imports no other package of ours. The main entry points are Of and Filled.
package jsonschema
