// Package sim runs the model over many months and turns what happens into result
// tables.
package sim
