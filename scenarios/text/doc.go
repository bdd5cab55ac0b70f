// Package text reads files in which mistakes are shown where they were made: documents of
// keys and values with the place of each, mistakes as data, and the name nearest to a
// wrong one. It knows nothing of scenarios; specs of charts are read by it too.
//
// It imports sim/tables, for texts that can be shown to people, and the YAML reader. The
// main entry points are Parse, which makes a Tree of a File, and Report, which collects
// what is wrong with it.
package text
