package text

import "strings"

// Limits of one file, which keep a hostile or broken one from filling memory.
const (
	MaxFileBytes = 1 << 20 // without remarks after # and space before a line
	MaxShown     = 8 << 20 // with them
	maxDepth     = 32
	MaxNodes     = 30_000 // aliases counted each time they are used
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
