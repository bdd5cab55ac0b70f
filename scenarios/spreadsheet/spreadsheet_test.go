package spreadsheet

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"corridor/scenarios/text"
)

// written is a file of a name and content.
func written(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, content, 0o644))
	return path
}

// shown is what stands in each row, "" for an empty cell.
func shown(table *Table) (rows [][]string) {
	for _, row := range append([][]*text.Tree{table.Headings}, table.Rows...) {
		var cells []string
		for _, c := range row {
			if c == nil {
				cells = append(cells, "")
				continue
			}
			cells = append(cells, c.Text)
		}
		rows = append(rows, cells)
	}
	return rows
}

// The same table, however a spreadsheet program of some country saves it as text.
func TestTexts(t *testing.T) {
	inUTF16 := func(s string) []byte {
		out := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			out = append(out, byte(u), byte(u>>8))
		}
		return out
	}
	want := [][]string{{"year", "Größe, t", ""}, {"2030", "1.5", ""}, {"2031", "", ""}}
	for name, content := range map[string][]byte{
		"commas":         []byte("year,\"Größe, t\",\n2030,1.5,\n2031,,\n"),
		"no last line":   []byte("year,\"Größe, t\",\n2030,1.5,\n2031,,"),
		"semicolons":     []byte("year;Größe, t;\r\n2030;1.5;\r\n\r\n;;\r\n2031;;\r\n"),
		"tabs":           []byte("year\tGröße, t\t\n2030\t1.5\t\n2031\t\t\n"),
		"byte mark":      []byte("\ufeffyear;Größe, t;\n2030;1.5;\n2031;;\n"),
		"UTF-16":         inUTF16("year\tGröße, t\t\r\n2030\t1.5\t\r\n2031\t\t\r\n"),
		"spaces and gap": []byte("\n\n year ; Größe, t ;\n 2030 ; 1.5 ;\n2031\n"),
	} {
		t.Run(name, func(t *testing.T) {
			table, err := Read(written(t, "t.csv", content), "")
			require.NoError(t, err)
			require.Equal(t, want, shown(table))
		})
	}
}

// The place of a cell is that in the file: columns count characters, not bytes.
func TestPlacesInTexts(t *testing.T) {
	table, err := Read(written(t, "t.csv", []byte("year,Größe,x\n2030,\"ä\",7\n2031,\"two\nlines\",8\n")), "")
	require.NoError(t, err)
	require.Equal(t, [2]int{2, 10}, [2]int{table.Rows[0][2].Line, table.Rows[0][2].Column})
	require.Equal(t, [2]int{4, 8}, [2]int{table.Rows[1][2].Line, table.Rows[1][2].Column}, "after a cell of two lines")
}

// A workbook that another program wrote (excelize): a sheet that begins beside A1, texts of runs in
// several fonts, dates, an error, and formulas of which it did not keep the results.
func TestWorkbook(t *testing.T) {
	table, err := Read("../../testdata/tables/demand.xlsx", "Demand by year")
	require.NoError(t, err)
	require.Equal(t, [][]string{
		{"", "year", "ore", "cotton", "month", "price", "broken"},
		{"", "2030", "2", "0.300000000000000", "2030-01-01", "20.5", ""},
		{"", "2031", "2.5", "0.35", "2031-07-01", "21", "=F5*2"},
		{"", "2033", "3.25", "=D5*1.1", "2033-03-15", "22.125", "#N/A"},
	}, shown(table))
	require.Equal(t, "../../testdata/tables/demand.xlsx:6:4 (Demand by year!D6)", table.Rows[2][3].String())

	first, err := Read("../../testdata/tables/demand.xlsx", "")
	require.NoError(t, err)
	require.Equal(t, []string{"Figures of the example, made up"}, first.Names())
}

// One of yet another program (SheetJS).
func TestWorkbookOfAnother(t *testing.T) {
	table, err := Read("../../testdata/tables/season.xlsx", "Years")
	require.NoError(t, err)
	require.Equal(t, [][]string{{"date", "ore"}, {"2030-01-01", "2"}, {"2031-01-01", "2.5"}}, shown(table))
}

// Days of the two epochs, as the standard has them: ISO/IEC 29500-1, 18.17.4.1.
func TestDates(t *testing.T) {
	for days, want := range map[string][2]string{
		"1":     {"1899-12-31", "1904-01-02"},
		"61":    {"1900-03-01", "1904-03-02"},
		"36526": {"2000-01-01", "2004-01-02"},
		"35064": {"1995-12-31", "2000-01-01"},
		"0.5":   {"1899-12-30", "1904-01-01"},
		"-1":    {"-1", "-1"},
		"1e300": {"1e300", "1e300"},
	} {
		require.Equal(t, want, [2]string{epoch(false).date(days), macintosh.date(days)}, days)
	}
	for code, want := range map[string]bool{
		"yyyy": true, "d/m/yy": true, "[$-419]d mmm yyyy": true, "mmm": true, "yyyy-mm-dd hh:mm": true,
		"0.00": false, "General": false, "#,##0": false, "hh:mm": false, "mm:ss": false, `0 "days"`: false, "[Red]0.0": false, `0\d`: false,
	} {
		require.Equal(t, want, isDate(code), code)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	whole, err := os.ReadFile("../../testdata/tables/demand.xlsx")
	require.NoError(t, err)
	for _, c := range []struct {
		name, sheet string
		content     []byte
		want        string
	}{
		{"t.csv", "", []byte("year,x\n2030,1,2\n"), `t.csv:2:8: "2" stands in a column without a heading; a comma parts columns here: write 1.5, not 1,5`},
		{"t.csv", "", []byte("year;x\n2030;1;2\n"), `t.csv:2:8: "2" stands in a column without a heading`},
		{"t.csv", "", []byte("year,x\n2030,\"1\n"), `extraneous or missing " in quoted-field`},
		{"t.csv", "", []byte("year,x\n2030,\xff\n"), "it is not UTF-8 text; save it in that encoding"},
		{"t.csv", "", []byte("year,x\n2030,\x1b[31m\n"), "t.csv:2:6: a text cannot have the control character U+001B"},
		{"t.csv", "Years", []byte("year,x\n"), "is a text and has no sheets such as Years"},
		{"t.xlsx", "", []byte("year,x\n"), "it is no xlsx workbook; save it as one, or as CSV"},
		{"t.xlsx", "", whole[:len(whole)/2], "it is no xlsx workbook; save it as one, or as CSV"},
		{"t.xlsx", "Demand by Year", whole, `there is no sheet "Demand by Year", did you mean "Demand by year"?`},
		{"t.xlsx", "", archive(t, map[string]string{"a.txt": "a"}), "it is no xlsx workbook, or a part of it is missing; save it again as one"},
		{"t.xlsx", "", workbook(t, `<row r="1"><c r="ZZZZ1"><v>1</v></c></row>`), `the workbook is broken: it has a cell "ZZZZ1"`},
		{"t.xlsx", "", workbook(t, `<row r="1"><c r="A1"><v>1</v></row>`), "the workbook is broken: XML syntax error"},
		{"t.xlsx", "", workbook(t, strings.Repeat(" ", most+1)), "has more than"},
	} {
		_, err := Read(written(t, c.name, c.content), c.sheet)
		require.ErrorContains(t, err, c.want)
	}
}

// A cell may refer to a text that there is not.
func TestTextsThatAreMissing(t *testing.T) {
	for _, index := range []string{"-1", "7", "x", "99999999999999999999"} {
		table, err := Read(written(t, "t.xlsx", workbook(t, `<row r="1"><c r="A1" t="s"><v>`+index+`</v></c><c r="B1" s="-5"><v>2</v></c></row>`)), "")
		require.NoError(t, err)
		require.Equal(t, [][]string{{"", "2"}}, shown(table))
	}
}

// workbook is the smallest one with some rows.
func workbook(t *testing.T, rows string) []byte {
	const relations = `<Relationships><Relationship Id="r" Type="x/`
	return archive(t, map[string]string{
		"_rels/.rels":                relations + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels": relations + `worksheet" Target="/xl/sheet.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="One" r:id="r"/></sheets></workbook>`,
		"xl/sheet.xml":               `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	})
}

func archive(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range files {
		f, err := w.Create(name)
		require.NoError(t, err)
		_, err = f.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

func FuzzRead(f *testing.F) {
	whole, err := os.ReadFile("../../testdata/tables/season.xlsx")
	require.NoError(f, err)
	f.Add(whole, true)
	f.Add([]byte("year;x\n2030;1\n"), false)
	f.Fuzz(func(t *testing.T, content []byte, book bool) {
		name := map[bool]string{true: "t.xlsx", false: "t.csv"}[book]
		table, err := Read(written(t, name, content), "")
		if err != nil {
			return
		}
		for _, row := range table.Rows {
			require.Len(t, row, len(table.Headings))
		}
	})
}

// Reading a long table is in step with its rows: places are not counted from the beginning of the file.
func BenchmarkText(b *testing.B) {
	for _, rows := range []int{2_000, 20_000} {
		content := []byte("year,a,b,c,d\n" + strings.Repeat("2030,1.5,2.5,3.5,4.5\n", rows))
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			for b.Loop() {
				table, err := fromText("t.csv", content)
				require.NoError(b, err)
				require.Len(b, table.Rows, rows)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}
