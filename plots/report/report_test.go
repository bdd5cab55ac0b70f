package report

import (
	"bytes"
	"html/template"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"corridor/sim/rundir"
	"corridor/sim/tables"
)

func TestTheSameRunGivesTheSameBytes(t *testing.T) {
	runs := []Run{stated(t), futures(t), other(t, "more")}
	require.Equal(t, written(t, Options{}, runs...), written(t, Options{}, runs...))
	require.NotEqual(t, written(t, Options{}, runs[0]), written(t, Options{Title: "T"}, runs[0]))
}

// What a scenario's author writes stays text, wherever the page shows it.
func TestWordsOfTheScenarioStayText(t *testing.T) {
	evil := `<script>alert("1")</script>"'><img src=x onerror=alert(2)>`
	r := stated(t)
	p := r.Package
	p.Title, p.Description, p.Remarks, p.Name = evil, evil, evil, evil
	p.Targets[0].Title = evil
	p.Sources = []tables.Source{{Name: evil, Title: evil, Date: evil, Path: "javascript:alert(3)"}, {Name: "a", Path: evil}}
	figures := tables.New(tables.Figures)
	figures.Append(evil, "segments."+evil+".x", 1.0, evil, 1.0, 2.0, evil, evil+";a", evil, evil)
	for i, table := range p.Tables {
		if table.Schema == tables.Figures.Schema {
			p.Tables[i] = figures
		}
	}
	network := p.Table(tables.Network)
	tables.Network.Title.Of(network)[0] = evil
	r.Manifest.Command, r.Manifest.Scenarios = evil, []Scenario{{evil, evil}}
	r.Manifest.Outputs = append(r.Manifest.Outputs, rundir.Output{Path: evil})
	second := other(t, "more")
	page := written(t, Options{}, r, second)

	all := elements(t, page)
	for _, e := range all {
		require.NotEqual(t, "img", e.name)
		require.NotContains(t, e.attr, "onerror")
		if link := e.attr["href"]; link != "" {
			require.NotContains(t, strings.ToLower(link), "javascript:")
		}
	}
	require.Equal(t, 1, strings.Count(page, "<script>"))
	require.Contains(t, page, template.HTMLEscapeString(evil))
	require.Equal(t, named(all, "h1")[0].text, named(all, "title")[0].text)
}

func TestTitle(t *testing.T) {
	all := elements(t, written(t, Options{Title: "For the minister"}, stated(t)))
	require.Equal(t, "For the minister", named(all, "h1")[0].text)
	require.Contains(t, named(elements(t, written(t, Options{}, stated(t))), "h1")[0].text, "10 Mt carried in a year by 2028: missed")
}

func TestWhatCannotBeReported(t *testing.T) {
	newer := other(t, "more")
	newer.Manifest.Version = "2"
	hindcast := tables.New(tables.Hindcast)
	hindcast.Append("stated", "conditional", "fit", "throughput_mt", "headline", 2024, 4.5, 4.4, nil, nil, nil, nil, "")
	monthly := tables.New(tables.Quantiles)
	monthly.Append("stated", "throughput_mt", "2030-06", 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1)
	for _, test := range []struct {
		runs []Run
		err  string
	}{
		{[]Run{runOf(t, &tables.Package{Name: "m", Tables: []*tables.Table{monthly}})}, "quantiles.csv by year"},
		{nil, "1 to 12 runs, got 0"},
		{make([]Run, 13), "1 to 12 runs, got 13"},
		{[]Run{stated(t), newer}, "stated was made by version 1 and more by version 2"},
		{[]Run{runOf(t, &tables.Package{Name: "h", Tables: []*tables.Table{hindcast}})}, "a report needs annual.csv, or quantiles.csv by year"},
		{[]Run{runOf(t, &tables.Package{Name: "e", Tables: []*tables.Table{tables.New(tables.Annual)}})}, "a report needs annual.csv, or quantiles.csv by year"},
	} {
		var b bytes.Buffer
		require.ErrorContains(t, Write(&b, test.runs, Options{}), test.err)
		require.Zero(t, b.Len())
	}
}

// Every part of a run may be missing but annual.csv or quantiles.csv.
func TestPartsMayBeMissing(t *testing.T) {
	full := stated(t)
	annual := full.Package.Table(tables.Annual)
	for _, missing := range full.Package.Tables {
		if missing == annual {
			continue
		}
		p := *full.Package
		p.Tables = nil
		for _, table := range full.Package.Tables {
			if table != missing {
				p.Tables = append(p.Tables, table)
			}
		}
		elements(t, written(t, Options{}, runOf(t, &p)))
	}
	p := *full.Package
	p.Tables, p.Targets, p.Sources = []*tables.Table{annual}, nil, nil
	page := written(t, Options{}, runOf(t, &p))
	require.Contains(t, page, "The scenario sets no target")
	require.Contains(t, page, "holds no figures.csv")
	elements(t, written(t, Options{}, futures(t)))
}

// A line of the chart tells runs of one name apart.
func TestLabels(t *testing.T) {
	var labels []string
	for _, s := range subjectsOf([]Run{stated(t), futures(t), stated(t), futures(t)}) {
		labels = append(labels, s.Label)
	}
	require.Equal(t, []string{"stated", "stated, 500 futures, seed 7", "stated (2)", "stated, 500 futures, seed 7 (2)"}, labels)
}

// However many runs there are, the page stays under 2.2 MB: it holds less of them.
func TestSizeOfManyRuns(t *testing.T) {
	runs := []Run{stated(t), futures(t)}
	for _, name := range []string{"c", "d", "e", "f", "g", "h", "i", "j", "k", "l"} {
		r := other(t, name)
		r.Files["figures.csv"] = bytes.Repeat([]byte(name), 120_000)
		runs = append(runs, r)
	}
	page := written(t, Options{}, runs...)
	require.Less(t, len(page), 2_200_000)
	require.Contains(t, page, "left out to keep this page small")
	require.Contains(t, page, `data-run="11" data-table="annual"`, "the years of all are there")
	elements(t, page)
}
