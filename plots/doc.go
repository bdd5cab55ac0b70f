// Package plots draws result tables as charts for print and screen.
//
// Charts are drawn from the tables of a run and what travels with them, never
// from the model, so that an old run can be drawn again. The same tables give
// the same bytes.
//
// [Charts] lists what can be drawn of one run, [Comparisons] what can be drawn of
// several; [Lookup] finds a chart by its name, [Chart.DrawAs] draws it and
// [Figure.Write] writes it. There is a file for each chart, and a chart of several files
// begins each name with its own.
//
// The package may import sim/tables and sim/findings and its own rooms, which know less
// the further down they stand:
//
//	page    what all charts share: layout, theme, axes, legends, marks
//	series  what charts read from tables, checked
//	words   how each language writes texts, numbers and months
//	ink     letters, lines and the files they are written to
package plots
