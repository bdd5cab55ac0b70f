// Package tables holds the result tables of a run: tidy CSV with a header, one
// row per observation, the unit of every number in its column's name.
//
// A table is written so that the same values always give the same bytes, and
// read back to the same values. Charts, pages and findings are made from these tables
// alone.
//
// Every table is described once, by a value such as [Segments], whose fields are its
// columns: tables.Segments.HeldBackMt.Of(t) are the cells of one. The header of the file,
// what is checked on reading, datapackage.json and the names of Parquet columns follow
// from it. What readers are shown of a metric, its label, units, scale and digits, stands
// with its column, see [MetricColumn].
//
// [Table.WriteAsItComes] is for tables of many rows: they go to their file as they come, and
// columns are read again from the disk for whoever asks.
//
// [ReadDir] reads what a run directory holds, and New and Append make a table.
//
// The package imports model for what counts as rounding, and model/calendar.
package tables
