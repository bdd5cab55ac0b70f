package tables

import (
	"bytes"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// places is a table with a column of each type.
var places = &Schema{Name: "places", Columns: []Column{
	text("name", "").Column, month("since", "").Column, integer("people", "").Column, number("share", "", "").Column, boolean("port", "").Column,
}}

const placesHeader = "name,since,people,share,port\n"

// A table of no end is read to a bound.
func TestReadCSVIsBounded(t *testing.T) {
	rows := &Schema{Name: "rows", Columns: []Column{{Name: "a", Type: String}}}
	long := strings.Repeat("x", mostLine)
	for want, text := range map[string]io.Reader{
		"rows.csv: a line of more than 1048576 bytes": strings.NewReader("a\n" + long + long + "\n"),
		"rows.csv has more than 4000000 rows":         io.MultiReader(strings.NewReader("a\n"), &repeated{line: "1\n", times: mostRows + 1}),
	} {
		_, err := ReadCSV(text, rows)
		require.EqualError(t, err, want)
	}
	got, err := ReadCSV(strings.NewReader("a\n"+long[1:]+"\n"), rows)
	require.NoError(t, err, "a long line")
	require.Equal(t, 1, got.Len())
}

// repeated is a text of one line again and again.
type repeated struct {
	line  string
	times int
}

func (r *repeated) Read(p []byte) (n int, err error) {
	for ; r.times > 0 && n+len(r.line) <= len(p); r.times-- {
		n += copy(p[n:], r.line)
	}
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

// What is written comes back to the bit, and is written the same again.
func TestCSVComesBack(t *testing.T) {
	table := New(places)
	table.Append("Ақтау, \"порт\"", "1963-01", 273_000, 0.1, true)
	table.Append("", "", nil, nil, nil)
	table.Append("two\nlines", "2024-12", 0, math.SmallestNonzeroFloat64, false)
	table.Append("'=1", "", -5, -math.MaxFloat64, false)
	var written bytes.Buffer
	require.NoError(t, table.WriteCSV(&written))
	first := written.String()
	require.True(t, strings.HasPrefix(first, placesHeader+"\"Ақтау, \"\"порт\"\"\",1963-01,273000,0.1,true\n,,,,\n"), first)

	again, err := ReadCSV(&written, places)
	require.NoError(t, err)
	require.Equal(t, table.text, again.text)
	require.True(t, math.IsNaN(again.numbers[3][1]), "an empty cell is no number")
	for _, row := range []int{0, 2, 3} {
		require.Equal(t, math.Float64bits(table.numbers[3][row]), math.Float64bits(again.numbers[3][row]))
	}
	written.Reset()
	require.NoError(t, again.WriteCSV(&written))
	require.Equal(t, first, written.String())
}

func TestFormatNumber(t *testing.T) {
	for want, v := range map[string]float64{
		"0": math.Copysign(0, -1), "0.1": 0.1, "-2.5": -2.5, "0.000001": 1e-6, "9.99e-07": 9.99e-7,
		"999999999999999": 999999999999999, "1e+15": 1e15, "0.30000000000000004": float64(0.1) + 0.2,
	} {
		require.Equal(t, want, FormatNumber(v))
	}
}

// A row is named by the line it begins on, with the lines within texts counted.
func TestPlaceOfARow(t *testing.T) {
	table := New(places)
	table.Append("a", "", nil, nil, nil)
	table.Append("two\nlines", "", nil, nil, nil)
	table.Append("c", "", nil, nil, nil)
	require.Equal(t, []string{"places.csv:2", "places.csv:3", "places.csv:5"}, []string{table.Place(0), table.Place(1), table.Place(2)})
}

// Infinity is in no file; the cell that has it is named.
func TestInfinityIsNotWritten(t *testing.T) {
	table := New(places)
	table.Append("a", "", 1, 0.5, nil)
	table.Append("b", "", 1, math.Inf(-1), nil)
	require.EqualError(t, table.WriteCSV(io.Discard), "places row 2: share is infinite")
	require.Nil(t, Finite(math.Inf(1)))
	require.Nil(t, Finite(math.NaN()))
	require.Equal(t, 1.5, Finite(1.5))
}

// Whatever is wrong with a file, the message says where and what.
func TestDamagedCSV(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "places.csv: the file is empty, expected a header of 5 columns"},
		{"a column is gone", "name,since,share,port\n", `places.csv:1: the column "people" is missing`},
		{"a column is renamed", "name,since,persons,share,port\n", `places.csv:1: column 3, "persons", is not one of this table; "people" is missing`},
		{"two columns are renamed", "title,since,people,part,port\n", `places.csv:1: column 1, "title", is not one of this table; "name" is missing`},
		{"a column too many", "name,since,people,share,port,note\n", `places.csv:1: column 6, "note", is not one of this table`},
		{"a column twice", "name,since,people,share,port,share\n", `places.csv:1: column 6, "share", is there twice`},
		{"another order", "since,name,people,share,port\n", `places.csv:1: column 1 is "since", expected "name"`},
		{"other letters", "Name,since,people,share,port\n", `places.csv:1: column 1, "Name", is not one of this table; "name" is missing`},
		{"a mark of bytes before it", "\ufeff" + placesHeader, "places.csv:1: column 1, \"\\ufeffname\", is not one of this table; \"name\" is missing"},
		{"a short row", placesHeader + "a,2024-01,1,0.5\n", "places.csv:2: the row has 4 cells, expected 5"},
		{"a long row", placesHeader + "a,2024-01,1,0.5,true,x\n", "places.csv:2: the row has 6 cells, expected 5"},
		{"an open quote", placesHeader + "\"a,2024-01,1,0.5,true\n", "places.csv:2:23: a quotation mark too many, or none at the end of a cell"},
		{"a bare quote", placesHeader + "a\"b,2024-01,1,0.5,true\n", "places.csv:2:2: a quotation mark within a cell that does not begin with one"},
		{"words for a number", placesHeader + "a,2024-01,1,half,true\n", `places.csv:2:13: share: "half" is not a finite number`},
		{"a comma in a number", placesHeader + "a,2024-01,1,\"0,5\",true\n", `places.csv:2:13: share: "0,5" is not a finite number`},
		{"infinity", placesHeader + "a,2024-01,1,+Inf,true\n", `places.csv:2:13: share: "+Inf" is not a finite number`},
		{"no number", placesHeader + "a,2024-01,1,NaN,true\n", `places.csv:2:13: share: "NaN" is not a finite number`},
		{"beyond the doubles", placesHeader + "a,2024-01,1,1e999,true\n", `places.csv:2:13: share: "1e999" is not a finite number`},
		{"a part of a whole", placesHeader + "a,2024-01,1.5,0.5,true\n", `places.csv:2:11: people: "1.5" is not a whole number`},
		{"a month too many", placesHeader + "a,2024-01,1,0.5,true\nb,2024-13,1,0.5,true\n", `places.csv:3:3: since: "2024-13" is not a month, expected the form 2024-01`},
		{"another word for true", placesHeader + "a,2024-01,1,0.5,yes\n", `places.csv:2:17: port: "yes" is neither true nor false`},
		{"a control character", placesHeader + "a\u001b[2J,2024-01,1,0.5,true\n", "places.csv:2:1: name: a text cannot have the control character U+001B"},
	} {
		_, err := ReadCSV(strings.NewReader(c.text), places)
		require.EqualError(t, err, c.want, c.name)
	}
}

// What can be read is: without rows, without an end of the last line, with that of other
// systems, and with empty cells.
func TestOddButSoundCSV(t *testing.T) {
	for text, rows := range map[string]int{
		placesHeader:                              0,
		strings.TrimSuffix(placesHeader, "\n"):    0,
		placesHeader + "a,2024-01,1,0.5,true":     1,
		placesHeader + "a,2024-01,1,0.5,true\r\n": 1,
		placesHeader + "\n\n,,,,\n":               1,
		placesHeader + "a,,1e3,-0,\n":             1,
	} {
		got, err := ReadCSV(strings.NewReader(text), places)
		require.NoError(t, err, text)
		require.Equal(t, rows, got.Len(), text)
	}
}

// A reader that fails is no end of the table.
func TestFailingReader(t *testing.T) {
	_, err := ReadCSV(io.MultiReader(strings.NewReader(placesHeader+"a,,1,1,\n"), failing{}), places)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	_, err = ReadCSV(failing{}, places)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
