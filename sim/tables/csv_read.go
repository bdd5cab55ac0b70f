package tables

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"

	"corridor/model/calendar"
)

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
	header, err := in.Read()
	if err == io.EOF {
		return nil, fmt.Errorf("%s: the file is empty, expected a header of %d columns", s.File(), len(s.Columns))
	}
	if err != nil {
		return nil, s.unreadable(err, header)
	}
	if err := s.checkHeader(header); err != nil {
		return nil, fmt.Errorf("%s:1: %w", s.File(), err)
	}
	t := New(s)
	for {
		record, err := in.Read()
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return nil, s.unreadable(err, record)
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

// unreadable puts the place into an error of the form of CSV.
func (s *Schema) unreadable(err error, record []string) error {
	var wrong *csv.ParseError
	switch {
	case !errors.As(err, &wrong):
		return fmt.Errorf("%s: %w", s.File(), err)
	case errors.Is(err, csv.ErrFieldCount):
		return fmt.Errorf("%s:%d: the row has %d cells, expected %d", s.File(), wrong.Line, len(record), len(s.Columns))
	case errors.Is(err, csv.ErrBareQuote):
		return fmt.Errorf("%s:%d:%d: a quotation mark within a cell that does not begin with one", s.File(), wrong.Line, wrong.Column)
	case errors.Is(err, csv.ErrQuote):
		return fmt.Errorf("%s:%d:%d: a quotation mark too many, or none at the end of a cell", s.File(), wrong.Line, wrong.Column)
	}
	return fmt.Errorf("%s:%d:%d: %w", s.File(), wrong.Line, wrong.Column, wrong.Err)
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
		if err := c.checkText(cell); err != nil {
			return err
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
		if c.Type == Integer && v != math.Trunc(v) {
			return fmt.Errorf("%.60q is not a whole number", cell)
		}
	}
	t.numbers[i] = append(t.numbers[i], v)
	return nil
}

func (c Column) checkText(cell string) error {
	if r, found := FirstSteering(cell); found {
		return fmt.Errorf("a text cannot have the control character %U", r)
	}
	switch {
	case cell == "":
	case c.Type == Boolean && cell != "true" && cell != "false":
		return fmt.Errorf("%.60q is neither true nor false", cell)
	case c.Type == Month:
		_, err := calendar.ParseMonth(cell)
		return err
	}
	return nil
}
