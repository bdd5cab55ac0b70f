package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"corridor/scenarios/text"
)

// fromText reads comma-separated values (RFC 4180), or such with semicolons or tabs, as
// spreadsheet programs of many countries write them: whichever the first line has most of.
func fromText(name string, content []byte) (*Table, error) {
	content, err := unmarked(content)
	if err != nil {
		return nil, err
	}
	t := &Table{File: &text.File{Name: name, Text: string(content)}}
	r := csv.NewReader(bytes.NewReader(content))
	r.Comma, r.FieldsPerRecord = separator(string(content)), -1
	t.parted = r.Comma
	lines := strings.Split(t.File.Text, "\n")
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if at := new(csv.ParseError); errors.As(err, &at) {
			return nil, fmt.Errorf("%v: %w", text.Position{File: t.File, Line: at.Line, Column: at.Column}, at.Err)
		} else if err != nil {
			return nil, err
		}
		row := make([]*text.Tree, len(record))
		for i, value := range record {
			line, column := r.FieldPos(i)
			if row[i], err = t.cell(value, line, inRunes(lines[line-1], column)); err != nil {
				return nil, err
			}
		}
		if err := t.add(row); err != nil {
			return nil, err
		}
	}
}

// unmarked returns a text without the mark that spreadsheet programs begin it with.
func unmarked(content []byte) ([]byte, error) {
	if !utf8.Valid(content) {
		return nil, errors.New("it is not UTF-8 text; save it in that encoding")
	}
	return bytes.TrimPrefix(content, []byte("\ufeff")), nil
}

// separator is what a text has most of in its first line that is not empty, outside quotes.
func separator(content string) rune {
	first := ""
	for line := range strings.Lines(content) {
		if first = line; strings.TrimSpace(line) != "" {
			break
		}
	}
	outside := ""
	for i, part := range strings.Split(first, `"`) {
		if i%2 == 0 {
			outside += part
		}
	}
	best := ','
	for _, r := range ";\t" {
		if strings.Count(outside, string(r)) > strings.Count(outside, string(best)) {
			best = r
		}
	}
	return best
}

// inRunes turns a column of a line in bytes into one in characters.
func inRunes(line string, column int) int { return utf8.RuneCountInString(line[:column-1]) + 1 }
