package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/findings"
	"corridor/sim/tables"
)

func TestFind(t *testing.T) {
	targets := tables.New(tables.Targets)
	targets.Append("s", "a", "throughput_mt", "2028", 10, 6.2, false, "2031", nil, "")
	targets.Append("s", "b", "capacity_mt", "2028-12", 10, 10, true, "2028-12", nil, "")
	r, err := find(targets, is(tables.Targets.Metric, "capacity_mt"), in(tables.Targets.Threshold, 10))
	require.NoError(t, err)
	require.Equal(t, "b", r.text(tables.Targets.Target))
	require.Equal(t, 10.0, r.number(tables.Targets.Value))
	_, err = find(targets, is(tables.Targets.Metric, "capacity_mt"), in(tables.Targets.Threshold, 9))
	require.EqualError(t, err, "targets.csv has no row for capacity_mt, 9")
}

// foundTable is findings.csv with a row for each scenario, baseline, finding, subject, period
// and share with its interval.
func foundTable(rows ...[]any) *tables.Table {
	t := tables.New(tables.Findings)
	for _, r := range rows {
		s := findings.Share{Of: r[5].(float64), Low: r[6].(float64), High: r[7].(float64)}
		t.Append(r[0], r[1], r[2], r[3], r[3], r[4], 500, s.Of, s.Low, s.High, string(s.Verdict()), s.Open())
	}
	return t
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
		{10.2, true, "2028", [3]float64{0.7, 0.65, 0.75}, "yes, 10.20 Mt", "undecided, in 70.0 % (65.0 to 75.0 %)"},
		{10.2, true, "2028", [3]float64{0.95, 0.93, 0.97}, "yes, 10.20 Mt", "yes, in 95.0 % (93.0 to 97.0 %)"},
		{6.21, false, "2031", [3]float64{0.05, 0.03, 0.08}, "no, 6.21 Mt", "no, only in 5.0 % (3.0 to 8.0 %)"},
		{5, false, "", [3]float64{0, 0, 0.008}, "no, 5.00 Mt, nor later", "no, in none (at most 0.8 %)"},
	} {
		targets := tables.New(tables.Targets)
		targets.Append("s", "a", "throughput_mt", "2028", 10, c.value, c.met, c.first, nil, "")
		found := foundTable([]any{"s", "", findings.TargetMet, "a", "2028", c.chance[0], c.chance[1], c.chance[2]})
		q, err := askOfTarget(packed(targets), packed(found), tables.Annual.ThroughputMt)
		require.NoError(t, err)
		require.Equal(t, c.expected, q.expected)
		require.Equal(t, c.sure, q.sure)
	}
}

// What the projects are worth, and which most, is said with its share of the futures.
func TestAskWorth(t *testing.T) {
	tr := newTrials(nil)
	ranking, together := tables.New(tables.Ranking), tables.New(tables.Together)
	for i, name := range []string{"dear", "best", "unsure"} {
		ranking.Append(cellsOf(ranking, map[string]any{
			"project": name, "title": name, "costs_musd": 10.0, "ratio_last": []float64{2, 7, 9}[i], "worth_last_share": []float64{1, 0.95, 0.5}[i], "worth_first_share": 0.99,
		})...)
	}
	for metric, mean := range map[string]float64{tables.NPV: 500, tables.PresentBenefits: 3500, tables.PresentCosts: 3000} {
		together.Append(cellsOf(together, map[string]any{"metric": metric, "period": tables.Total, "mean": mean, "p05": -1400.0, "p95": 2000.0, "above_share": 0.6})...)
	}
	tr.written[appraisalOfReference] = packed(ranking, together)
	q, err := tr.askWorth(nil, nil)
	require.NoError(t, err)
	require.Equal(t, "USD billion, present values: benefits 3.5, costs 3.0", q.expected)
	require.Equal(t, "undecided, in 60 %; −1.4 to 2.0 net in nine of ten", q.sure)
	q, err = tr.askBest(nil, nil)
	require.NoError(t, err)
	require.Equal(t, "best: USD 7 for each beside all the others", q.expected, "unsure has the higher ratio in half of the futures alone")
	require.Equal(t, "worth its cost in 95 %, in 99 % alone", q.sure)
}

// A sentence that the results do not bear out is an error, not a falsehood.
func TestUntrueSentences(t *testing.T) {
	tr := newTrials(nil)
	months := tables.New(tables.Monthly)
	for _, month := range []string{"2026-01", "2028-12", "2031-01"} {
		months.Append(cellsOf(months, map[string]any{"month": month})...) // nothing is ever held back
	}
	targets := tables.New(tables.Targets)
	targets.Append("stated", "capacity-10", "capacity_mt", "2028-12", 10, 10, true, "2028-12", nil, "")
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
