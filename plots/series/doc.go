// Package series reads from tables what charts draw: the rows of one scenario, columns
// that hold what they may, values by year and by month. [RowsOf] is the main entry
// point. An error names the table, row and column at fault; [Nothing] is one of tables
// that are in order but have nothing to show.
//
// It may import sim/tables and plots/words. Sums are its own and not those of
// gonum/floats, which adds in another order on another processor.
package series
