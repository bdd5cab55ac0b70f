// Package large makes scenarios of any size, to see how costs grow with what is asked for:
// copies of a network side by side, grids to find ways on, many markets, many months. It is
// for tests and benchmarks; no program imports it. It imports scenarios/text. SideBySide is
// where to begin.
package large
