package text

import (
	"fmt"
	"io"
	"os"
	"strings"

	"corridor/sim/tables"
)

// File is a piece of input with a name for messages.
type File struct {
	Name string
	Text string

	Sheet string // of a workbook, of which lines are rows and columns are columns; "" for a text

	Library bool // it comes with the program: what is wrong in it follows from a file laid on it

	Layer int // of files that are laid one on the other, from 1; 0 for a file alone
}

// Line returns the text of a line, counted from 1, or "".
func (f *File) Line(n int) string {
	if f == nil || n < 1 {
		return ""
	}
	for line := range strings.Lines(f.Text) {
		if n--; n == 0 {
			return strings.TrimRight(line, "\r\n")
		}
	}
	return ""
}

// Position is a place in a file; line and column count from 1.
type Position struct {
	File         *File
	Line, Column int
}

func (p Position) inLibrary() bool { return p.File != nil && p.File.Library }

// String writes the position as file:line:col, in a sheet of a workbook with the cell as well.
func (p Position) String() string {
	if p.File == nil {
		return "-"
	}
	name := tables.ShownInLine(p.File.Name)
	if p.Line == 0 {
		return name
	}
	place := fmt.Sprintf("%s:%d:%d", name, p.Line, p.Column)
	if p.File.Sheet != "" {
		place += fmt.Sprintf(" (%s!%s%d)", tables.ShownInLine(p.File.Sheet), letters(p.Column), p.Line)
	}
	return place
}

// letters is the name of a column of a sheet, counted from 1: A to Z, AA and so on.
func letters(column int) string {
	if column < 1 {
		return ""
	}
	return letters((column-1)/26) + string(rune('A'+(column-1)%26))
}

// ReadFile returns the content of a file of at most so many bytes, as UTF-8 where it is
// marked as UTF-16. What is no regular
// file, such as a pipe or a device, is an error: reading it might never end.
func ReadFile(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name) // before it is opened, for a pipe opens when somebody writes
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return nil, fmt.Errorf("%s is a directory, expected a file", name)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a regular file", name)
	case info.Size() > most:
		return nil, fmt.Errorf("%s has %d bytes, expected at most %d", name, info.Size(), most)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(content)) > most { // it has grown
		err = fmt.Errorf("%s has more than %d bytes", name, most)
	}
	if err != nil {
		return nil, err
	}
	return decoded(name, content)
}
