package tables

import (
	"encoding/csv"
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
	out := csv.NewWriter(w)
	record := make([]string, len(t.Schema.Columns))
	for i, c := range t.Schema.Columns {
		record[i] = c.Name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for row := range t.rows {
		for i, c := range t.Schema.Columns {
			if !c.numeric() {
				record[i] = quoted(t.text[i][row])
				continue
			}
			v := t.numbers[i][row]
			switch {
			case math.IsInf(v, 0):
				return fmt.Errorf("%s row %d: %s is infinite", t.Schema.Name, row+1, c.Name)
			case math.IsNaN(v):
				record[i] = ""
			default:
				record[i] = FormatNumber(v)
			}
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
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
