// Package model is the corridor itself and one month of its life: segments with
// capacities, markets with a potential, routes that shippers choose, and the
// allocation of what they offer to what can pass. New lays a Corridor out as a Model,
// and Model.Step moves a State on by a month and says what came of it, as an Outcome.
//
// It is made of pure functions on plain values. It does no input or output, reads no
// clock and holds no randomness. Mass is in Mt (million tonnes), money in USD of 2025,
// time in days, capacity in Mt per year unless a name says otherwise. What is said to be
// by segment, flow, market, project or month is a slice with an element for each, in the
// order of the Corridor, and flows are in the order of Model.Flows. Each equation stands in
// the file of its name; README.md in this directory describes the whole in the ODD form and
// lists which function of which file an equation is.
//
// It imports its own rooms and the standard library alone: calendar (months), portable
// (exp, log and pow of the same bits everywhere), fill (fair sharing), network (paths and
// the split of shares, for those who make corridors) and bitset (sets of what has changed).
//
// Every product that meets a sum is written float64(a*b), which keeps a compiler
// from fusing the two: results are the same bits on every architecture.
//
// Where the toolchain has vectors, ModelLanes is several models side by side. Files that end in
// _lanes.go are written from those without by corridor/cmd/lanes, so that an equation is written
// once; those that begin with lanes_ are what is written by hand. A lane has the bits of the
// future by itself.
package model

//go:generate go run ../cmd/lanes
