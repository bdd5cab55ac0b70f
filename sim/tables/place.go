package tables

import (
	"fmt"
	"strings"
)

// Place names a row for messages by the line it begins on in its file: annual.csv:3 for
// the second.
func (t *Table) Place(row int) string {
	line := row + 2 // the first is the header
	for i, c := range t.Schema.Columns {
		if c.numeric() {
			continue
		}
		cells := t.textOf(i)
		for _, cell := range cells[:min(row, len(cells))] {
			line += strings.Count(cell, "\n")
		}
	}
	return fmt.Sprintf("%s:%d", t.Schema.File(), line)
}
