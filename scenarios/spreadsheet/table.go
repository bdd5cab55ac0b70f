package spreadsheet

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"corridor/scenarios/text"
)

// Table is a sheet: a row of headings, and the rows below it that are not empty.
type Table struct {
	File     *text.File // in which its cells stand
	Headings []*text.Tree
	Rows     [][]*text.Tree // of cells, as many as there are headings, nil where one is empty

	parted rune // its columns, by a comma, a semicolon or a tab; 0 in a workbook
}

// most bounds the bytes of a file, and of each part of a workbook once it is unpacked.
const most = text.MaxShown

// Is reports whether a file of a name is one that can be read.
func Is(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}, strings.ToLower(filepath.Ext(name)))
}

// Read returns a sheet of a file: of a workbook the one of a name, or the first. An error says
// what is wrong with the file and does not name it.
func Read(path, sheet string) (*Table, error) {
	content, err := text.ReadFile(path, most)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(strings.ToLower(filepath.Ext(path)), ".xls") {
		return fromWorkbook(path, content, sheet)
	}
	if sheet != "" {
		return nil, fmt.Errorf("%s is a text and has no sheets such as %s", path, text.Short(sheet))
	}
	return fromText(path, content)
}

// Column returns the index of the column with a heading.
func (t *Table) Column(heading string) (int, error) {
	found := -1
	for i, h := range t.Headings {
		switch {
		case h == nil || h.Text != heading:
		case found >= 0:
			return 0, fmt.Errorf("two columns are called %q, %v and %v", text.Short(heading), t.Headings[found].Position, h.Position)
		default:
			found = i
		}
	}
	if found < 0 {
		return 0, fmt.Errorf("there is no column %q%s", text.Short(heading), text.DidYouMean(heading, t.Names()))
	}
	return found, nil
}

// Names lists the headings, without those that are empty.
func (t *Table) Names() (names []string) {
	for _, h := range t.Headings {
		if h != nil {
			names = append(names, h.Text)
		}
	}
	return names
}

// add takes a row, the first with anything in it as headings. What stands beyond the headings is
// a mistake, which the row of figures one place too far would be otherwise.
func (t *Table) add(row []*text.Tree) error {
	if !slices.ContainsFunc(row, func(cell *text.Tree) bool { return cell != nil }) {
		return nil
	}
	if t.Headings == nil {
		t.Headings = row
		return nil
	}
	for i, cell := range row {
		if cell != nil && (i >= len(t.Headings) || t.Headings[i] == nil) {
			hint := ""
			if t.parted == ',' {
				hint = "; a comma parts columns here: write 1.5, not 1,5"
			}
			return fmt.Errorf("%v: %q stands in a column without a heading%s", cell.Position, text.Short(cell.Text), hint)
		}
	}
	row = append(row, make([]*text.Tree, max(0, len(t.Headings)-len(row)))...)
	t.Rows = append(t.Rows, row[:len(t.Headings)])
	return nil
}

// cell is a value at a place, or nil where it is empty.
func (t *Table) cell(value string, line, column int) (*text.Tree, error) {
	value = strings.TrimSpace(value)
	if value == "" {
		return nil, nil
	}
	at := text.Position{File: t.File, Line: line, Column: column}
	if _, why := text.Unreadable(value); why != "" {
		return nil, fmt.Errorf("%v: %s", at, why)
	}
	return &text.Tree{Position: at, Text: value}, nil
}
