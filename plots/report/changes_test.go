package report

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/tables"
)

// Figures that differ, are new or are gone are changes; those that are written the same
// are none.
func TestChangedFigures(t *testing.T) {
	there := figuresTable(
		[]any{"start", 2025.0, "year", nil, nil, "assumed", "", ""},
		[]any{"segments.port.capacity.fixed", 1500.5, "Mt/yr", 1.0, 2.0, "assumed", "", ""},
		[]any{"segments.ferry.days", 1.0, "d", nil, nil, "assumed", "", ""},
		[]any{"segments.rail.days", 1e-9, "d", nil, nil, "assumed", "", ""},
		[]any{"growth", nil, "", nil, nil, "published", "b", ""},
	)
	require.Equal(t, []changedFigure{
		{"growth", "", "0.04", "–"},
		{"segments.ferry.days", "d", "–", "1"},
		{"segments.port.days", "d", "2", "–"},
		{"start", "year", "2024", "2025"},
	}, changes(someFigures, there))
	require.Empty(t, changes(someFigures, someFigures))
}

// Scenarios that were run again or as an ensemble are compared once.
func TestScenariosAreComparedOnce(t *testing.T) {
	run, again, more, twin := stated(t), stated(t), other(t, "more"), other(t, "more")
	for _, r := range []Run{more, twin} {
		tables.Figures.Value.Of(r.Package.Table(tables.Figures))[0]++
	}
	subjects := subjectsOf([]Run{run, again, more, twin})
	got := assumptionsOf(topicOf(subjects), subjects)
	require.Len(t, got.Changed, 1)
	require.Equal(t, "more", got.Changed[0].Label)
	require.Len(t, got.Changed[0].Rows, 1)
	require.Zero(t, got.Changed[0].Less)
	require.Equal(t, run.Package.Table(tables.Figures).Len(), got.Total.All)
}

// Of very many changes the first are shown and the others counted.
func TestManyChanges(t *testing.T) {
	one, two := tables.New(tables.Figures), tables.New(tables.Figures)
	for i := range mostChanged + 7 {
		one.Append("s", "figure."+strconv.Itoa(1000+i), 1.0, "", nil, nil, "assumed", "", "", "")
		two.Append("t", "figure."+strconv.Itoa(1000+i), 2.0, "", nil, nil, "assumed", "", "", "")
	}
	here, there := &tables.Package{Name: "s", Tables: []*tables.Table{one}}, &tables.Package{Name: "t", Tables: []*tables.Table{two}}
	got := changedIn(here, one, []*subject{{Run: Run{Package: here}}, {Run: Run{Package: there}}})
	require.Len(t, got, 1)
	require.Len(t, got[0].Rows, mostChanged)
	require.Equal(t, 7, got[0].Less)
}

func TestOtherProjects(t *testing.T) {
	projects := func(names ...string) *tables.Package {
		table := tables.New(tables.Projects)
		for _, name := range names {
			title := "The " + name
			if name == "untitled" {
				title = ""
			}
			table.Append("s", name, title, "2024-01", "2025-01", "2025-01", 1.0, nil, 0.0, 1.0, 0.0, 0.0)
		}
		return &tables.Package{Name: "here", Tables: []*tables.Table{table}}
	}
	for _, c := range []struct {
		here, there *tables.Package
		want        string
	}{
		{projects("a"), projects("a"), ""},
		{projects(), projects(), ""},
		{projects("a", "b"), projects("b", "c"), "Of the 2 projects and measures of here, here does without 1: The a. here adds 1: The c."},
		{projects("a", "b"), projects(), "here does without all 2 projects and measures of here."},
		{projects("a"), projects(), "here does without the only project or measure of here."},
		{projects(), projects("a", "untitled"), "here adds 2: The a; untitled."},
		{projects("a"), &tables.Package{}, ""},
		{&tables.Package{}, projects("a"), ""},
	} {
		require.Equal(t, c.want, otherProjects(english(), c.here, c.there))
	}
}
