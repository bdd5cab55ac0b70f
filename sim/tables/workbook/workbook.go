// Package workbook writes result tables as a workbook for spreadsheets (ECMA-376, Office Open
// XML). It has a room of its own so that who reads and shows tables need not carry it: the model
// in a browser does not.
//
// The entry point is [Write]. It imports sim/tables, and model/calendar for months as dates.
package workbook

import (
	"archive/zip"
	"bufio"
	"cmp"
	"compress/flate"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// File is the workbook of all tables that may stand beside them.
const File = "tables.xlsx"

// Limits of a worksheet (Microsoft, Excel specifications and limits).
const (
	mostSheetRows = 1 << 20
	longestCell   = 32767
	longestTitle  = 32 // of the note that a heading shows when it is chosen
	longestNote   = 255
)

// Write writes a package as a workbook: a
// sheet of contents with the words of the package, one that describes every column with its unit,
// and one for each table, with a fixed heading, formats of numbers, and months as dates. The same
// package gives the same bytes. A table of more rows than a sheet holds is named among the
// contents, and stands in its file alone.
func Write(w io.Writer, p *tables.Package) error {
	out := &workbook{zip: zip.NewWriter(w)}
	out.zip.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestCompression) })
	out.sheets = []string{"Contents", "Columns"}
	var shown []*tables.Table
	for _, t := range p.Tables {
		if t.Len() < mostSheetRows {
			shown = append(shown, t)
			out.sheets = append(out.sheets, t.Schema.Name)
		}
	}
	out.frame()
	out.contents(p)
	out.columns(p)
	for _, t := range shown {
		out.table(t)
	}
	if out.err != nil {
		return out.err
	}
	return out.zip.Close()
}

// workbook is one that is being written. After an error it writes nothing.
type workbook struct {
	zip    *zip.Writer
	sheets []string
	done   int // sheets
	err    error
}

// firstDay is the first that the format knows.
var firstDay = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// part writes a file of the workbook, at a time that is always the same.
func (b *workbook) part(name string, write func(w *bufio.Writer)) {
	if b.err != nil {
		return
	}
	file, err := b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: firstDay})
	if err != nil {
		b.err = err
		return
	}
	to := bufio.NewWriter(file)
	to.WriteString(xml.Header)
	write(to)
	b.err = cmp.Or(b.err, to.Flush())
}

// frame writes what a workbook has beside its sheets.
func (b *workbook) frame() {
	const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	b.part("[Content_Types].xml", func(w *bufio.Writer) {
		w.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
		fmt.Fprintf(w, `<Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>`, types, types)
		for i := range b.sheets {
			fmt.Fprintf(w, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, types)
		}
		w.WriteString(`</Types>`)
	})
	b.part("_rels/.rels", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`, relations)
	})
	b.part("xl/_rels/workbook.xml.rels", func(w *bufio.Writer) {
		w.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
		for i := range b.sheets {
			fmt.Fprintf(w, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relations, i+1)
		}
		fmt.Fprintf(w, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(b.sheets)+1, relations)
	})
	b.part("xl/workbook.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<workbook xmlns="%s" xmlns:r="%s"><sheets>`, spreadsheet, relations)
		for i, name := range b.sheets {
			fmt.Fprintf(w, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, i+1, i+1)
		}
		w.WriteString(`</sheets></workbook>`)
	})
	b.part("xl/styles.xml", func(w *bufio.Writer) {
		w.WriteString(styleSheet())
	})
}

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// sheet writes a worksheet: the widths of its columns, how many rows stay in place, rows, and what
// comes after them.
func (b *workbook) sheet(widths []int, fixed int, rows func(s *worksheet), after func() string) {
	b.done++
	b.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", b.done), func(w *bufio.Writer) {
		fmt.Fprintf(w, `<worksheet xmlns="%s"><sheetViews><sheetView workbookViewId="0"`, spreadsheet)
		if fixed > 0 {
			fmt.Fprintf(w, `><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`, fixed, fixed+1)
		} else {
			w.WriteString(`/></sheetViews><cols>`)
		}
		for i, width := range widths {
			fmt.Fprintf(w, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
		}
		w.WriteString(`</cols><sheetData>`)
		s := &worksheet{Writer: w}
		rows(s)
		b.err = cmp.Or(b.err, s.err)
		w.WriteString(`</sheetData>` + after() + `</worksheet>`)
	})
}

// worksheet is a sheet whose rows are being written.
type worksheet struct {
	*bufio.Writer
	row, column int
	err         error
}

func (s *worksheet) begin() { s.row, s.column = s.row+1, 0; fmt.Fprintf(s, `<row r="%d">`, s.row) }
func (s *worksheet) end()   { s.WriteString("</row>") }

// text writes a cell with a text, which no spreadsheet takes for a formula. Nothing is an empty cell.
func (s *worksheet) text(text string, style int) {
	s.column++
	if text == "" && style == plainCell {
		return
	}
	for len(text) > longestCell { // in bytes, which are never fewer than what is counted
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	fmt.Fprintf(s, `<c r="%s%d" t="inlineStr" s="%d"><is><t xml:space="preserve">`, columnName(s.column), s.row, style)
	s.err = cmp.Or(s.err, xml.EscapeText(s, []byte(text)))
	s.WriteString(`</t></is></c>`)
}

// number writes a cell with a number, in all its digits; an empty one where there is none.
func (s *worksheet) number(v float64, style int) {
	s.column++
	switch {
	case math.IsInf(v, 0):
		s.err = cmp.Or(s.err, fmt.Errorf("row %d: a number is infinite", s.row-1))
	case !math.IsNaN(v):
		fmt.Fprintf(s, `<c r="%s%d" s="%d"><v>%s</v></c>`, columnName(s.column), s.row, style, tables.FormatNumber(v))
	}
}

// boolean writes a cell that is true or false, or empty.
func (s *worksheet) boolean(text string) {
	s.column++
	switch text {
	case "true", "false":
		fmt.Fprintf(s, `<c r="%s%d" t="b"><v>%d</v></c>`, columnName(s.column), s.row, map[string]int{"true": 1, "false": 0}[text])
	}
}

// columnName is A for 1, Z for 26, AA for 27.
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// contents is the sheet that says what the workbook is of and what is in it.
func (b *workbook) contents(p *tables.Package) {
	var links strings.Builder
	b.sheet([]int{18, 44, 90, 12}, 0, func(s *worksheet) {
		said := func(name, text string) {
			if text != "" {
				s.begin()
				s.text(name, headingCell)
				s.text(text, plainCell)
				s.end()
			}
		}
		said("Title", p.Title)
		said("Scenario", p.Name)
		said("Question", p.Description)
		said("Remarks", p.Remarks)
		if p.Seed != nil {
			said("Seed", strconv.FormatUint(*p.Seed, 10))
		}
		if p.Figures > 0 {
			said("Figures", fmt.Sprintf("%d of %d are assumed or derived, not published", p.Assumptions, p.Figures))
		}
		said("Program", p.Program)
		s.begin()
		s.end()
		s.begin()
		for _, name := range []string{"Sheet", "Title", "Description", "Rows"} {
			s.text(name, headingCell)
		}
		s.end()
		for _, t := range p.Tables {
			s.begin()
			description := t.Schema.Description
			if t.Len() >= mostSheetRows {
				s.text("", plainCell)
				description = strings.TrimSpace(fmt.Sprintf("In %s alone: it has more rows than a sheet holds. ", t.Schema.File()) + description)
			} else {
				s.text(t.Schema.Name, linkCell)
				fmt.Fprintf(&links, `<hyperlink ref="A%d" location="'%s'!A1" display="%s"/>`, s.row, t.Schema.Name, t.Schema.Name)
			}
			s.text(t.Schema.Title, plainCell)
			s.text(description, plainCell)
			s.number(float64(t.Len()), wholeCell)
			s.end()
		}
	}, func() string {
		if links.Len() == 0 {
			return ""
		}
		return "<hyperlinks>" + links.String() + "</hyperlinks>"
	})
}

// columns is the sheet that describes every column.
func (b *workbook) columns(p *tables.Package) {
	b.sheet([]int{18, 28, 26, 12, 100}, 1, func(s *worksheet) {
		s.begin()
		for _, name := range []string{"Table", "Column", "Unit", "Type", "Description"} {
			s.text(name, headingCell)
		}
		s.end()
		for _, t := range p.Tables {
			for _, c := range t.Schema.Columns {
				s.begin()
				for _, text := range []string{t.Schema.Name, c.Name, c.Unit, string(c.Type), c.Description} {
					s.text(text, plainCell)
				}
				s.end()
			}
		}
	}, func() string { return "" })
}

// table is the sheet of a table. A heading shows its description when it is chosen.
func (b *workbook) table(t *tables.Table) {
	var widths, styles []int
	var notes strings.Builder
	for i, c := range t.Schema.Columns {
		widths, styles = append(widths, widthOf(t, i)), append(styles, cellOf(c))
		title, note := cut(c.Name, longestTitle), cut(strings.TrimSpace(strings.Join([]string{c.Unit, c.Description}, "\n")), longestNote)
		fmt.Fprintf(&notes, `<dataValidation allowBlank="1" showInputMessage="1" sqref="%s1" promptTitle="%s" prompt="%s"/>`, columnName(i+1), escaped(title), escaped(note))
	}
	last := columnName(len(t.Schema.Columns))
	after := fmt.Sprintf(`<autoFilter ref="A1:%s%d"/><dataValidations count="%d">%s</dataValidations>`, last, t.Len()+1, len(t.Schema.Columns), notes.String())
	b.sheet(widths, 1, func(s *worksheet) {
		s.begin()
		for _, c := range t.Schema.Columns {
			s.text(c.Name, headingCell)
		}
		s.end()
		texts, numbers := make([][]string, len(styles)), make([][]float64, len(styles))
		for i, c := range t.Schema.Columns {
			if numeric(c) {
				numbers[i] = t.Numbers(c.Name)
			} else {
				texts[i] = t.Text(c.Name)
			}
		}
		for row := range t.Len() {
			s.begin()
			for i, c := range t.Schema.Columns {
				switch c.Type {
				case tables.Number, tables.Integer:
					s.number(numbers[i][row], styles[i])
				case tables.Boolean:
					s.boolean(texts[i][row])
				case tables.Month:
					s.month(texts[i][row])
				default:
					s.text(texts[i][row], plainCell)
				}
			}
			s.end()
		}
	}, func() string { return after })
}

// month writes the first day of a month as a date; what is none as a text.
func (s *worksheet) month(text string) {
	m, err := calendar.ParseMonth(text)
	if err != nil || m.Year() < 1901 {
		s.text(text, plainCell)
		return
	}
	s.number(float64(dayOf(m)), monthCell)
}

// dayOf counts the days to the first of a month as spreadsheets do, from 1899-12-30, which is right
// from March 1900 on.
func dayOf(m calendar.Month) int {
	first := func(year, month, day int) int64 {
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix()
	}
	return int((first(m.Year(), m.Index()+1, 1) - first(1899, 12, 30)) / (24 * 60 * 60))
}

// cut shortens a text to so many characters.
func cut(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

func escaped(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text))
	return b.String()
}
