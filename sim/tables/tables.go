package tables

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Table holds the rows of one table, column by column. Text columns keep their
// text; numeric columns keep float64, with NaN for an empty cell.
type Table struct {
	Schema  *Schema
	text    [][]string
	numbers [][]float64
	rows    int
	over    *overflow // nil where all rows are held, in text and numbers
}

// New returns an empty table of a schema.
func New(of Described) *Table {
	s := of.Describe()
	return &Table{
		Schema:  s,
		text:    make([][]string, len(s.Columns)),
		numbers: make([][]float64, len(s.Columns)),
	}
}

// Len returns the number of rows.
func (t *Table) Len() int { return t.rows }

// Grow makes room for so many more rows: a table of known length takes no more than it needs.
func (t *Table) Grow(rows int) {
	if t.over != nil {
		rows = min(rows, heldRows)
	}
	for i, c := range t.Schema.Columns {
		if c.numeric() {
			t.numbers[i] = slices.Grow(t.numbers[i], rows)
		} else {
			t.text[i] = slices.Grow(t.text[i], rows)
		}
	}
}

// Append adds one row, one cell per column in the order of the schema. A
// numeric cell may be an int, a float64 or nil (empty). It panics when the
// cells do not fit the schema, which only a mistake in this program can cause.
func (t *Table) Append(cells ...any) {
	if len(cells) != len(t.Schema.Columns) {
		panic(fmt.Sprintf("tables: %s has %d columns, got %d cells", t.Schema.Name, len(t.Schema.Columns), len(cells)))
	}
	for i, cell := range cells {
		column := t.Schema.Columns[i]
		switch v := cell.(type) {
		case nil:
			if column.numeric() {
				t.numbers[i] = append(t.numbers[i], math.NaN())
			} else {
				t.text[i] = append(t.text[i], "")
			}
		case string:
			t.mustBe(column, !column.numeric(), v)
			t.text[i] = append(t.text[i], v)
		case bool:
			t.mustBe(column, column.Type == Boolean, v)
			t.text[i] = append(t.text[i], strconv.FormatBool(v))
		case int:
			t.mustBe(column, column.numeric(), v)
			t.numbers[i] = append(t.numbers[i], float64(v))
		case float64:
			t.mustBe(column, column.Type == Number, v)
			t.numbers[i] = append(t.numbers[i], v)
		default:
			panic(fmt.Sprintf("tables: %s.%s cannot hold a %T", t.Schema.Name, column.Name, cell))
		}
	}
	t.ended()
}

// AppendCells adds one row, given by its texts and its numbers, each in the order of their
// columns, NaN for an empty number. It is for tables of many rows: it does what Append does
// and allocates nothing for a cell. It panics when there are too few or too many.
func (t *Table) AppendCells(texts []string, numbers ...float64) {
	text, number := 0, 0
	for i := range t.Schema.Columns {
		if t.Schema.Columns[i].numeric() {
			t.numbers[i] = append(t.numbers[i], numbers[number])
			number++
		} else {
			t.text[i] = append(t.text[i], texts[text])
			text++
		}
	}
	if text != len(texts) || number != len(numbers) {
		panic(fmt.Sprintf("tables: %s has %d texts and %d numbers, got %d and %d", t.Schema.Name, text, number, len(texts), len(numbers)))
	}
	t.ended()
}

// ended counts a row that was added.
func (t *Table) ended() {
	t.rows++
	if o := t.over; o != nil && t.rows-o.rows == heldRows {
		o.write(t)
	}
}

func (t *Table) mustBe(c Column, ok bool, v any) {
	if !ok {
		panic(fmt.Sprintf("tables: %s.%s is a %s, got %v", t.Schema.Name, c.Name, c.Type, v))
	}
}

// Text returns the cells of a text, month or boolean column by its name. It panics when
// there is no such column. Where the column is known, its own Of reads it.
func (t *Table) Text(column string) []string { return t.textOf(t.named(column, false)) }

// Numbers returns the cells of a numeric column by its name, NaN where a cell is empty. It
// panics when there is no such column. Where the column is known, its own Of reads it.
func (t *Table) Numbers(column string) []float64 { return t.numbersOf(t.named(column, true)) }

func (t *Table) named(name string, numeric bool) int {
	i := slices.IndexFunc(t.Schema.Columns, func(c Column) bool { return c.Name == name })
	if i < 0 || t.Schema.Columns[i].numeric() != numeric {
		panic(fmt.Sprintf("tables: %s has no column %q of that kind", t.Schema.Name, name))
	}
	return i
}

// Finite is the cell for a number, empty where it is infinite or none.
func Finite(v float64) any {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return nil
	}
	return v
}

// AppendAll adds the rows of another table of the same schema.
func (t *Table) AppendAll(o *Table) {
	if t.over != nil {
		panic("tables: rows come one by one to a table that writes them as they come")
	}
	for i, c := range t.Schema.Columns {
		if c.numeric() {
			t.numbers[i] = append(t.numbers[i], o.numbersOf(i)...)
		} else {
			t.text[i] = append(t.text[i], o.textOf(i)...)
		}
	}
	t.rows += o.rows
}

// Where returns the rows for which keep is true.
func (t *Table) Where(keep func(row int) bool) *Table {
	out := New(t.Schema)
	for row := range t.rows {
		if !keep(row) {
			continue
		}
		for i, c := range t.Schema.Columns {
			if c.numeric() {
				out.numbers[i] = append(out.numbers[i], t.numbersOf(i)[row])
			} else {
				out.text[i] = append(out.text[i], t.textOf(i)[row])
			}
		}
		out.rows++
	}
	return out
}
