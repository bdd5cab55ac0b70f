// Package columnar writes result tables as Parquet, column by column with their types, for
// programs that read many tables: DuckDB, Arrow, pandas, R.
//
// The entry point is [Write]. It imports sim/draws, whose files are Parquet too, and sim/tables.
package columnar
