package spreadsheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"corridor/scenarios/text"
)

// shared is a text of cells, plain or of runs in several fonts.
type shared struct {
	Plain []string `xml:"t"`
	Runs  []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (s shared) String() string {
	all := strings.Join(s.Plain, "")
	for _, r := range s.Runs {
		all += r.Text
	}
	return all
}

// cell is one of a sheet as the workbook has it (ISO/IEC 29500-1, 18.3.1.4).
type cell struct {
	Reference string  `xml:"r,attr"`
	Type      string  `xml:"t,attr"`
	Style     int     `xml:"s,attr"`
	Value     *string `xml:"v"`
	Formula   *string `xml:"f"`
	Inline    shared  `xml:"is"`
}

// isText reports whether it holds a text, which may look like a number.
func (c *cell) isText() bool { return c.Type == "s" || c.Type == "str" || c.Type == "inlineStr" }

// widest is the greatest number of columns that a sheet has.
const widest = 16_384

// table reads the rows of a sheet.
func (b *book) table(file *text.File, part string) (*Table, error) {
	var sheet struct {
		Rows []struct {
			Number int    `xml:"r,attr"`
			Cells  []cell `xml:"c"`
		} `xml:"sheetData>row"`
	}
	if err := b.read(part, &sheet); err != nil {
		return nil, err
	}
	t, line := &Table{File: file}, 0
	for _, r := range sheet.Rows {
		if line++; r.Number > 0 {
			line = r.Number
		}
		var row []*text.Tree
		column := 0
		for _, c := range r.Cells {
			if column++; c.Reference != "" {
				column = columnOf(c.Reference)
			}
			if column < 1 || column > widest {
				return nil, fmt.Errorf("the workbook is broken: it has a cell %q", text.Short(c.Reference))
			}
			made, err := t.cell(b.shown(c), line, column)
			if err != nil {
				return nil, err
			}
			if made != nil {
				made.Quoted = c.isText()
			}
			row = append(row, make([]*text.Tree, max(0, column-len(row)))...)
			row[column-1] = made
		}
		if err := t.add(row); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// columnOf is the number of the column of a cell such as AB12, from 1; 0 where it has none.
func columnOf(reference string) (n int) {
	for _, r := range strings.ToUpper(reference) {
		if r < 'A' || r > 'Z' || n > widest {
			break
		}
		n = 26*n + int(r-'A') + 1
	}
	return n
}

// shown is what stands in a cell: numbers in all their digits, dates as 2027-03-01, and a
// formula itself where the file does not hold its result.
func (b *book) shown(c cell) string {
	switch {
	case c.Type == "inlineStr":
		return c.Inline.String()
	case c.Value == nil && c.Formula != nil:
		return "=" + *c.Formula
	case c.Value == nil:
		return ""
	case c.Type == "s":
		if i, err := strconv.Atoi(*c.Value); err == nil && i >= 0 && i < len(b.texts) {
			return b.texts[i].String()
		}
		return ""
	case c.Type == "b":
		return map[string]string{"1": "true", "0": "false"}[*c.Value]
	case (c.Type == "" || c.Type == "n") && c.Style >= 0 && c.Style < len(b.styles) && b.styles[c.Style].date:
		return b.first.date(*c.Value)
	}
	return *c.Value
}

// epoch is the day that the dates of a workbook are counted from.
type epoch bool

// macintosh is the epoch of workbooks that count from 1904.
const macintosh epoch = true

// lastDay is 9999-12-31, the last that a cell can have.
const lastDay = 2_958_465

// date is the day of a number of days, in which the hours are left out.
func (e epoch) date(days string) string {
	n, err := strconv.ParseFloat(days, 64)
	if err != nil || n < 0 || n > lastDay {
		return days
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if e == macintosh {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return first.AddDate(0, 0, int(math.Floor(n))).Format(time.DateOnly)
}
