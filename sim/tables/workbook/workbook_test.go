package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model/calendar"
	"corridor/sim/tables"
)

// book returns the files of a workbook by name, and the content of its sheets by name, cell by cell.
func book(t *testing.T, p *tables.Package) (files map[string]string, sheets map[string]map[string]string) {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, p))
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	files, sheets = map[string]string{}, map[string]map[string]string{}
	for _, f := range r.File {
		require.Equal(t, 1980, f.Modified.Year(), "no time of the machine")
		in, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(in)
		require.NoError(t, err)
		require.NoError(t, xml.Unmarshal(text, new(struct{})), f.Name)
		files[f.Name] = string(text)
	}
	var list struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	require.NoError(t, xml.Unmarshal([]byte(files["xl/workbook.xml"]), &list))
	for i, sheet := range list.Sheets {
		var content struct {
			Cells []struct {
				At     string `xml:"r,attr"`
				Type   string `xml:"t,attr"`
				Value  string `xml:"v"`
				Inline string `xml:"is>t"`
			} `xml:"sheetData>row>c"`
		}
		require.NoError(t, xml.Unmarshal([]byte(files["xl/worksheets/sheet"+string(rune('1'+i))+".xml"]), &content))
		cells := map[string]string{}
		for _, c := range content.Cells {
			cells[c.At] = strings.TrimPrefix(c.Type+" ", " ") + c.Value + c.Inline
		}
		sheets[sheet.Name] = cells
	}
	return files, sheets
}

func TestWorkbook(t *testing.T) {
	projects, monthly := tables.New(tables.Projects), tables.New(&tables.Schema{Name: "own", Title: "Own", Columns: []tables.Column{
		{Name: "month", Type: tables.Month, Unit: "", Description: "calendar month"}, {Name: "title", Type: tables.String, Unit: "", Description: "name"}, {Name: "throughput_mt", Type: tables.Number, Unit: "Mt", Description: "carried"},
		{Name: "utilisation", Type: tables.Number, Unit: "", Description: "load over capacity"}, {Name: "met", Type: tables.Boolean, Unit: "", Description: "whether"}, {Name: "draws", Type: tables.Integer, Unit: "", Description: "futures"},
	}})
	monthly.Append("2024-01", "=1+1", 0.30000000000000004, 0.5, "true", 2000)
	monthly.Append("", " a<b & \"c\"\n", nil, 1e-9, "", nil)
	p := &tables.Package{Name: "s", Title: "T", Description: "Why?", Program: "corridor 1", Tables: []*tables.Table{projects, monthly}}
	files, sheets := book(t, p)
	again, _ := book(t, p)
	require.Equal(t, files, again)

	own := sheets["own"]
	require.Equal(t, map[string]string{
		"A1": "inlineStr month", "B1": "inlineStr title", "C1": "inlineStr throughput_mt", "D1": "inlineStr utilisation", "E1": "inlineStr met", "F1": "inlineStr draws",
		"A2": "45292", "B2": "inlineStr =1+1", "C2": "0.30000000000000004", "D2": "0.5", "E2": "b 1", "F2": "2000", // 45292 is 2024-01-01 in every spreadsheet
		"B3": "inlineStr  a<b & \"c\"\n", "D3": "1e-09",
	}, own)
	sheet := files["xl/worksheets/sheet4.xml"]
	require.Contains(t, sheet, `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`)
	require.Contains(t, sheet, `<autoFilter ref="A1:F3"/>`)
	require.Contains(t, sheet, `sqref="C1" promptTitle="throughput_mt" prompt="Mt&#xA;carried"`)
	require.NotContains(t, sheet, "<f>", "nothing is a formula")

	require.Equal(t, "inlineStr T", sheets["Contents"]["B1"])
	require.Contains(t, sheets["Contents"], "A8")
	require.Equal(t, "inlineStr own", sheets["Contents"]["A8"])
	require.Equal(t, "2", sheets["Contents"]["D8"])
	require.Contains(t, files["xl/worksheets/sheet1.xml"], `<hyperlink ref="A8" location="'own'!A1" display="own"/>`)
	columns := sheets["Columns"]
	last := len(tables.Projects.Columns) + 2
	require.Equal(t, "inlineStr month", columns["B"+tables.FormatNumber(float64(last))])
	require.Equal(t, "inlineStr calendar month", columns["E"+tables.FormatNumber(float64(last))])
}

// What a spreadsheet cannot hold is refused, or left to the file and said to be.
func TestWorkbookLimits(t *testing.T) {
	long := &tables.Schema{Name: "long", Title: "L", Columns: []tables.Column{{Name: "v", Type: tables.Number, Unit: "", Description: "value"}}}
	table := tables.New(long)
	table.Append(math.Inf(1))
	require.ErrorContains(t, Write(io.Discard, &tables.Package{Tables: []*tables.Table{table}}), "infinite")

	table = tables.New(long)
	table.Grow(mostSheetRows)
	for range mostSheetRows {
		table.Append(1)
	}
	files, sheets := book(t, &tables.Package{Tables: []*tables.Table{table}})
	require.Contains(t, files["xl/worksheets/sheet1.xml"], "In long.csv alone: it has more rows than a sheet holds.")
	require.NotContains(t, sheets, "long")

	text := tables.New(&tables.Schema{Name: "text", Columns: []tables.Column{{Name: "t", Type: tables.String, Unit: "", Description: ""}}})
	text.Append(strings.Repeat("ж", longestCell))
	_, sheets = book(t, &tables.Package{Tables: []*tables.Table{text}})
	require.LessOrEqual(t, len([]rune(sheets["text"]["A2"])), longestCell+len("inlineStr "))
}

func TestColumnName(t *testing.T) {
	for n, name := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA"} {
		require.Equal(t, name, columnName(n))
	}
}

// Numbers of days are those that spreadsheets have (ECMA-376, 18.17.4.1).
func TestDayOf(t *testing.T) {
	for month, day := range map[string]int{"1901-01": 367, "1970-01": 25569, "2000-03": 36586, "2024-01": 45292, "2035-12": 49644} {
		m, err := calendar.ParseMonth(month)
		require.NoError(t, err)
		require.Equal(t, day, dayOf(m), month)
	}
}

// Every table of the program has a name that a sheet can have, and every format is one.
func TestEveryTableFitsASheet(t *testing.T) {
	for _, s := range tables.All {
		require.LessOrEqual(t, len(s.Name), 31)
		require.NotContains(t, []string{"contents", "columns"}, strings.ToLower(s.Name))
		for _, c := range s.Columns {
			require.Less(t, cellOf(c), firstFormat+len(numberFormats))
			require.GreaterOrEqual(t, cellOf(c), 0, c.Name)
			require.False(t, numeric(c) && cellOf(c) == headingCell, c.Name)
		}
	}
}
