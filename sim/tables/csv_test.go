package tables

import (
	"io"
	"strings"
	"testing"
)

// A table of no end is read to a bound.
func TestReadCSVIsBounded(t *testing.T) {
	s := &Schema{Name: "rows", Columns: []Column{{Name: "a", Type: String}}}
	long := strings.Repeat("x", mostLine)
	for want, text := range map[string]io.Reader{
		"rows.csv: a line of more than 1048576 bytes": strings.NewReader("a\n" + long + long + "\n"),
		"rows.csv has more than 4000000 rows":         strings.NewReader("a\n" + strings.Repeat("1\n", mostRows+1)),
	} {
		if _, err := ReadCSV(text, s); err == nil || err.Error() != want {
			t.Errorf("got %.200v, want %s", err, want)
		}
	}
	if got, err := ReadCSV(strings.NewReader("a\n"+long[1:]+"\n"), s); err != nil || got.Len() != 1 {
		t.Errorf("a long line: %v", err)
	}
}
