package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func TestFind(t *testing.T) {
	targets := tables.New(tables.Targets)
	targets.Append("s", "a", "throughput_mt", "2028", 10, 6.2, false, "2031")
	targets.Append("s", "b", "capacity_mt", "2028-12", 10, 10, true, "2028-12")
	r, err := find(targets, is(tables.Targets.Metric, "capacity_mt"), in(tables.Targets.Threshold, 10))
	require.NoError(t, err)
	require.Equal(t, "b", r.text(tables.Targets.Target))
	require.Equal(t, 10.0, r.number(tables.Targets.Value))
	_, err = find(targets, is(tables.Targets.Metric, "capacity_mt"), in(tables.Targets.Threshold, 9))
	require.EqualError(t, err, "targets.csv has no row for capacity_mt, 9")
}

// What is said of a target follows from the tables, whichever way it came out.
func TestAskOfTarget(t *testing.T) {
	for _, c := range []struct {
		value          float64
		met            bool
		first          string
		chance         [3]float64
		expected, sure string
	}{
		{10.2, true, "2028", [3]float64{0.7, 0.65, 0.75}, "yes, 10.20 Mt", "yes in 70.0 % (65.0 % to 75.0 %)"},
		{6.21, false, "2031", [3]float64{0.156, 0.127, 0.19}, "no, 6.21 Mt", "yes in 15.6 % (12.7 % to 19.0 %)"},
		{5, false, "", [3]float64{0, 0, 0.008}, "no, 5.00 Mt; nor in a later year", "in none (chance at most 0.8 %)"},
	} {
		targets, chances := tables.New(tables.Targets), tables.New(tables.Chances)
		targets.Append("s", "a", "throughput_mt", "2028", 10, c.value, c.met, c.first)
		chances.Append("s", "a", "10 Mt", "throughput_mt", "2028", false, 10, 500, c.chance[0], c.chance[1], c.chance[2])
		q, err := askOfTarget(packed(targets), packed(chances), tables.Annual.ThroughputMt)
		require.NoError(t, err)
		require.Equal(t, c.expected, q.expected)
		require.Equal(t, c.sure, q.sure)
	}
}

// One plan is first when it is ahead in most futures by far; else it is undecided.
func TestAskFirst(t *testing.T) {
	for _, c := range []struct {
		higher, lower float64
		want          string
	}{
		{0.03, 0.95, "ships carry more in 95.0 %"},
		{0.92, 0.08, "railways carry more in 92.0 %"},
		{0.45, 0.55, "undecided: ships carry more in 55.0 %, railways in 45.0 %"},
	} {
		differences := tables.New(tables.Differences)
		differences.Append(cellsOf(differences, map[string]any{
			"scenario": "rail-first", "metric": "throughput_mt", "period": "2030", "higher": c.higher, "lower": c.lower,
		})...)
		tr := newTrials(nil)
		tr.written["compare sea-first rail-first "+futures] = packed(differences)
		tr.written["run sea-first"] = packed(yearTable(2030, 5.28), projectTable(436))
		tr.written["run rail-first"] = packed(yearTable(2030, 4.87), projectTable(20000, 4500))
		q, err := tr.askFirst(nil, nil)
		require.NoError(t, err)
		require.Equal(t, c.want, q.sure)
		require.Equal(t, "in 2030 5.28 Mt with ships, dredging and ports (USD 436 million), 4.87 with railways (USD 24.5 billion)", q.expected)
	}
}

// A sentence that the results do not bear out is an error, not a falsehood.
func TestUntrueSentences(t *testing.T) {
	tr := newTrials(nil)
	months := tables.New(tables.Monthly)
	for _, month := range []string{"2026-01", "2028-12", "2031-01"} {
		months.Append(cellsOf(months, map[string]any{"month": month})...) // nothing is ever held back
	}
	targets := tables.New(tables.Targets)
	targets.Append("stated", "capacity-10", "capacity_mt", "2028-12", 10, 10, true, "2028-12")
	tr.written["run stated"] = packed(months, targets, yearTable(2025, 4))
	_, err := tr.statedInWords()
	require.ErrorIs(t, err, errUntrue)

	tr.written["run reference"] = packed(yearTable(2025, 4.4))
	_, err = tr.whatYearWas()
	require.ErrorIs(t, err, errUntrue, "less was expected than happened")
}

func packed(list ...*tables.Table) *tables.Package { return &tables.Package{Tables: list} }

// cellsOf are the cells of a row, by column, empty where none is given.
func cellsOf(t *tables.Table, given map[string]any) []any {
	cells := make([]any, len(t.Schema.Columns))
	for i, column := range t.Schema.Columns {
		cells[i] = given[column.Name]
	}
	return cells
}

func yearTable(year int, carried float64) *tables.Table {
	t := tables.New(tables.Annual)
	t.Append(cellsOf(t, map[string]any{"year": year, "throughput_mt": carried, "offered_mt": carried, "capacity_mt": math.NaN()})...)
	return t
}

func projectTable(costs ...float64) *tables.Table {
	t := tables.New(tables.Projects)
	for _, cost := range costs {
		t.Append(cellsOf(t, map[string]any{"cost_musd": cost})...)
	}
	return t
}
