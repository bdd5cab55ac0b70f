package series

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/plots/words"
	"corridor/sim/tables"
)

var nan = math.NaN()

// inputs has a value for each row; months are those of another table.
func inputs(values ...float64) *tables.Table {
	t := tables.New(tables.Inputs)
	for i, v := range values {
		t.Append("a", i, "growth", tables.Finite(v))
		tables.Inputs.Value.Of(t)[i] = v // infinite too
	}
	return t
}

func TestRowsOf(t *testing.T) {
	several := inputs(1, 2)
	tables.Inputs.Scenario.Of(several)[1] = "b"
	short := &tables.Schema{Name: "inputs", Columns: tables.Inputs.Columns[:2]}
	for want, list := range map[string][]*tables.Table{
		"there is no inputs.csv":                                        nil,
		"inputs.csv has no rows":                                        {inputs()},
		"inputs.csv has no column input":                                {tables.New(short)},
		`inputs.csv:3: a chart draws one scenario, found "b" after "a"`: {several},
	} {
		_, err := RowsOf(&tables.Package{Tables: list}, tables.Inputs)
		require.EqualError(t, err, want)
	}
	found, err := RowsOf(&tables.Package{Tables: []*tables.Table{inputs(1)}}, tables.Inputs)
	require.NoError(t, err)
	require.Equal(t, 1, found.Len())
}

// Differences of scenarios have one baseline.
func TestOfBaseline(t *testing.T) {
	_, err := OfBaseline(&tables.Package{}, tables.Differences)
	require.EqualError(t, err, "there is no differences.csv")
	table := tables.New(tables.Differences)
	row := make([]any, len(tables.Differences.Columns))
	for _, baseline := range []string{"a", "b"} {
		row[0] = baseline
		table.Append(row...)
	}
	_, err = OfBaseline(&tables.Package{Tables: []*tables.Table{table}}, tables.Differences)
	require.EqualError(t, err, `differences.csv:3: a chart has one baseline, found "b" after "a"`)
}

// What a column may hold is checked, and the table is left as it was.
func TestColumns(t *testing.T) {
	column := tables.Inputs.Value
	for _, test := range []struct {
		read func(*tables.Table, tables.NumberColumn) ([]float64, error)
		give []float64
		want []float64
		err  string
	}{
		{Measure, []float64{1, nan, -1e-9}, []float64{1, nan, 0}, ""},
		{Measure, []float64{1, -2}, nil, "inputs.csv:3: value is -2, it cannot be negative"},
		{Measure, []float64{1, 1e300}, nil, "value in inputs.csv is too large a number to be drawn."},
		{Measure, []float64{math.Inf(1)}, nil, "value in inputs.csv is too large a number to be drawn."},
		{Signed, []float64{-2, nan, 3}, []float64{-2, nan, 3}, ""},
		{Signed, []float64{math.Inf(-1)}, nil, "value in inputs.csv is too large a number to be drawn."},
		{Shares, []float64{0, 0.5, nan, 1 + 1e-12}, []float64{0, 50, nan, 100}, ""},
		{Shares, []float64{0.1, 1.2}, nil, "inputs.csv:3: value is 1.2, expected a share from 0 to 1"},
	} {
		table := inputs(test.give...)
		got, err := test.read(table, column)
		if test.err != "" {
			require.EqualError(t, err, test.err)
			continue
		}
		require.NoError(t, err)
		require.Len(t, got, len(test.want))
		for i := range got {
			if math.IsNaN(test.want[i]) {
				require.True(t, math.IsNaN(got[i]))
				continue
			}
			require.Equal(t, test.want[i], got[i])
			require.Equal(t, test.give[i], column.Of(table)[i])
		}
	}
	_, err := Measures(inputs(nan, nan), column)
	require.EqualError(t, err, "Every value of value in inputs.csv is empty.")
	require.False(t, Unreadable(err), "the table is in order")
	_, err = Measure(inputs(-1), column)
	require.True(t, Unreadable(err))
	require.False(t, Unreadable(nil))
}

func TestYears(t *testing.T) {
	list, err := Years(inputs(2024, 2025, 2030), tables.Inputs.Value, nil)
	require.NoError(t, err)
	require.Equal(t, []int{2024, 2025, 2030}, list)
	list, err = Years(inputs(2024, 1900, 2030), tables.Inputs.Value, []int{0, 2})
	require.NoError(t, err)
	require.Equal(t, []int{2024, 2030}, list)
	for want, table := range map[string]*tables.Table{
		"inputs.csv:3: year 2024 comes after 2025":             inputs(2025, 2024),
		"inputs.csv:2: 2024.5 is not a year from 1800 to 2200": inputs(2024.5),
		"inputs.csv:2: the year is empty":                      inputs(nan),
		"inputs.csv:2: 1e+300 is not a year from 1800 to 2200": inputs(1e300),
	} {
		_, err := Years(table, tables.Inputs.Value, nil)
		require.EqualError(t, err, want)
	}
}

func TestWholeYears(t *testing.T) {
	periods := func(list ...string) *tables.Table {
		t := inputs(make([]float64, len(list))...)
		copy(tables.Inputs.Input.Of(t), list)
		return t
	}
	all := func(t *tables.Table) []int { return RowsWhere(t, func(int) bool { return true }) }
	table := periods("2024", "2024-06", "2026")
	list, kept, err := WholeYears(table, tables.Inputs.Input, all(table))
	require.NoError(t, err)
	require.Equal(t, []int{2024, 2026}, list)
	require.Equal(t, []int{0, 2}, kept)
	for want, table := range map[string]*tables.Table{
		`inputs.csv:2: "soon" is neither a year nor a month`:      periods("soon"),
		`inputs.csv:3: "2023" is not a year after the one before`: periods("2024", "2023"),
		`inputs.csv:2: "1500" is not of the years 1800 to 2200`:   periods("1500"),
		"inputs.csv has no rows of a whole year":                  periods("2024-06"),
	} {
		_, _, err := WholeYears(table, tables.Inputs.Input, all(table))
		require.EqualError(t, err, want)
	}
}

// byMonth is a table of two segments; the second has no row for 2024-03.
func byMonth() *tables.Table {
	t := tables.New(tables.Segments)
	for _, m := range []string{"2023-12", "2024-01", "2024-02", "2024-03"} {
		t.Append("a", m, "port", 1.0, 1.0, 0.5, 0.0, 0.0, 0.0, 1.0)
		if m != "2024-03" {
			t.Append("a", m, "ferry", 1.0, 1.0, 0.25, 0.0, 0.0, 0.0, 1.0)
		}
	}
	return t
}

func TestValuesByMonth(t *testing.T) {
	table := byMonth()
	first, last, err := MonthRange(table)
	require.NoError(t, err)
	require.Equal(t, "2023-12 2024-03", first.String()+" "+last.String())
	list, err := ValuesByMonth(table, tables.Segments.Utilisation, tables.Segments.Segment.Of(table), first+1, last, 100)
	require.NoError(t, err)
	require.Equal(t, ByMonth{"port", []float64{50, 50, 50}}, list[0])
	require.Equal(t, "ferry", list[1].Name)
	require.Equal(t, []float64{25, 25}, list[1].Values[:2])
	require.True(t, math.IsNaN(list[1].Values[2]))

	_, err = ValuesByMonth(table, tables.Segments.Utilisation, nil, first, last, 1)
	require.EqualError(t, err, "segments.csv:3: 2023-12 comes twice")
	tables.Segments.Month.Of(table)[3] = "May"
	_, _, err = MonthRange(table)
	require.EqualError(t, err, `segments.csv:5: "May" is not a month such as 2028-12`)
}

func TestMonthCells(t *testing.T) {
	table := tables.New(tables.Projects)
	table.Append("a", "p", "", "2024-06", "", "soon", 1.0, 1.0, 0.0, 1.0, 0.0, 0.0)
	start, err := MonthAt(table, tables.Projects.Start, 0)
	require.NoError(t, err)
	require.Equal(t, "2024-06", start.String())
	service, err := MonthOrNever(table, tables.Projects.InService, 0)
	require.NoError(t, err)
	require.Zero(t, service)
	_, err = MonthAt(table, tables.Projects.InService, 0)
	require.EqualError(t, err, `projects.csv:2: in_service "" is not a month such as 2028-12`)
	_, err = MonthOrNever(table, tables.Projects.FullEffect, 0)
	require.EqualError(t, err, `projects.csv:2: full_effect "soon" is not a month such as 2028-12`)
}

// A chart of one year shows the last one with all its months, or else the last one and
// says how little of it there is.
func TestCoveredYears(t *testing.T) {
	table := byMonth()
	list, err := CoveredYears(table)
	require.NoError(t, err)
	require.Equal(t, []CoveredYear{{2023, 1}, {2024, 3}}, list)
	shown, err := LastFullYear(table)
	require.NoError(t, err)
	w, err := words.Of("en")
	require.NoError(t, err)
	require.Equal(t, "2024 (3 of 12 months)", shown.Said(w))
	for m := range words.Month(12) {
		table.Append("a", (2022*12 + m).String(), "port", 1.0, 1.0, 0.5, 0.0, 0.0, 0.0, 1.0)
	}
	shown, err = LastFullYear(table)
	require.NoError(t, err)
	require.Equal(t, CoveredYear{2022, 12}, shown)
	require.Equal(t, "2022", shown.Said(w))
}

func TestNumbers(t *testing.T) {
	require.Equal(t, 2.0, Mean([]float64{1, nan, 3}))
	require.Zero(t, Mean([]float64{nan}))
	require.Equal(t, 3.0, Highest([]float64{1, nan}, []float64{3, -1}))
	require.Zero(t, Highest([]float64{-1, nan}))
	require.True(t, AnyNumber([]float64{nan, 0}))
	require.False(t, AnyNumber([]float64{nan}))
	require.Equal(t, []float64{30, 10}, Times(Pick([]float64{1, 2, 3}, []int{2, 0}), 10))
}
