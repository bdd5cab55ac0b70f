package scenarios

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/model"
)

const tabled = `scenario: tabled
time: {start: 2030-01, end: 2034-12}
cargo: {ore: {}}
segments:
  line: {capacity: {fixed_mt_per_year: 6}, cost_usd_per_t: {from: figures.csv#price, by: month}}
markets:
  ore: {cargo: ore, growth: {path_mt_per_year: {from: figures.csv#ore, 2031: 2.75, source: assumption}}, season: {from: season.tsv}, routes: {rail: {segments: [line]}}}
`

// inFolder writes files to a folder and returns the path of the first.
func inFolder(t *testing.T, scenario string, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		write(t, filepath.Join(dir, name), content)
	}
	path := filepath.Join(dir, "mine.yaml")
	write(t, path, scenario)
	return path
}

const (
	figuresCSV = "year;ore;month;price\n2030;2;2030-01;20\n2031;2.5;2031-07-01;21\n2033;3;2033;22\n2034;;2034-02;23\n"
	seasonTSV  = "month\tweight\n12\t2\n1\t0.5\n2\t1\n3\t1\n4\t1\n5\t1\n6\t1\n7\t1\n8\t1\n9\t1\n10\t1\n11\t1\n"
)

// What stands in a table is what would be written out, and each value has its place in it.
func TestValuesFromTables(t *testing.T) {
	path := inFolder(t, tabled, map[string]string{"figures.csv": figuresCSV, "season.tsv": seasonTSV})
	s, err := Load(Request{Scenario: path})
	require.NoError(t, err)
	market := s.Corridor.Markets[0]
	require.Equal(t, []int{2030, 2031, 2033}, market.Growth.Years)
	require.Equal(t, []float64{2, 2.75, 3}, market.Growth.MtPerYear, "what the file says itself holds")
	line := s.Corridor.Segments[0]
	require.Equal(t, 20.0, line.CostUSDPerT)
	require.Equal(t, []float64{21, 22, 23}, []float64{line.CostFrom[0].Value, line.CostFrom[1].Value, line.CostFrom[2].Value})
	require.Equal(t, "2031-07 2033-01 2034-02", strings.Join([]string{line.CostFrom[0].From.String(), line.CostFrom[1].From.String(), line.CostFrom[2].From.String()}, " "))
	require.Equal(t, 4.0, market.Season[11]/market.Season[0])

	show := s.Show()
	require.Regexp(t, `2033: 3 +# .*figures\.csv:4:6\n`, show)
	require.Regexp(t, `2031: 2\.75 +# .*mine\.yaml:7:78\n`, show)
	checkRoundTrip(t, s)
}

// A workbook gives the same as a text with the same figures.
func TestValuesFromWorkbooks(t *testing.T) {
	dir, err := filepath.Abs("../testdata/tables")
	require.NoError(t, err)
	growth := func(from string) model.Growth {
		path := inFolder(t, strings.NewReplacer("figures.csv#ore, 2031: 2.75", from, "season.tsv", "'"+dir+"/season.xlsx#Season!weight'", "{from: figures.csv#price, by: month}", "{from: '"+dir+"/demand.xlsx#Demand by year!price', by: month}").Replace(tabled),
			map[string]string{"ore.csv": "year,ore\n2030,2\n2031,2.5\n2033,3.25\n"})
		s, err := Load(Request{Scenario: path})
		require.NoError(t, err)
		require.Equal(t, "2031-07", s.Corridor.Segments[0].CostFrom[0].From.String())
		return s.Corridor.Markets[0].Growth
	}
	require.Equal(t, growth("ore.csv"), growth("'"+dir+"/demand.xlsx#Demand by year!ore'"))
	require.Equal(t, []float64{2, 2.5}, growth("'"+dir+"/season.xlsx#Years!'").MtPerYear)
}

// An overlay and a value that is set lay what a table has on the years there are.
func TestTablesOnTop(t *testing.T) {
	path := inFolder(t, tabled, map[string]string{
		"figures.csv": figuresCSV, "season.tsv": seasonTSV, "more.csv": "year,ore,coal\n2033,4,9\n2034,5,9\n",
		"over.yaml": "overlay: over\nmarkets: {'*': {growth: {path_mt_per_year: {from: more.csv#ore}}}}\n",
	})
	want := []float64{2, 2.75, 4, 5}
	over, err := Load(Request{Scenario: path, With: []string{filepath.Join(filepath.Dir(path), "over.yaml")}})
	require.NoError(t, err)
	require.Equal(t, want, over.Corridor.Markets[0].Growth.MtPerYear)
	set, err := Load(Request{Scenario: path, Set: []string{"markets.ore.growth.path_mt_per_year.from=" + filepath.Join(filepath.Dir(path), "more.csv") + "#ore"}})
	require.NoError(t, err)
	require.Equal(t, want, set.Corridor.Markets[0].Growth.MtPerYear)
}

// A unit is of all numbers of the column; a cell can have its own.
func TestUnitsOfTables(t *testing.T) {
	path := inFolder(t, strings.Replace(tabled, "figures.csv#ore", "kt.csv, unit: kt/yr", 1),
		map[string]string{"figures.csv": figuresCSV, "season.tsv": seasonTSV, "kt.csv": "year,ore\n2030,300\n2032,0.5 Mt/yr\n"})
	s, err := Load(Request{Scenario: path})
	require.NoError(t, err)
	require.Equal(t, []float64{0.3, 2.75, 0.5}, s.Corridor.Markets[0].Growth.MtPerYear)
}

// Every mistake says the file and the line: of the table where it is made there.
func TestMistakesInTables(t *testing.T) {
	for _, c := range []struct{ name, from, figures, want string }{
		{"no such file", "figure.csv#ore", "", "mine.yaml:1:89: there is no file DIR/figure.csv"},
		{"no such column", "figures.csv#or", figuresCSV, `mine.yaml:1:89: there is no column "or", did you mean "ore"?`},
		{"no column", "figures.csv", figuresCSV, "mine.yaml:1:89: figures.csv names no column, expected one of ore, month, price after a #"},
		{"no table", "figures.doc#ore", "", `mine.yaml:1:89: from is "figures.doc#ore", expected a table beside the file and its column, such as demand.csv#wheat or demand.xlsx#Sheet1!wheat`},
		{"no dates", "figures.csv#ore, by: yaer", figuresCSV, `mine.yaml:1:110: there is no column "yaer", did you mean "year"?`},
		{"empty", "figures.csv#ore", "", "mine.yaml:1:89: the table is empty, expected a row of headings and rows below it"},
		{"no rows", "figures.csv#ore", "year,ore\n", "mine.yaml:1:89: the column ore has no values"},
		{"twice a column", "figures.csv#ore", "year,ore,ore\n2030,1,2\n", `mine.yaml:1:89: two columns are called "ore", DIR/figures.csv:1:6 and DIR/figures.csv:1:10`},
		{"twice a year", "figures.csv#ore", "year,ore\n2030,1\n2030,2\n", "figures.csv:3:1: 2030 is given twice, first at DIR/figures.csv:2:1"},
		{"no number", "figures.csv#ore", "year,ore\n2030,many\n", `figures.csv:2:6: 2030 is "many", expected`},
		{"below zero", "figures.csv#ore", "year,ore\n2030,-1\n", "figures.csv:2:6: 2030 is -1, expected"},
		{"no year", "figures.csv#ore", "year,ore\n2030,1\nsum,1\n", `figures.csv:3:1: "sum" is not a year, expected one from 1900 to 2200`},
		{"no date beside", "figures.csv#ore", "year,ore\n2030,1\n,1\n", `figures.csv:3:2: "1" has no date beside it, expected one in the column year`},
		{"thousands or decimals", "figures.csv#ore, unit: kt/yr", "year;ore\n2030;1.500\n", "figures.csv:2:6: 1.500 may be 1500 or 1,5: write one of them"},
		{"with a unit in the cell", "figures.csv#ore", "year\tore\n2030\t1.500 kt/yr\n", "figures.csv:2:6: 1.500 may be 1500 or 1.5: write one of them"},
		{"thousands in quotes", "figures.csv#ore", "year,ore\n2030,\"1,500\"\n", `figures.csv:2:6: 2030 is "1,500", expected a number in Mt/yr of at least 0: write 1500, or, where the comma is the decimal one, 1.5`},
		{"thousands of a unit", "figures.csv#ore, unit: kt/yr", "year;ore\n2030;5.100,75\n", "figures.csv:2:6: 5.100,75 has points between its thousands: write 5100,75"},
		{"no number of a unit", "figures.csv#ore, unit: kt/yr", "year;ore\n2030;many\n", `figures.csv:2:6: "many" is no number, expected one in kt/yr, the unit of the column`},
		{"thousands in quotes of a unit", "figures.csv#ore, unit: kt/yr", "year,ore\n2030,\"1,500\"\n", `figures.csv:2:6: "1,500" is no number, expected one in kt/yr, the unit of the column: write 1500, or, where the comma is the decimal one, 1.5`},
		{"another unit", "figures.csv#ore", "year;ore\n2030;25,5 USD\n", `figures.csv:2:6: 2030 is "25.5 USD", expected a number in Mt/yr of at least 0: this is no Mt/yr, as 500 t/day, 40 kt/month`},
		{"a date of a country", "figures.csv#ore", "year;ore\n01.02.2030;1,5\n", `figures.csv:2:1: the date is "01.02.2030", write 2030`},
		{"cannot be read", "figures.csv#ore", "year,ore\n2030,1,5\n", `mine.yaml:1:89: the table figures.csv cannot be read: DIR/figures.csv:2:8: "5" stands in a column without a heading; a comma parts columns here: write 1.5, not 1,5`},
		{"from is a list", "[figures.csv]", figuresCSV, "mine.yaml:1:89: from is a list, expected a table"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := inFolder(t, "{scenario: mine, extends: teaching, markets: {boxes: {growth: {path_mt_per_year: {from: "+c.from+"}}}}}",
				map[string]string{"figures.csv": c.figures})
			_, err := Load(Request{Scenario: path})
			require.ErrorContains(t, err, strings.ReplaceAll(c.want, "DIR", filepath.Dir(path)))
			require.Len(t, strings.Split(err.Error(), "\n"), 1, "no other message with it")
		})
	}
}

// A date as a country writes it is told as the language does; which number is the month is
// asked where it may be either.
func TestDatesOfCountries(t *testing.T) {
	for written, want := range map[string]string{
		"01.02.2030": "2030-02", "1.2030": "2030-01", "13/2/2030": "2030-02", "2/13/2030": "2030-02", "02/03/2030": "2030-03 or 2030-02",
		"5/5/2030": "2030-05", "12-2030": "2030-12", "2030/7/1": "2030-07", "2030.11": "2030-11",
	} {
		path := inFolder(t, tabled, map[string]string{"figures.csv": strings.Replace(figuresCSV, "2031-07-01", written, 1), "season.tsv": seasonTSV})
		_, err := Load(Request{Scenario: path})
		require.EqualError(t, err, filepath.Dir(path)+`/figures.csv:3:10: the date is "`+written+`", write `+want)
	}
	path := inFolder(t, tabled, map[string]string{"figures.csv": figuresCSV, "season.tsv": strings.Replace(seasonTSV, "\n5\t", "\n1.5.2030\t", 1)})
	_, err := Load(Request{Scenario: path})
	require.EqualError(t, err, filepath.Dir(path)+`/season.tsv:7:1: the date is "1.5.2030", write 5`)
}

// A season needs a value for every month.
func TestSeasonsFromTables(t *testing.T) {
	path := inFolder(t, tabled, map[string]string{"figures.csv": figuresCSV, "season.tsv": "month\tweight\n1\t1\n13\t1\n"})
	_, err := Load(Request{Scenario: path})
	require.ErrorContains(t, err, `season.tsv:3:1: "13" is not a month of the calendar, expected 1 to 12`)
	require.ErrorContains(t, err, "the table has nothing for month 2, expected one value for each of 1 to 12")

	path = inFolder(t, tabled, map[string]string{"figures.csv": figuresCSV})
	_, err = Load(Request{Scenario: path})
	require.EqualError(t, err, path+":7:121: there is no file "+filepath.Join(filepath.Dir(path), "season.tsv"))
}
