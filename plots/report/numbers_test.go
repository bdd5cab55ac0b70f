package report

import (
	"encoding/base64"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

// parsed reads a number as the page writes it.
func parsed(t *testing.T, text string) (v float64, decimals int) {
	t.Helper()
	text, _, _ = strings.Cut(text, "\u00a0")
	text = strings.NewReplacer(",", "", "−", "-", "+", "").Replace(text)
	v, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	_, fraction, _ := strings.Cut(text, ".")
	return v, len(fraction)
}

// Every key figure and every figure compared stands in a table of the run, to the
// digits shown.
func TestFiguresAreThoseOfTheTables(t *testing.T) {
	run, ensemble, more := stated(t), futures(t), other(t, "more")
	all := elements(t, written(t, Options{}, run, ensemble, more))
	var spent float64
	for _, v := range tables.Annual.CapexMUSD.Of(run.Package.Table(tables.Annual)) {
		spent += v
	}
	held, _ := findings.Holders(run.Package.Table(tables.Segments), nil)
	turnedAway := held[0].TurnedAwayMt // of its only segment
	figures := named(all, "data")
	require.Greater(t, len(figures), 90)
	for _, e := range figures {
		v, err := strconv.ParseFloat(e.attr["value"], 64)
		require.NoError(t, err)
		require.True(t, v == spent || v == turnedAway || has(run, tables.Annual, v) || has(run, tables.Targets, v) || has(ensemble, tables.Quantiles, v) || has(run, tables.Segments, v),
			"%s is in no table", e.attr["value"])
		shown, decimals := parsed(t, e.text)
		half := 0.5 * math.Pow10(-decimals)
		near := math.Abs(shown-v) <= half*(1+1e-9) || math.Abs(shown-100*v) <= half*(1+1e-9) // a ratio is shown in percent
		require.True(t, near, "%s is shown as %s", e.attr["value"], e.text)
	}
}

// The table of the years shows each value of annual.csv in its place.
func TestYearsAreThoseOfTheTable(t *testing.T) {
	run := stated(t)
	m := topicOf(subjectsOf([]Run{run}))
	shown := annualTable(m.run, true)
	annual := run.Package.Table(tables.Annual)
	require.Len(t, shown.Rows, annual.Len())
	columns := valued(m.run.knows)
	require.Len(t, columns, len(measures)-1, "all but the containers, which this scenario does not count")
	for i, row := range shown.Rows {
		require.Equal(t, raw(tables.Annual.Year.Of(annual)[i]), row.Period)
		for j, measure := range columns {
			want := measure.Of(annual)[i] * measure.Scale
			got, decimals := parsed(t, row.Cells[j])
			require.InDelta(t, want, got, 0.5*math.Pow10(-decimals)*(1+1e-9), "%s in %s", measure.Name, row.Period)
		}
	}
	months := monthlyTable(m.run)
	require.Len(t, months.Rows, run.Package.Table(tables.Monthly).Len())
	require.Equal(t, "2028-12", months.Rows[5*12+11].Period)
	got, _ := parsed(t, months.Rows[5*12+11].Cells[2])
	require.InDelta(t, 10.0/12, got, 0.0005, "a month has a twelfth of the stated capacity of 10 Mt a year")
}

// What can be downloaded are the tables, byte for byte.
func TestDownloadsAreTheFiles(t *testing.T) {
	run := stated(t)
	found := 0
	for _, e := range elements(t, written(t, Options{}, run)) {
		if e.name != "a" || e.attr["download"] == "" {
			continue
		}
		data, ok := strings.CutPrefix(e.attr["href"], "data:text/csv;charset=utf-8;base64,")
		require.True(t, ok)
		content, err := base64.StdEncoding.DecodeString(data)
		require.NoError(t, err)
		require.Equal(t, run.Files[e.attr["data-table"]+".csv"], content)
		require.Equal(t, "stated-"+e.text, e.attr["download"])
		found++
	}
	require.Equal(t, len(run.Files), found, "the tables of one segment are small enough to be all in the page")
}

// What has no room is named with the place it is at; a content is embedded once.
func TestLargeTablesAreNamed(t *testing.T) {
	run, twin := stated(t), other(t, "twin")
	run.Files["flows.csv"] = make([]byte, tableLimit)
	twin.Files["routes.csv"] = run.Files["routes.csv"]
	downloads := downloadsOf(subjectsOf([]Run{run, twin}), tableLimit)
	where := func(i int, name string) download {
		for _, d := range downloads[i].Tables {
			if d.Name == name {
				return d
			}
		}
		t.Fatal(name)
		return download{}
	}
	require.Empty(t, where(0, "flows").Link)
	require.Contains(t, where(0, "flows").Where, "in the run directory")
	require.NotEmpty(t, where(0, "segments").Link)
	require.Equal(t, "the same as that of stated", where(1, "routes").Where)
	require.NotEmpty(t, where(1, "annual").Link, "the chart reads it")
}

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{0, 0, "0"}, {0.005, 2, "0.01"}, {-0.001, 2, "0.00"}, {-1234567.8, 1, "−1,234,567.8"}, {999.96, 1, "1,000.0"}, {123, 0, "123"},
		{1e15, 0, "1,000,000,000,000,000"}, {math.NaN(), 2, "–"},
	} {
		require.Equal(t, test.want, number(test.v, test.decimals))
	}
	for v, want := range map[float64]string{10: "10", 2.5: "2.5", 1234.567: "1,234.57", 0.004: "0"} {
		require.Equal(t, want, readable(v))
	}
	for v, want := range map[float64]string{1142: "1,142", 0.0125: "0.0125", -3.5: "−3.5", 2e-9: "2e-09"} {
		require.Equal(t, want, plain(v))
	}
}

// Each key figure is that of its row and year, and its spread that of the futures.
func TestKeyFiguresStandInTheirPlace(t *testing.T) {
	run, ensemble := stated(t), futures(t)
	m := topicOf(subjectsOf([]Run{run, ensemble}))
	k := m.keyFigures()
	require.Equal(t, []keyYear{{2023, "first year"}, {2028, "target year"}, {2035, "last year"}}, k.Years)
	for i, column := range keyMeasures {
		for j, y := range k.Years {
			c := k.Rows[i].Cells[j]
			require.Equal(t, raw(m.run.annual(column, y.Year)), c.Figure.Raw)
			require.Equal(t, []string{
				raw(m.ensemble.quantile(column, y.Year, tables.Quantiles.P50)), raw(m.ensemble.quantile(column, y.Year, tables.Quantiles.P05)), raw(m.ensemble.quantile(column, y.Year, tables.Quantiles.P95)),
			}, []string{c.Spread[0].Raw, c.Spread[1].Raw, c.Spread[2].Raw})
		}
	}
	require.Equal(t, "6.208449339547734", k.Rows[0].Cells[1].Figure.Raw, "throughput of 2028 in testdata/golden/stated/annual.csv")
	require.Equal(t, "6.21", k.Rows[0].Cells[1].Figure.Text)
}
