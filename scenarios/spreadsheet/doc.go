// Package spreadsheet reads tables that planners keep their figures in: CSV as spreadsheet
// programs write it, and sheets of xlsx workbooks (ISO/IEC 29500). Each cell comes as a value of
// a file with its place, so that a mistake in it is shown where it was made.
//
// The entry point is [Read]. Nothing is computed: of a formula the result counts that the file
// holds.
//
// The workbooks are read with the standard library, since of the two that were tried one makes
// the program a fifth larger, and the other reads a sheet that breaks off as one that is
// shorter.
//
// It imports scenarios/text.
package spreadsheet
