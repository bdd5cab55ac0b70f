// Package explorer is a corridor that levers move: the numbers and words of a scenario in a
// compact file, for a program that has no scenario language, such as the one in a browser.
//
// [Corridor] is what stands in the file, [Append] writes it and [Read] reads it. [NewMachine]
// returns what runs it: [Machine.Run] sets the levers, simulates, and finds the figures that
// corridor run has in its tables, bit for bit; [Machine.Fan] is the ensemble with the levers
// where they stand. A lever is data, the places of numbers in the corridor with what they are
// at each of its positions: to move it reads nothing and compiles nothing.
//
// It imports model and its rooms, sim and its rooms economics, ensemble, random and tables.
package explorer
