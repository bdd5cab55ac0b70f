package text

import "strings"

// Limits of one file, and of all files that a scenario is made of together, which keep hostile
// or broken ones from filling memory. A network of 5,000 segments and 2,000 markets has 70,000
// values in 1 MiB; sixteen of the library's have 140,000 in 3. They are no constants so that
// tests of them need no large texts.
var (
	MaxFileBytes = 4 << 20 // without remarks after # and space before a line
	MaxNodes     = 200_000 // values, aliases counted each time they are used
)

const (
	MaxShown = 32 << 20 // bytes of a file with its remarks
	maxDepth = 32
)

// sizeOfFile reports a file that is too large to be read.
func sizeOfFile(file *File, report *Report) bool {
	n, most := len(file.Text), MaxShown
	if n <= most {
		n, most = withoutRemarks(file.Text), MaxFileBytes
	}
	if n > most {
		report.Mistake(Position{File: file}, "the file has %d bytes, expected at most %d", n, most)
	}
	return n <= most
}

// withoutRemarks counts the bytes of a text but for space at the beginning of a line and
// what stands after a #. It is no more than a guess: in a text in quotes these count too.
func withoutRemarks(text string) (n int) {
	if len(text) <= MaxFileBytes {
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
