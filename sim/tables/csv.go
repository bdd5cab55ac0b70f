package tables

import (
	"bytes"
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

// Bounds of a table that is read, which may come from anybody.
const (
	mostRows = 4_000_000
	mostLine = 1 << 20 // bytes
)

// ReadCSV reads a table written by WriteCSV, of at most 4 million rows and 1 MiB to a line.
// The header must be the schema's; an error names the line and column it was found at.
func ReadCSV(r io.Reader, of Described) (*Table, error) {
	s := of.Describe()
	in := csv.NewReader(&lines{from: r})
	in.FieldsPerRecord = len(s.Columns)
	header, err := in.Read()
	if err == io.EOF {
		return nil, fmt.Errorf("%s: the file is empty, expected a header of %d columns", s.File(), len(s.Columns))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.File(), err)
	}
	for i, c := range s.Columns {
		if header[i] != c.Name {
			return nil, fmt.Errorf("%s:1: column %d is %q, expected %q", s.File(), i+1, header[i], c.Name)
		}
	}
	t := New(s)
	for {
		record, err := in.Read()
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.File(), err)
		}
		if t.rows == mostRows {
			return nil, fmt.Errorf("%s has more than %d rows", s.File(), mostRows)
		}
		for i, c := range s.Columns {
			if err := t.read(i, c, record[i]); err != nil {
				line, column := in.FieldPos(i)
				return nil, fmt.Errorf("%s:%d:%d: %s: %w", s.File(), line, column, c.Name, err)
			}
		}
		t.rows++
	}
}

// lines passes on what it reads, and ends with an error where a line is too long.
type lines struct {
	from   io.Reader
	length int // of the line so far
}

func (l *lines) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	if i := bytes.LastIndexByte(p[:n], '\n'); i >= 0 {
		l.length = n - i - 1
	} else if l.length += n; l.length > mostLine {
		return 0, fmt.Errorf("a line of more than %d bytes", mostLine)
	}
	return n, err
}

func (t *Table) read(i int, c Column, cell string) error {
	if !c.numeric() {
		if r, found := FirstSteering(cell); found {
			return fmt.Errorf("the control character %U is no part of a text", r)
		}
		t.text[i] = append(t.text[i], unquoted(cell))
		return nil
	}
	v := math.NaN()
	if cell != "" {
		var err error
		if v, err = strconv.ParseFloat(cell, 64); err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("%.60q is not a finite number", cell)
		}
	}
	t.numbers[i] = append(t.numbers[i], v)
	return nil
}
