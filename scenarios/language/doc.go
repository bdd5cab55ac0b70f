// Package language is the scenario language: the keys that a file may have, and what
// follows from them.
//
// The keys stand as data in the files schema*.go: meaning, unit, range and default of
// each. The check, the defaults and the JSON Schema for editors follow from them. The
// files compile*.go make a corridor of what was checked, setter*.go change one number of
// a corridor, merge.go and its neighbours lay one file on another, and warn*.go look for
// what is allowed and can hardly be meant.
//
// It imports model, the rooms of sim that a scenario speaks of, and scenarios/text; it
// reads no files. The main entry points are Lay and Compile; package scenarios is what
// other programs call.
package language
