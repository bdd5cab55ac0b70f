package report

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// fronted is the first page of runs with plain spaces.
func fronted(runs ...Run) (title string, f front) {
	subjects := subjectsOf(runs)
	m := topicOf(subjects)
	f = m.front(subjects)
	for _, list := range [][]string{f.Tonnes, f.Money, f.Action, f.Sure} {
		for i := range list {
			list[i] = strings.ReplaceAll(list[i], "\u00a0", " ")
		}
	}
	return strings.ReplaceAll(m.finding(m.targets()), "\u00a0", " "), f
}

// The figures are those of testdata/golden/stated, which the command's summary
// prints too. What the tables do not hold is not said: the commands are that would tell.
func TestFrontOfARun(t *testing.T) {
	title, f := fronted(stated(t))
	require.Equal(t, "10 Mt carried in a year by 2028: missed, with 6.21 Mt, and 7.72 Mt if nothing limited it", title)
	require.Equal(t, []string{"Of the 7.79 Mt that shippers offer in 2028, 6.21 Mt are carried and 1.58 turned away.", "Most is held back by Middle Corridor."}, f.Tonnes)
	require.Equal(t, []string{
		"By the end of 2035 USD 3,650 million are paid for projects and measures; at most 3,650 of it for what the corridor carries then.",
		"What it is worth is not in the results given: corridor appraise stated says it.",
	}, f.Money)
	require.Equal(t, []string{"Which projects to carry out is not in the results given: corridor plan stated --budget USD chooses them, and corridor appraise stated says what each brings."}, f.Action)
	require.Equal(t, []string{"How sure this is, is not in the results given: corridor ensemble stated says it."}, f.Sure)
	require.Contains(t, f.Caveat, "assumed or derived and not published: 10 of 18")
	require.Contains(t, f.Caveat, "No uncertainty was run")

	r := stated(t)
	r.Manifest.Command = "corridor run stated --with growth/high"
	_, f = fronted(r)
	require.Contains(t, f.Sure[0], "corridor ensemble stated --with growth/high says it", "what is asked is asked of the same scenario")
}

func TestFrontOfManyFutures(t *testing.T) {
	title, f := fronted(stated(t), futures(t))
	require.Equal(t, "10 Mt carried in a year by 2028: missed, with 6.21 Mt, and 7.72 Mt if nothing limited it", title, "the futures say the same")
	require.Equal(t, "In nine of ten of many futures 3.94 to 6.06 Mt are carried in 2028.", f.Tonnes[1])
	require.Equal(t, "Share of 500 futures in which a target is met: A capacity of 10 Mt/yr by December 2028: undecided, in 10.8 % (95 % interval 8.4 to 13.8 %); "+
		"10 Mt carried in a year by 2028: missed, in 0.0 % (95 % interval 0.0 to 0.8 %), with no limit in 2.0 %.", f.Sure[0])
	require.Contains(t, f.Caveat, "no doubt about the model itself")

	title, f = fronted(futures(t))
	require.Equal(t, "10 Mt carried in a year by 2028: missed, met in 0.0 % of 500 futures", title)
	require.Len(t, f.Tonnes, 1)
	require.Equal(t, []string{"What it is worth is not in the results given: corridor appraise stated says it."}, f.Money)
}

// A title says what one future and many say of a target, where they disagree.
func TestTitleOfFuturesThatDisagree(t *testing.T) {
	run, many := stated(t), futures(t)
	for _, r := range []Run{run, many} {
		r.Package.Targets = r.Package.Targets[:1]
	}
	title, _ := fronted(run, many)
	require.Equal(t, "A capacity of 10 Mt/yr by December 2028: met, with 10.00 Mt/yr; met in 10.8 % of 500 futures", title)
	run.Package.Targets, many.Package.Targets = nil, nil
	title, _ = fronted(run)
	require.Equal(t, "10.00 Mt are carried in 2035, and 13.63 would be if nothing limited it", title)
	title, _ = fronted(many)
	require.Equal(t, "In nine of ten of many futures 4.94 to 7.06 Mt are carried in 2035", title)
}

// An appraisal and plans say what is worth its cost and what to do first.
func TestFrontOfAnAppraisal(t *testing.T) {
	appraised := runOf(t, &tables.Package{Name: "stated", Tables: exampleAppraisal(3)})
	_, f := fronted(stated(t), appraised)
	require.Equal(t, []string{"The scenario does not say what things are worth: a section economics would."}, f.Money)
	require.Contains(t, f.Tonnes[2], "All 5 projects and measures together bring ")
}

// Where a run and an ensemble stand beside each other, the most uneven range says why they differ.
func TestWhyRunAndFuturesDiffer(t *testing.T) {
	swings := tables.New(tables.Swings)
	swings.Append("stated", "carried-10", "throughput_mt", "2028", 6.0, false, "trade", "the trade", "markets.trade", 0.9, 5.5, false, 1.6, 6.5, false, "", "")
	swings.Append("stated", "carried-10", "throughput_mt", "2028", 6.0, false, "ships", "the ships", "segments.ships", 1.0, 5.5, false, 3.0, 9.5, false, "", "all of them")
	many := futures(t)
	many.Package.Tables = append(many.Package.Tables, swings)
	require.Empty(t, topicOf(subjectsOf([]Run{many})).differ())
	said := topicOf(subjectsOf([]Run{stated(t), many})).differ()
	require.Contains(t, strings.ReplaceAll(said, "\u00a0", " "), "Most uneven is the ships: 10 Mt carried in a year by 2028 comes to 6.00 Mt in the run, 5.50 Mt with 1, and 9.50 Mt with all of them.")
	require.NotContains(t, topicOf(subjectsOf([]Run{stated(t), futures(t)})).differ(), "Most uneven")
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
		title, _ := fronted(r)
		verb := map[bool]string{true: " 2028: met", false: " 2028: missed"}[test.met]
		require.Contains(t, title, test.aim.Title+map[bool]string{true: " in", false: " by"}[test.aim.AtMost]+verb)
	}
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
	all, months := holders(&subject{w: english(), Run: Run{Package: &tables.Package{Tables: []*tables.Table{segments}}}})
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
		differences.Append("stated", "late", metric, "2028", 500, 5.0, 4.5, -0.5, 0.01, 0.1, -1.0, -0.75, -0.7, -0.6, -0.5, -0.4, 0.1, 0.25, 0.3, 0.4, 0.3, 0.5, 0.6, 500, 500, 0.1, 0.05, 0.2, 0.9, "", "Everything two years late", 0.8, 0.95)
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
	require.Equal(t, []differenceGroup{{Baseline: "stated", Scenario: "Everything two years late", Draws: 500, Rows: []differenceRow{{
		Name: "Carried", Unit: "Mt", Year: "2028", Median: cell{"−0.50", "-0.5"}, Spread: "−0.75 to +0.25", Higher: "10.0\u00a0% (5.0 to 20.0\u00a0%)", Lower: "90.0\u00a0% (80.0 to 95.0\u00a0%)",
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
		_, f := fronted(runs...)
		require.Contains(t, f.Tonnes, "What limits the capacity at the end of 2028: undecided, Port in 60.0 %, Rail in 40.0 %.")
	}
}

// TestFrontOfAnotherScenario: what an analysis of another scenario says is not said of the page's.
func TestFrontOfAnotherScenario(t *testing.T) {
	of := func(name string) []string {
		_, f := fronted(stated(t), runOf(t, &tables.Package{Name: name, Tables: exampleAppraisal(3)}))
		return append(f.Money, f.Action...)
	}
	own := of("stated")
	require.NotEmpty(t, own)
	for i, sentence := range of("other") {
		if !strings.Contains(sentence, "is not in the results given") {
			require.Equal(t, "In other: "+own[i], sentence)
		}
	}
}
