package scenarios

import (
	"fmt"
	"strings"

	"corridor/model"
)

// Limits of one file and, the same, of a scenario with all it extends and all overlays:
// what is run once can be run again from the text that Effective returns. They keep a
// hostile or broken file from filling memory.
const (
	maxFileBytes = 1 << 20 // without remarks after # and space before a line, which Show adds
	maxShown     = 8 << 20 // with them
	maxDepth     = 32
	maxNodes     = 20_000 // aliases counted each time they are used
	maxName      = 200    // letters
)

// maxMonths bounds the horizon: a hundred years.
const maxMonths = 1200

// maxRows bounds the tables by month, which are held in memory until they are written:
// a row takes some 400 bytes.
const maxRows = 500_000

// sizeOfFile reports a file that is too large to be read.
func sizeOfFile(file *File, report *diagnostics) bool {
	n, most := len(file.Text), maxShown
	if n <= most {
		n, most = withoutRemarks(file.Text), maxFileBytes
	}
	if n > most {
		report.report(Position{File: file}, tooLarge, n, most)
	}
	return n <= most
}

const tooLarge = "the file has %d bytes, expected at most %d"

// withoutRemarks counts the bytes of a text but for space at the beginning of a line and
// what stands after a #. It is no more than a guess: in a text in quotes these count too.
func withoutRemarks(text string) (n int) {
	if len(text) <= maxFileBytes {
		return len(text)
	}
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(line, " ")
		if i := strings.Index(line, " #"); i >= 0 {
			line = strings.TrimRight(line[:i], " ")
		}
		if !strings.HasPrefix(line, "#") {
			n += len(line)
		}
	}
	return n
}

// fits reports a scenario that is larger, with all it extends and all overlays, than a
// file may be.
func fits(root *tree, report *diagnostics) bool {
	values, bytes := root.size()
	switch {
	case values > maxNodes:
		report.report(root.Position, "with all it extends and all overlays the scenario has %d values, expected at most %d", values, maxNodes)
	case bytes > maxFileBytes:
		report.report(root.Position, wholeTooLarge, bytes, maxFileBytes)
	default:
		return true
	}
	return false
}

// fits reports a scenario whose text, with the works of the library that it names, is
// larger than a file may be.
func (s *Scenario) fits(report *diagnostics) bool {
	if !fits(s.complete(), report) {
		return false
	}
	if n := len(s.Effective()); n > maxFileBytes {
		report.report(s.root.Position, wholeTooLarge, n, maxFileBytes)
		return false
	}
	return true
}

const wholeTooLarge = "with all it extends and all overlays the scenario has %d bytes, expected at most %d"

// size counts the values of a tree, and the bytes of its keys and texts.
func (t *tree) size() (values, bytes int) {
	values, bytes = 1, len(t.text)
	add := func(t *tree) {
		v, b := t.size()
		values, bytes = values+v, bytes+b
	}
	for _, e := range t.entries {
		bytes += len(e.key)
		add(e.tree)
	}
	for _, item := range t.items {
		add(item)
	}
	return values, bytes
}

// rows reports a scenario whose tables by month would be too large.
func (c *compiler) rows(corridor *model.Corridor) {
	routes := 0
	for i := range corridor.Markets {
		routes += len(corridor.Markets[i].Routes)
	}
	if rows := corridor.Months * (len(corridor.Segments) + routes); rows > maxRows {
		c.report.report(c.top.of("time").of("end").Position, "%d months of %d segments and %d routes are %d rows of tables, expected at most %d: take fewer months",
			corridor.Months, len(corridor.Segments), routes, rows, maxRows)
	}
}

// isName reports whether a text can name something in a scenario.
func isName(text string) bool {
	return namePattern.MatchString(text) && len(text) <= maxName
}

// tooLong adds to what is said of a name that it has too many letters.
func tooLong(name string) string {
	if len(name) <= maxName {
		return ""
	}
	return fmt.Sprintf(", at most %d of them", maxName)
}
