package tables

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// FormatNumber writes v in the shortest form that reads back to the same bits,
// without an exponent in the range people read.
func FormatNumber(v float64) string {
	if v == 0 {
		return "0" // also for -0
	}
	if a := math.Abs(v); a >= 1e-6 && a < 1e15 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// WriteCSV writes the table with its header. A number that is infinite is an
// error that names its cell; NaN is written as an empty cell. A text that begins
// like a formula stands behind an apostrophe.
func (t *Table) WriteCSV(w io.Writer) error {
	out := newCSVWriter(w, t.Schema)
	if err := out.header(); err != nil {
		return err
	}
	text, numbers := make([][]string, len(t.text)), make([][]float64, len(t.numbers))
	for i, c := range t.Schema.Columns {
		if c.numeric() {
			numbers[i] = t.numbersOf(i)
		} else {
			text[i] = t.textOf(i)
		}
	}
	if err := errors.Join(out.rows(text, numbers), t.over.err()); err != nil {
		return err
	}
	return out.flush()
}

// csvWriter writes rows of a table, one after the other.
type csvWriter struct {
	schema  *Schema
	to      *csv.Writer
	record  []string
	written int // rows
}

func newCSVWriter(w io.Writer, s *Schema) *csvWriter {
	return &csvWriter{schema: s, to: csv.NewWriter(w), record: make([]string, len(s.Columns))}
}

func (o *csvWriter) header() error {
	for i, c := range o.schema.Columns {
		o.record[i] = c.Name
	}
	return o.to.Write(o.record)
}

// rows writes rows, column by column of texts and of numbers.
func (o *csvWriter) rows(text [][]string, numbers [][]float64) error {
	for row := range max(len(text[0]), len(numbers[0])) {
		o.written++
		for i, c := range o.schema.Columns {
			if !c.numeric() {
				o.record[i] = quoted(text[i][row])
				continue
			}
			v := numbers[i][row]
			switch {
			case math.IsInf(v, 0):
				return fmt.Errorf("%s row %d: %s is infinite", o.schema.Name, o.written, c.Name)
			case math.IsNaN(v):
				o.record[i] = ""
			default:
				o.record[i] = FormatNumber(v)
			}
		}
		if err := o.to.Write(o.record); err != nil {
			return err
		}
	}
	return nil
}

func (o *csvWriter) flush() error {
	o.to.Flush()
	return o.to.Error()
}

// A spreadsheet takes a cell that begins with one of these for a formula, quotes around it
// or not (OWASP, CSV Injection). An apostrophe before it makes it a text.
const formula = "=+-@\t\r＝＋－＠"

// quoted puts an apostrophe before a text that a spreadsheet would take for a formula, and
// before one that begins with an apostrophe, so that none is lost on reading.
func quoted(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); text != "" && (first == '\'' || strings.ContainsRune(formula, first)) {
		return "'" + text
	}
	return text
}

// unquoted takes the apostrophe away again.
func unquoted(cell string) string { return strings.TrimPrefix(cell, "'") }
