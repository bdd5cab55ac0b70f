package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"corridor/scenarios"
	"corridor/sim"
	"corridor/sim/tables"
)

// compared are the metrics of which a comparison prints the differences.
var compared = []struct{ metric, title, unit string }{
	{"throughput_mt", "Throughput", "Mt"},
	{"capacity_mt", "Capacity in December", "Mt/yr"},
	{"diverted_mt", "Turned away", "Mt"},
	{"transit_days", "Transit time", "days"},
	{"capex_musd", "Spent", "USD million"},
}

// printComparison shows the differences in the years of the targets and the last.
func printComparison(w io.Writer, loaded []*scenarios.Scenario, e *sim.Ensemble, f *sim.Futures) {
	d := e.Differences(f)
	years := headlineYears(loaded[0])
	many := e.Draws > 1
	for i := range e.Alternatives[1:] {
		other := &e.Alternatives[i+1]
		fmt.Fprintf(w, "%s (%s)\nagainst %s (%s)", loaded[i+1].Title, other.Name, loaded[0].Title, e.Alternatives[0].Name)
		if many {
			fmt.Fprintf(w, ", in %s of futures, seed %d", tables.Counted(f.Summaries[0].Draws(), "pair"), e.Seed)
		}
		fmt.Fprint(w, "\n\n")
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		heads := "\tYear\tBaseline\tScenario\tDifference\t"
		if many {
			heads += "5 %\t95 %\tHigher in\tLower in\t"
		}
		fmt.Fprintln(t, heads)
		for _, c := range compared {
			for _, year := range years {
				row := rowOf(d, other.Name, c.metric, year)
				n := func(column string) float64 { return d.Numbers(column)[row] }
				fmt.Fprintf(t, "%s, %s\t%s\t%s\t%s\t%s\t", c.title, c.unit, year, fixed(n("baseline_mean"), 2), fixed(n("scenario_mean"), 2), signedNumber(n("mean")))
				if many {
					fmt.Fprintf(t, "%s\t%s\t%s\t%s\t", signedNumber(n("p05")), signedNumber(n("p95")), percent(n("higher")), percent(n("lower")))
				}
				fmt.Fprintln(t)
			}
		}
		t.Flush()
		fmt.Fprintln(w)
	}
	if many {
		for i := range e.Alternatives {
			fmt.Fprintf(w, "%s:\n", e.Alternatives[i].Name)
			printChances(w, chancesIn(tableOf(e.Tables(f, i, 0.01), tables.Chances)))
		}
	}
}

func signedNumber(v float64) string {
	text := fixed(v, 2)
	switch {
	case text == "0.00" || text == "-0.00":
		return "0.00"
	case v > 0:
		text = "+" + text
	}
	return strings.Replace(text, "-", "−", 1)
}

// headlineYears are the years of the targets of a scenario and the last.
func headlineYears(s *scenarios.Scenario) []string {
	first, n := s.Corridor.Years()
	var years []string
	for year := first; year < first+n; year++ {
		is := year == first+n-1
		for _, t := range s.Targets {
			is = is || t.At.Year() == year
		}
		if is {
			years = append(years, fmt.Sprint(year))
		}
	}
	return years
}

func rowOf(t *tables.Table, scenario, metric, period string) int {
	for row := range t.Len() {
		if t.Text("scenario")[row] == scenario && t.Text("metric")[row] == metric && t.Text("period")[row] == period {
			return row
		}
	}
	panic("differences.csv lacks " + scenario + " " + metric + " " + period) // it has them all
}
