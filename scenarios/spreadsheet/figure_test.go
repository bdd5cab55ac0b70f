package spreadsheet

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// By hand: a comma is the decimal sign where semicolons part the columns, and nowhere else; a point
// before just three figures is one where it cannot part thousands.
func TestFigures(t *testing.T) {
	const commas, semicolons, tabs = "year,x\n2030,\"", "year;x\n2030;\"", "year\tx\n2030\t\""
	for _, c := range []struct{ head, cell, want, mistake string }{
		{semicolons, "1,5", "1.5", ""},
		{semicolons, "-1,500", "-1.500", ""},
		{semicolons, "USD 25,5 per t", "USD 25.5 per t", ""},
		{semicolons, "3 trains/day of 1200,5 t", "3 trains/day of 1200.5 t", ""},
		{semicolons, "1,5e3", "1.5e3", ""},
		{semicolons, "1,2,3", "1,2,3", ""}, // which is no number
		{semicolons, "a,5", "a,5", ""},
		{semicolons, "1.84", "1.84", ""},
		{semicolons, "1.2345", "1.2345", ""},
		{semicolons, "0.125", "0.125", ""},
		{semicolons, "1234.500", "1234.500", ""},
		{semicolons, "1.500", "", "1.500 may be 1500 or 1,5: write one of them"},
		{semicolons, "-12.125 USD/t", "", "12.125 may be 12125 or 12,125: write one of them"},
		{semicolons, "2.000", "", "2.000 may be 2000 or 2,0: write one of them"},
		{semicolons, "12.345.678", "", "12.345.678 has points between its thousands: write 12345678"},
		{semicolons, "5.100,75", "", "5.100,75 has points between its thousands: write 5100,75"},
		{semicolons, "3 trains/day of 1.200 t", "", "1.200 may be 1200 or 1,2: write one of them"},
		{tabs, "1.5", "1.5", ""},
		{tabs, "1,5", "1,5", ""}, // refused where it is read as a number
		{tabs, "1.234e+06", "1.234e+06", ""},
		{tabs, "1.500", "", "1.500 may be 1500 or 1.5: write one of them"},
		{tabs, "1.125", "", "1.125 may be 1125 or 1.1250: write one of them"},
		{commas, "1.500", "1.500", ""},
		{commas, "1,500", "1,500", ""}, // likewise
	} {
		table, err := Read(written(t, "t.csv", []byte(c.head+c.cell+"\"\n")), "")
		require.NoError(t, err)
		got, err := table.Figure(table.Rows[0][1])
		if c.mistake != "" {
			require.EqualError(t, err, c.mistake, c.cell)
			continue
		}
		require.NoError(t, err, c.cell)
		require.Equal(t, c.want, got)
	}
}

// A number of a workbook has all its digits and a decimal point; a text that looks like one may
// have been typed in any country.
func TestFiguresOfWorkbooks(t *testing.T) {
	table, err := Read(written(t, "t.xlsx", workbook(t, `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1.125</v></c></row>`+
		`<row r="3"><c r="A3" t="inlineStr"><is><t>1.125</t></is></c></row><row r="4"><c r="A4" t="str"><v>20.5</v></c></row>`)), "")
	require.NoError(t, err)
	number, err := table.Figure(table.Rows[0][0])
	require.NoError(t, err)
	require.Equal(t, "1.125", number)
	_, err = table.Figure(table.Rows[1][0])
	require.EqualError(t, err, "1.125 may be 1125 or 1.1250: write one of them")
	number, err = table.Figure(table.Rows[2][0])
	require.NoError(t, err)
	require.Equal(t, "20.5", number)
}
