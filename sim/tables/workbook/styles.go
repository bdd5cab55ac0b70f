package workbook

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"corridor/sim/tables"
)

// The styles of cells, by their number in the workbook. From firstFormat on come those of
// numberFormats.
const (
	plainCell = iota
	headingCell
	linkCell
	monthCell
	firstFormat

	wholeCell = firstFormat // 1,234
)

// numberFormats are how numbers are shown; all digits stand in the cell.
var numberFormats = []string{"#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000", "0%", "0.0%", "0"}

const firstOwnFormat = 164 // below are those of the standard

// styleSheet is the part of a workbook that says how cells look.
func styleSheet() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<styleSheet xmlns="%s"><numFmts count="%d"><numFmt numFmtId="%d" formatCode="yyyy\-mm"/>`, spreadsheet, len(numberFormats)+1, firstOwnFormat)
	for i, format := range numberFormats {
		fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstOwnFormat+1+i, format)
	}
	b.WriteString(`</numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0A558C"/><name val="Calibri"/></font></fonts>`)
	b.WriteString(`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EDF0"/></patternFill></fill></fills>`)
	b.WriteString(`<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>`)
	fmt.Fprintf(&b, `<cellXfs count="%d"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf fontId="2" applyFont="1"/><xf numFmtId="%d" applyNumberFormat="1"/>`, firstFormat+len(numberFormats), firstOwnFormat)
	for i := range numberFormats {
		fmt.Fprintf(&b, `<xf numFmtId="%d" applyNumberFormat="1"/>`, firstOwnFormat+1+i)
	}
	b.WriteString(`</cellXfs></styleSheet>`)
	return b.String()
}

// cellOf is the style of the cells of a column: of a metric as readers are shown it, of money to
// the million, of shares in percent, of whole numbers without a mark where they may be years.
func cellOf(c tables.Column) int {
	format := func(f string) int { return firstFormat + slices.Index(numberFormats, f) }
	m, known := tables.Metric(c.Name)
	switch {
	case !numeric(c):
		return plainCell
	case c.Type == tables.Integer:
		return format("0")
	case known && m.Scale == 100:
		return format("0.0%")
	case known:
		return format(numberFormats[min(m.YearDecimals, 4)])
	case strings.HasPrefix(c.Unit, "USD million"):
		return format("#,##0.0")
	case strings.HasPrefix(c.Unit, "Mt"):
		return format("#,##0.000")
	case strings.HasSuffix(c.Name, "_share"):
		return format("0.0%")
	}
	return plainCell
}

// numeric reports whether a column holds numbers.
func numeric(c tables.Column) bool { return c.Type == tables.Number || c.Type == tables.Integer }

// widthOf is how many digits wide a column is: as its heading, and as the longest of its first
// texts, within bounds.
func widthOf(t *tables.Table, column int) int {
	width := len(t.Schema.Columns[column].Name) + 4 // beside the button of the filter
	if c := t.Schema.Columns[column]; !numeric(c) && c.Type != tables.Month {
		for _, text := range t.Text(c.Name)[:min(200, t.Len())] {
			width = max(width, utf8.RuneCountInString(text)+1)
		}
	}
	return min(max(width, 10), 60)
}
