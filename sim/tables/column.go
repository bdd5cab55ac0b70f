package tables

import (
	"fmt"
	"reflect"
)

// Type is the kind of value a column holds, named as in the Frictionless
// Table Schema.
type Type string

// The column types.
const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Boolean Type = "boolean"
	Month   Type = "yearmonth" // 2024-01
)

// Column describes one column of a table.
type Column struct {
	Name        string // as in the header; a physical quantity ends in its unit
	Type        Type
	Unit        string // empty for names and ratios
	Description string
}

func (c Column) numeric() bool { return c.Type == Number || c.Type == Integer }

func (c Column) described() Column { return c }

// TextColumn is a column of texts.
type TextColumn struct{ Column }

// Of returns the cells of the column in a table. It panics where the table has no such
// column, as those that New and ReadCSV return for its schema always have.
func (c TextColumn) Of(t *Table) []string { return t.textOf(t.index(c.Column)) }

// MonthColumn is a column of months such as 2024-01, empty for none.
type MonthColumn struct{ TextColumn }

// BooleanColumn is a column of the texts true and false, empty for neither.
type BooleanColumn struct{ TextColumn }

// True reports whether a cell of the column says so.
func (c BooleanColumn) True(t *Table, row int) bool { return c.Of(t)[row] == "true" }

// NumberColumn is a column of numbers, whole or not.
type NumberColumn struct{ Column }

// Of returns the cells of the column in a table, NaN where one is empty. It panics where
// the table has no such column, as those that New and ReadCSV return for its schema
// always have.
func (c NumberColumn) Of(t *Table) []float64 { return t.numbersOf(t.index(c.Column)) }

func (t *Table) index(c Column) int {
	for i := range t.Schema.Columns {
		if t.Schema.Columns[i].Name == c.Name && t.Schema.Columns[i].Type == c.Type {
			return i
		}
	}
	panic(fmt.Sprintf("tables: %s has no column %s of type %s", t.Schema.Name, c.Name, c.Type))
}

func text(name, description string) TextColumn {
	return TextColumn{Column{name, String, "", description}}
}

func month(name, description string) MonthColumn {
	return MonthColumn{TextColumn{Column{name, Month, "", description}}}
}

func boolean(name, description string) BooleanColumn {
	return BooleanColumn{TextColumn{Column{name, Boolean, "", description}}}
}

func integer(name, description string) NumberColumn {
	return NumberColumn{Column{name, Integer, "", description}}
}

func number(name, unit, description string) NumberColumn {
	return NumberColumn{Column{name, Number, unit, description}}
}

// define gives the schema of a table its columns: the fields of the structure that holds
// them, in their order.
func define[T Described](table T) T {
	table.Describe().Columns = columnsIn(reflect.ValueOf(table))
	return table
}

func columnsIn(group reflect.Value) []Column {
	var out []Column
	for i := range group.NumField() {
		switch field := group.Field(i).Interface().(type) {
		case *Schema:
		case interface{ described() Column }:
			out = append(out, field.described())
		default:
			out = append(out, columnsIn(group.Field(i))...)
		}
	}
	return out
}
