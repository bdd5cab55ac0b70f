package tables

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestShown(t *testing.T) {
	for _, c := range []struct{ text, lines, line string }{
		{"Ақтау → Баку, +4 %\n", "Ақтау → Баку, +4 %\n", `Ақтау → Баку, +4 %\u000a`},
		{"\x1b[2J", `\u001b[2J`, `\u001b[2J`},
		{"a\u009b31m", `a\u009b31m`, `a\u009b31m`},
		{"a\x9b31m", `a\x9b31m`, `a\x9b31m`},
		{"\u202egnp.exe", `\u202egnp.exe`, `\u202egnp.exe`},
		{"\u2066\u061c\u200e\u2028\x7f\r", `\u2066\u061c\u200e\u2028\u007f\u000d`, `\u2066\u061c\u200e\u2028\u007f\u000d`},
		{"a\tb\ufffd", "a\tb\ufffd", "a\\u0009b\ufffd"},
	} {
		require.Equal(t, c.lines, Shown(c.text))
		require.Equal(t, c.line, ShownInLine(c.text))
	}
}

// A text that a spreadsheet would take for a formula is none in the file, and the same
// text again when it is read; so is every other.
func TestTextsAreNoFormulas(t *testing.T) {
	texts := []string{"=1+1", "+4 % a year", "-", "@SUM(A1)", "\t=1", "'quoted'", "''", "＝1", "plain = text", "", "−4", "a,\"b\"\nc"}
	table := New(Figures)
	for _, text := range texts {
		table.Append("s", "p", -1.5, "", nil, nil, "assumed", "", "", text)
	}
	var b bytes.Buffer
	require.NoError(t, table.WriteCSV(&b))
	require.Contains(t, b.String(), ",-1.5,", "a number is a number")
	for _, line := range strings.Split(b.String(), "\n") {
		for _, first := range "=+@\t＝" {
			require.NotContains(t, line, ","+string(first))
			require.NotContains(t, line, `,"`+string(first))
		}
	}
	require.Contains(t, b.String(), ",'=1+1\n")
	require.Contains(t, b.String(), ",'-\n")
	again, err := ReadCSV(&b, Figures)
	require.NoError(t, err)
	require.Equal(t, texts, again.Text("note"))
}

func TestControlCharactersAreNotRead(t *testing.T) {
	head := "scenario,place,warning\n"
	_, err := ReadCSV(strings.NewReader(head+"s,p,a\u202eb\n"), Warnings)
	require.EqualError(t, err, "warnings.csv:2:5: warning: a text cannot have the control character U+202E")
	_, err = ReadFiles(map[string][]byte{PackageFile: []byte(`{"title": "\u001b[2J"}`), "warnings.csv": []byte(head)})
	require.EqualError(t, err, "datapackage.json: a text cannot have the control character U+001B")
}
