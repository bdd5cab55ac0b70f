// Package draws keeps every draw of an ensemble in a Parquet file, and in CSV: a row for
// each future, with what was drawn for it and what came of it. No other package but
// sim/tables/columnar knows of Parquet.
//
// The entry points are [NewWriter], [NewCSVWriter] and [NewReader]. It imports sim/tables,
// for how numbers are written.
//
// The same rows give the same bytes. Rows are in the order of the draws, however they
// were computed, in groups that are bounded in size, so that writing takes the same
// memory for any number of draws.
package draws
