// Package model is the corridor itself and one month of its life: segments with
// capacities, markets with a potential, routes that shippers choose, and the
// allocation of what they offer to what can pass.
//
// It is made of pure functions on plain values. It does no input or output,
// reads no clock and holds no randomness. Mass is in Mt (million tonnes), money
// in USD of 2025, time in days, capacity in Mt per year unless a name says
// otherwise. Each equation stands in the file of its name; README.md in this
// directory describes the whole in the ODD form.
//
// Every product that meets a sum is written float64(a*b), which keeps a compiler
// from fusing the two: results are the same bits on every architecture.
package model
