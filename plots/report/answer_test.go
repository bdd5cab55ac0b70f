package report

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// answered is the answer to runs with plain spaces.
func answered(runs ...Run) (first, second, caveat string) {
	a := topicOf(subjectsOf(runs)).answer()
	plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
	return plain(a.First), plain(a.Second), plain(a.Caveat)
}

// The figures are those of testdata/golden/stated, which the command's summary
// prints too.
func TestAnswerOfARun(t *testing.T) {
	first, second, caveat := answered(stated(t))
	require.Equal(t, "In the model, the scenario meets 1 of its 2 targets: A capacity of 10 Mt/yr by December 2028 is met in December 2028; "+
		"10 Mt carried in a year by 2028 is missed by 3.79 Mt, first reached in 2031; with no limit it would be 7.72 Mt, so no capacity would do.", first)
	require.Equal(t, "Cargo is held back most often at Middle Corridor, in 95 of 156 months and first in January 2026; "+
		"1.58 of 7.79 Mt offered in 2028 are turned away.", second)
	require.Contains(t, caveat, "10 of its 18 figures are assumed or derived")
	require.Contains(t, caveat, "No uncertainty was run")
}

func TestAnswerOfManyFutures(t *testing.T) {
	first, _, caveat := answered(stated(t), futures(t))
	require.Contains(t, first, "is met in December 2028 (undecided over many futures: met in 10.8 % of 500, 95 % interval 8.4 to 13.8 %)")
	require.Contains(t, first, "first reached in 2031; with no limit it would be 7.72 Mt, so no capacity would do (missed over many futures: met in none of 500, 95 % interval 0.0 to 0.8 %)")
	require.Contains(t, caveat, "no doubt about the model itself")

	first, second, _ := answered(futures(t))
	require.Equal(t, "In the model, the corridor carries 6.00 Mt (5 to 95 %: 4.94 to 7.06) in 2035 in the median of 500 futures, seed 7, at a capacity of 6.25 Mt/yr (5 to 95 %: 5.19 to 7.31).", first)
	require.Equal(t, "What 500 simulated futures say of the targets, by the share in which each is met: A capacity of 10 Mt/yr by December 2028 undecided, in 10.8 % (95 % interval 8.4 to 13.8 %); "+
		"10 Mt carried in a year by 2028 missed, in none (95 % interval 0.0 to 0.8 %), with no limit in 2.0 %.", second)
}

// The chance is that of chances.csv, also of a target to stay under a value, which a
// future without one misses.
func TestChanceToStayUnder(t *testing.T) {
	e := futures(t)
	little := goal(t, "capacity-10", "Little", "capacity_mt", "2028-12", 10)
	little.AtMost = true
	e.Package.Targets = []tables.Target{little}
	got := topicOf(subjectsOf([]Run{e})).targets()[0]
	require.True(t, math.IsNaN(got.chance.inReach), "no capacity is carried")
	got.chance.inReach = 0
	require.Equal(t, chance{500, 0.108, 0.0837, 0.1383, 0}, got.chance)
	require.Equal(t, "at most 10\u00a0Mt/yr", got.Wanted)
	// Another threshold, date or target has no chance.
	for _, aim := range []tables.Target{
		goal(t, "capacity-10", "", "capacity_mt", "2028-12", 9), goal(t, "capacity-10", "", "capacity_mt", "2029-12", 10), goal(t, "capacity", "", "capacity_mt", "2028-12", 10),
	} {
		require.Zero(t, topicOf(subjectsOf([]Run{e})).chanceOf(aim).draws)
	}
}

func TestOutcomes(t *testing.T) {
	under, over := goal(t, "x", "Queue", "queue_mt", "2028", 0.5), goal(t, "x", "Share", "throughput_mt / potential_mt", "2028", 0.9)
	under.AtMost = true
	for _, test := range []struct {
		aim         tables.Target
		value       any
		met         bool
		first, want string
	}{
		{under, 0.75, false, "", "by 0.25 Mt too much, not met after it by 2035"},
		{under, 0.75, false, "2031", "by 0.25 Mt too much, first met after it in 2031"},
		{under, 0.25, true, "2028", "with 0.25 Mt"},
		{over, 0.5, false, "2024", "by 0.4, reached in 2024 and lost again"},
		{over, 0.5, false, "2031", "by 0.4, first reached in 2031"},
		{over, 0.95, true, "2028", "in 2028"},
		{over, nil, false, "", "without a value, not reached by 2035"},
		{over, 0.95, true, "", ""},
	} {
		r := stated(t)
		r.Package.Targets = []tables.Target{test.aim}
		targets := tables.New(tables.Targets)
		targets.Append("stated", "x", test.aim.Metric.String(), test.aim.At.String(), test.aim.Threshold, test.value, test.met, test.first, nil, "")
		for i, table := range r.Package.Tables {
			if table.Schema == tables.Targets.Schema {
				r.Package.Tables[i] = targets
			}
		}
		got := topicOf(subjectsOf([]Run{r})).targets()[0]
		require.Equal(t, test.want, strings.ReplaceAll(got.Outcome, "\u00a0", " "))
		first, _, _ := answered(r)
		verb := map[bool]string{true: "meets its target: ", false: "misses its target: "}[test.met]
		require.Contains(t, first, verb+test.aim.Title+map[bool]string{true: " in", false: " by"}[test.aim.AtMost]+" 2028 is ")
	}
}

// More targets than a sentence holds are counted.
func TestManyTargets(t *testing.T) {
	all := make([]target, 5)
	for i := range all {
		all[i] = target{Title: "A thing", By: "2030", Judged: true, Met: i == 0, Outcome: "x"}
	}
	require.Equal(t, "In the model, the scenario meets 1 of its 5 targets: A thing by 2030 is met x; A thing by 2030 is missed x; for 3 more see the table.", targetSentence(all))
	for i := range all {
		all[i].Met = true
	}
	require.Contains(t, targetSentence(all), "meets all its 5 targets")
	require.Contains(t, targetSentence(all[:2]), "meets both its targets")
	require.Contains(t, targetSentence(slices.Repeat(all[:1], 20)), "meets all its 20 targets")
	require.Empty(t, targetSentence(nil))
}

func TestWhereCargoIsHeldBack(t *testing.T) {
	segments := tables.New(tables.Segments)
	row := func(month, name string, held, queue float64) {
		segments.Append("s", month, name, 1.0, 1.0, 1.0, held, queue, 0.0, 1.0)
	}
	row("2024-01", "a", 0.5, 0) // nothing can wait
	row("2024-01", "b", 0.5, 0.25)
	row("2024-02", "a", 0.25, 0)
	row("2024-02", "b", 0, 0)
	row("2024-02", "c", 0, 0) // full, and carries all that comes
	all, months := holders(&subject{Run: Run{Package: &tables.Package{Tables: []*tables.Table{segments}}}})
	require.Equal(t, 2, months)
	require.Len(t, all, 2)
	require.Equal(t, "a", all[0].Title)
	require.Equal(t, cell{"0.75", "0.75"}, all[0].TurnedAway)
	require.Empty(t, all[0].Queue)
	require.Equal(t, cell{"0.250", "0.25"}, all[1].Queue)
	require.Equal(t, "2024-01", all[1].LongestMonth)
}

func TestBottlenecksAndDifferences(t *testing.T) {
	bottlenecks := tables.New(tables.Bottlenecks)
	for _, month := range []string{"2028-01", "2028-12"} {
		bottlenecks.Append("stated", month, "ships", 500, map[string]float64{"2028-01": 0.25, "2028-12": 0}[month], 0.0, 0.3, 0.1)
		bottlenecks.Append("stated", month, "rail", 500, map[string]float64{"2028-01": 0.5, "2028-12": 1}[month], 0.2, 1.0, 0.1)
		bottlenecks.Append("stated", month, "idle", 500, 0.0, 0.0, 0.1, 0.0)
	}
	differences := tables.New(tables.Differences)
	for _, metric := range []string{"throughput_mt", "emissions_kt"} {
		differences.Append("stated", "late", metric, "2028", 500, 5.0, 4.5, -0.5, 0.01, 0.1, -1.0, -0.75, -0.7, -0.6, -0.5, -0.4, 0.1, 0.25, 0.3, 0.1, 0.05, 0.2, 0.9, 500, 500)
	}
	e := futures(t)
	e.Package.Tables = append(e.Package.Tables, bottlenecks, differences)
	subjects := subjectsOf([]Run{e})
	m := topicOf(subjects)
	b := bottlenecksOf(m, subjects)
	require.Len(t, b, 1)
	require.Equal(t, []int{2028, 2035}, b[0].Years)
	require.Equal(t, "rail", b[0].Rows[0].Title)
	require.Equal(t, []string{"75.0\u00a0%", "–"}, b[0].Rows[0].Shares)
	require.Len(t, b[0].Rows, 2, "what never limits is not listed")
	d := differencesOf(m, subjects)
	require.Equal(t, []differenceGroup{{Baseline: "stated", Scenario: "late", Draws: 500, Rows: []differenceRow{{
		Name: "Carried", Unit: "Mt", Year: "2028", Median: cell{"−0.50", "-0.5"}, Spread: "−0.75 to +0.25", Higher: "10.0\u00a0% (5.0 to 20.0\u00a0%)",
	}}}}, d)
	elements(t, written(t, Options{}, e))
}

// What a target hangs on comes from swings.csv of the run, and without one of the ensemble.
func TestWhatTheAnswerHangsOn(t *testing.T) {
	swings := tables.New(tables.Swings)
	swings.Append("stated", "carried-10", "throughput_mt", "2028", 6.2, false, "trade", "Trade", "markets.trade", 0.9, 5.2, false, 1.6, 10.4, true, "", "")
	want := []string{"10 Mt carried in a year by 2028 hangs on Trade: 6.2 as it is; 5.2 with 0.9; 10.4 with 1.6, which meets it."}
	run, many := stated(t), futures(t)
	require.Empty(t, topicOf(subjectsOf([]Run{run, many})).answer().HangsOn)
	many.Package.Tables = append(many.Package.Tables, swings)
	require.Equal(t, want, topicOf(subjectsOf([]Run{many})).answer().HangsOn)
	require.Equal(t, want, topicOf(subjectsOf([]Run{run, many})).answer().HangsOn)
}

// What limits the capacity of the target year is said with the shares of findings.csv.
func TestAnswerSaysWhatLimits(t *testing.T) {
	e := futures(t)
	found := tables.New(tables.Findings)
	found.Append("stated", "", "limits-capacity", "port", "Port", "2028", 500, 0.6, 0.56, 0.64, "undecided", false)
	found.Append("stated", "", "limits-capacity", "rail", "Rail", "2028", 500, 0.4, 0.36, 0.44, "undecided", false)
	found.Append("stated", "", "limits-capacity", "rail", "Rail", "2035", 500, 1.0, 0.99, 1.0, "holds", false)
	e.Package.Tables = append(e.Package.Tables, found)
	for _, runs := range [][]Run{{e}, {stated(t), e}} {
		_, second, _ := answered(runs...)
		require.True(t, strings.HasSuffix(second, ". What limits the capacity at the end of 2028: undecided, Port in 60.0 %, Rail in 40.0 %."), second)
	}
}

// TestChoicesOfAnotherScenario: what an analysis of another scenario says is not said of the page's.
func TestChoicesOfAnotherScenario(t *testing.T) {
	of := func(name string) []string {
		subjects := subjectsOf([]Run{stated(t), runOf(t, &tables.Package{Name: name, Tables: exampleAppraisal(3)})})
		return choicesOf(topicOf(subjects), subjects)
	}
	own := of("stated")
	require.NotEmpty(t, own)
	for i, sentence := range of("other") {
		require.Equal(t, "In other: "+own[i], sentence)
	}
}
