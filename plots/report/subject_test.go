package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// The page is about the first run or ensemble, and the first of the other kind of the same
// scenario.
func TestTopic(t *testing.T) {
	run, many, more := stated(t), futures(t), other(t, "more")
	for _, c := range []struct {
		runs          []Run
		run, ensemble int // place, or −1
	}{
		{[]Run{run}, 0, -1}, {[]Run{many}, -1, 0}, {[]Run{many, run}, 1, 0}, {[]Run{run, more, many}, 0, 2},
		{[]Run{more, run, many}, 0, -1}, {[]Run{many, more}, -1, 0}, {[]Run{run, run, many, many}, 0, 2},
	} {
		subjects := subjectsOf(c.runs)
		at := func(place int) *subject {
			if place < 0 {
				return nil
			}
			return subjects[place]
		}
		m := topicOf(subjects)
		require.Same(t, at(c.run), m.run)
		require.Same(t, at(c.ensemble), m.ensemble)
	}
}

// A value is that of its year and column; one that is not there is none.
func TestValues(t *testing.T) {
	subjects := subjectsOf([]Run{stated(t), futures(t)})
	run, many := subjects[0], subjects[1]
	require.Equal(t, []int{2024, 2028, 2035}, many.years())
	require.Len(t, run.years(), 13)
	require.Equal(t, run.annual(carried, 2028), run.value(carried, 2028))
	require.Equal(t, many.quantile(carried, 2028, tables.Quantiles.P50), many.value(carried, 2028))
	require.Equal(t, 5.0, many.quantile(carried, 2028, tables.Quantiles.P50))
	require.Equal(t, 4.25, many.quantile(capacity, 2024, tables.Quantiles.P50))
	require.Equal(t, 3.1875, many.quantile(capacity, 2024, tables.Quantiles.P05))
	for _, v := range []float64{
		run.annual(carried, 2022), run.quantile(carried, 2028, tables.Quantiles.P50), many.annual(carried, 2028), many.quantile(carried, 2025, tables.Quantiles.P50),
	} {
		require.True(t, math.IsNaN(v))
	}
	require.True(t, run.knows(carried))
	require.False(t, run.knows(boxes), "the corridor as stated counts none")
	require.True(t, many.knows(boxes))
}

// The target year is that of the first target within the years, or their middle.
func TestTargetYear(t *testing.T) {
	for _, c := range []struct {
		at   []string
		year int
		set  bool
	}{
		{[]string{"2030"}, 2030, true}, {[]string{"2050", "2026-06", "2030"}, 2026, true}, {[]string{"2050"}, 2029, false}, {nil, 2029, false},
	} {
		r := stated(t)
		r.Package.Targets = nil
		for _, at := range c.at {
			r.Package.Targets = append(r.Package.Targets, goal(t, "x", "X", "capacity_mt", at, 1))
		}
		m := topicOf(subjectsOf([]Run{r}))
		year, set := m.targetYear()
		require.Equal(t, c.year, year)
		require.Equal(t, c.set, set)
		require.Equal(t, 2035, m.lastYear())
	}
}

func TestYearOf(t *testing.T) {
	for period, want := range map[string]int{"2028": 2028, "2028-12": 2028, "": 0, "28": 0, "soon": 0, "later": 0} {
		require.Equal(t, want, yearOf(period), period)
	}
}

// What makes a run again is told with the hashes it must give.
func TestReproductions(t *testing.T) {
	run, many := stated(t), futures(t)
	for range mostScenarios + 3 {
		many.Manifest.Scenarios = append(many.Manifest.Scenarios, Scenario{"cell", "ab"})
	}
	got := reproductionsOf(subjectsOf([]Run{run, many}))
	require.Equal(t, "corridor run stated", got[0].Command)
	require.True(t, got[0].Open)
	require.Empty(t, got[0].Seed, "nothing was drawn")
	require.Len(t, got[0].Outputs, len(run.Files))
	require.Equal(t, run.Manifest.Outputs[0].SHA256, got[0].Outputs[0].SHA256)
	require.Equal(t, []string{"7", "500"}, []string{got[1].Seed, got[1].Draws})
	require.False(t, got[1].Open)
	require.Len(t, got[1].Scenarios, mostScenarios)
	require.Equal(t, 4, got[1].Unlisted)
}

// A warning that several runs give is listed once, and of very many the first.
func TestWarnings(t *testing.T) {
	of := func(name string, texts ...string) Run {
		table := tables.New(tables.Warnings)
		for _, text := range texts {
			table.Append(name, "a.yaml:1:1", text)
		}
		return Run{Package: &tables.Package{Name: name, Tables: []*tables.Table{table}}}
	}
	same := of("a", "strange", "odd")
	got := warningsOf(subjectsOf([]Run{same, same, of("b", "strange"), stated(t)}))
	require.Equal(t, warnings{Rows: []warning{{"a", "a.yaml:1:1", "strange"}, {"a", "a.yaml:1:1", "odd"}, {"b", "a.yaml:1:1", "strange"}}}, got)
	var many []string
	for i := range mostWarnings + 5 {
		many = append(many, integer(i))
	}
	got = warningsOf(subjectsOf([]Run{of("c", many...)}))
	require.Len(t, got.Rows, mostWarnings)
	require.Equal(t, 5, got.Less)
}
