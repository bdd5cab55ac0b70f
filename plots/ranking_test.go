package plots

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

func ExampleChart_ranking() {
	chart, _ := Lookup("ranking")
	figure, err := chart.Draw(exampleRanking(11))
	fmt.Println(figure.Title(), err)
	// Output: Half of the 4.3 Mt that all bring comes from 2 of 11 projects and measures <nil>
}

// Names are written whole, what brings next to nothing is counted and not drawn, and what is
// less than nothing is drawn.
func TestRankingShowsWhatBringsSomething(t *testing.T) {
	c, _ := Lookup("ranking")
	figure, err := c.Draw(exampleRanking(11))
	require.NoError(t, err)
	said := saidBy(figure)
	require.Contains(t, said, "one booking for all of it")
	require.Contains(t, said, "Left out, as next to nothing more is carried with them: 2 of 11.")
	for _, text := range []string{"Railway bypass", "−0.21", "hub", "+1.57", "5,642"} {
		require.Contains(t, said, text)
	}
	for _, text := range []string{"…", "Stations of Dostyk", "Electronic permits"} {
		require.NotContains(t, said, text)
	}
	require.Contains(t, figure.Description(), "Two container ships: +1.31 Mt, alone +1.67, to all the others +0.90.")
}

func TestRankingOfMany(t *testing.T) {
	c, _ := Lookup("ranking")
	for size, shown := range map[string]string{Screen: "24 of 32", Slide: "[4-9] of 32"} {
		figure, err := c.DrawAs(exampleRanking(38), Options{Size: size})
		require.NoError(t, err)
		require.Regexp(t, "Shown, those that change most: "+shown+`\.`, saidBy(figure))
		if size == Screen {
			require.Contains(t, saidBy(figure), "Railway bypass", "less is a change too")
		}
	}
}

func TestRankingSaysWhatAllBring(t *testing.T) {
	c, _ := Lookup("ranking")
	for _, test := range []struct {
		carried []float64
		want    string
	}{
		{[]float64{1.5}, "The only one appraised brings +1.5 Mt"},
		{[]float64{-0.5, -1}, "All projects and measures together bring −1.5 Mt"},
		{[]float64{1, 1}, "Half of the 2.0 Mt that all bring comes from 1 of 2 projects and measures"},
		{[]float64{0.1, 0.1, 0.1}, "Half of the 0.30 Mt that all bring comes from 2 of 3 projects and measures"},
	} {
		table := tables.New(tables.Ranking)
		for i, v := range test.carried {
			appendRanked(table, map[string]any{"project": fmt.Sprint("p", i), "carried_mt": v, "carried_error": 0.1, "capex_musd": 1.0, "carried_first_mt": v, "carried_last_mt": v})
		}
		figure, err := c.Draw(examplePackage(table))
		require.NoError(t, err)
		require.Equal(t, test.want, figure.Title())
	}
}

// Where nothing brings more than next to nothing, a run draws no ranking, and who asks for it is
// told why.
func TestRankingOfNothing(t *testing.T) {
	table := tables.New(tables.Ranking)
	appendRanked(table, map[string]any{"project": "p", "carried_mt": 0.001, "carried_error": 0.0, "carried_first_mt": 0.0, "carried_last_mt": 0.001, "capex_musd": 8.0})
	c, _ := Lookup("ranking")
	require.False(t, c.Possible(examplePackage(table)))
	requireBlank(t, c, examplePackage(table), "Next to the same is carried with and without each of them.")
}

// TestOddAppraisals draws what no sensible appraisal says.
func TestOddAppraisals(t *testing.T) {
	one := func(change map[string]any) *tables.Table {
		table := tables.New(tables.Ranking)
		row := map[string]any{"project": "p", "title": "P", "carried_mt": 1.0, "carried_error": 0.1, "carried_first_mt": 1.2, "carried_last_mt": 0.8, "capex_musd": 8.0}
		for name, cell := range change {
			row[name] = cell
		}
		appendRanked(table, row)
		return table
	}
	with := func(name string, cell any) *tables.Package { return examplePackage(one(map[string]any{name: cell})) }
	var tests []oddCase
	for _, chart := range []string{"ranking", "costs"} {
		tests = append(tests, []oddCase{
			{"one", chart, with("soft", true), ""},
			{"no cost", chart, with("capex_musd", 0.0), ""},
			{"no error", chart, with("carried_error", nil), ""},
			{"not alone", chart, with("carried_first_mt", nil), ""},
			{"no last", chart, with("carried_last_mt", nil), ""},
			{"less", chart, with("carried_mt", -1.0), ""},
			{"large", chart, with("carried_mt", 1e11), ""},
			{"wild", chart, with("carried_error", 1e9), ""},
			{"not a number", chart, with("carried_mt", nil), "Every value of carried_mt in ranking.csv is empty."},
			{"infinite", chart, with("carried_mt", math.Inf(-1)), "carried_mt in ranking.csv is too large a number to be drawn."},
			{"huge", chart, with("capex_musd", 1e300), "capex_musd in ranking.csv is too large a number to be drawn."},
			{"negative error", chart, with("carried_error", -1.0), "ranking.csv:2: carried_error is -1, it cannot be negative"},
			{"twice", chart, examplePackage(twice(one(nil))), "ranking.csv:3: p comes twice"},
			{"empty", chart, examplePackage(tables.New(tables.Ranking)), "ranking.csv has no rows"},
		}...)
	}
	drawOdd(t, tests)

	for _, title := range []string{"", strings.Repeat("тасымалдау ", 90), strings.Repeat("x", 900)} {
		for _, chart := range []string{"ranking", "costs"} {
			c, _ := Lookup(chart)
			for _, size := range Sizes {
				figure, err := c.DrawAs(with("title", title), Options{Size: size})
				require.NoError(t, err)
				require.Empty(t, figure.Misplaced())
				require.NoError(t, figure.Write(io.Discard, PDF))
			}
		}
	}
}
