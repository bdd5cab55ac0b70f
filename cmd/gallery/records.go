package main

import (
	"fmt"
	"slices"
	"strings"

	"corridor/sim/tables"
)

// record is a row of a table.
type record struct {
	table *tables.Table
	row   int
}

type (
	texts   interface{ Of(*tables.Table) []string }
	numbers interface{ Of(*tables.Table) []float64 }
)

func (r record) text(column texts) string      { return column.Of(r.table)[r.row] }
func (r record) number(column numbers) float64 { return column.Of(r.table)[r.row] }

// condition is what a row is looked for by.
type condition struct {
	value string // for a message
	holds func(record) bool
}

func is(column texts, value string) condition {
	return condition{value, func(r record) bool { return r.text(column) == value }}
}

func in(column numbers, value float64) condition {
	return condition{fmt.Sprint(value), func(r record) bool { return r.number(column) == value }}
}

// find returns the first row for which the conditions hold.
func find(t *tables.Table, where ...condition) (record, error) {
	for row := range t.Len() {
		r := record{t, row}
		if !slices.ContainsFunc(where, func(c condition) bool { return !c.holds(r) }) {
			return r, nil
		}
	}
	var values []string
	for _, c := range where {
		values = append(values, c.value)
	}
	return record{}, fmt.Errorf("%s has no row for %s", t.Schema.File(), strings.Join(values, ", "))
}
