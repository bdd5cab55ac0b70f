// Package spec says which charts are asked for, and how: by their names with options that
// hold for all ([Named]), or by a file that says it chart by chart, with titles, labels,
// colours and file names of its own ([Read]; plots/README.md shows one). Either way an
// [Order] is one chart, checked against the tables before any is drawn.
//
// It may import plots, whose charts it orders, sim/tables, and scenarios/text, so that a
// mistake in a file of charts is told as one in a scenario is: all at once, each with its
// place and the nearest valid name.
package spec
