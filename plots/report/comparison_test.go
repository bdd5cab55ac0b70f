package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// Runs stand beside each other with the values of their tables, an ensemble with its
// medians; money and targets are those of runs alone.
func TestComparison(t *testing.T) {
	run, many, more := stated(t), futures(t), other(t, "more")
	tables.Annual.CapexMUSD.Of(more.Package.Table(tables.Annual))[0] += 1000
	subjects := subjectsOf([]Run{run, many, more})
	m := topicOf(subjects)
	c := compare(m, subjects)
	require.Equal(t, []int{2028, 2035}, c.Years)
	require.Equal(t, shownOften, c.Columns)
	require.Equal(t, 2035, c.Last)
	require.Len(t, c.Rows, 3)
	for i, s := range subjects {
		row := c.Rows[i]
		require.Len(t, row.Cells, len(c.Years)*len(c.Columns))
		for j, year := range c.Years {
			for k, shown := range c.Columns {
				require.Equal(t, raw(s.value(shown, year)), row.Cells[j*len(c.Columns)+k].Raw, "%s in %d", shown.Name, year)
			}
		}
	}
	require.Equal(t, "1 of 2", c.Rows[0].Targets)
	require.Equal(t, []string{"stated, 500 futures, seed 7 (median)", "–", "–"}, []string{c.Rows[1].Label, c.Rows[1].Targets, c.Rows[1].Spent.Text})
	require.Equal(t, "6.00", c.Rows[1].Cells[5].Text, "median of 2035")
	require.Equal(t, "Another one", c.Rows[2].Title)
	before, _ := parsed(t, c.Rows[0].Spent.Text)
	after, _ := parsed(t, c.Rows[2].Spent.Text)
	require.Equal(t, 1000.0, after-before)
	require.Equal(t, []string{"0", "0"}, []string{c.Rows[0].Later.Text, c.Rows[0].Other.Text})
	require.Equal(t, none, c.Rows[1].Later.Text)
}

// One run is compared with nothing, and neither is one beside tables of another kind.
func TestNothingToCompare(t *testing.T) {
	hindcast := tables.New(tables.Hindcast)
	hindcast.Append("stated", "conditional", "fit", "throughput_mt", "headline", 2024, 4.5, 4.4, nil, nil, nil, nil, "")
	for _, runs := range [][]Run{
		{stated(t)}, {futures(t)}, {stated(t), runOf(t, &tables.Package{Name: "h", Tables: []*tables.Table{hindcast}})},
	} {
		subjects := subjectsOf(runs)
		require.Nil(t, compare(topicOf(subjects), subjects))
	}
}

func TestTargetsMet(t *testing.T) {
	for want, met := range map[string][]bool{"0 of 2": {false, false}, "1 of 2": {false, true}, "3 of 3": {true, true, true}, none: nil} {
		table := tables.New(tables.Targets)
		for _, is := range met {
			table.Append("s", "x", "capacity_mt", "2030", 1.0, 1.0, is, "", nil, "")
		}
		require.Equal(t, want, metOf(&subject{w: english(), Run: Run{Package: &tables.Package{Tables: []*tables.Table{table}}}}))
	}
	require.Equal(t, none, metOf(&subject{w: english(), Run: Run{Package: &tables.Package{}}}), "no table of targets")
}
